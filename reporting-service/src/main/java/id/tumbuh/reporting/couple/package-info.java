/**
 * Couples who plan to marry (catin), whether a team has them in its care and whether their health was checked, by the end of each month.
 *
 * <p>As with needs, a couple is kept by its newest event and its history is a pure function: what a batch concerns leaves the counters and
 * comes back as it is then. Who the two are is not kept here.
 */
@NullMarked
package id.tumbuh.reporting.couple;

import org.jspecify.annotations.NullMarked;

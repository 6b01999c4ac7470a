/**
 * Counters of growth by area, month, sex and age band.
 *
 * <p>Invariant: the counters are a pure function of the set of latest revisions of all measurements. For each child and month
 * the latest measurement that is not voided counts, once; a late, duplicate, corrected or voided one moves the counters by the
 * difference. {@link id.tumbuh.reporting.growth.Recomputation} proves it.
 */
@NullMarked
package id.tumbuh.reporting.growth;

import org.jspecify.annotations.NullMarked;

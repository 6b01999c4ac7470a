/** Couples who plan to marry, their companions and checks, counted. */
@NullMarked
package id.tumbuh.reporting.couple;

import org.jspecify.annotations.NullMarked;

/**
 * Imported z-scores beside our own: which differ, and what most likely makes them differ. Both are kept; ours is the figure.
 *
 * <p>A cause is found by computing what another system would have computed, so a cause that is named reproduces its figure.
 */
@NullMarked
package id.tumbuh.measurement.comparison;

import org.jspecify.annotations.NullMarked;

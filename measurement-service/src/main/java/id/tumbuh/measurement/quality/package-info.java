/**
 * How well is measured: signs in the figures themselves that scales, boards or habits are off, by posyandu, measurer and kit, each
 * with its numerator, its limit and a reason in words, so that a puskesmas knows where to train again.
 *
 * <p>A sign is no proof. Where too few were measured nothing is said.
 */
@NullMarked
package id.tumbuh.measurement.quality;

import org.jspecify.annotations.NullMarked;

/**
 * The yearly verification of families at risk (verifikasi dan validasi KRS): who was at risk when it was taken, and who of
 * them is new, continues, or is no longer one, against the year before.
 *
 * <p>Taken once a year and kabupaten; new and continuing together are the total (docs/domain, DOMAIN section 3).
 */
@NullMarked
package id.tumbuh.registry.verification;

import org.jspecify.annotations.NullMarked;

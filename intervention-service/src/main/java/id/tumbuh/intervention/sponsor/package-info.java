/**
 * Sponsors (orang tua asuh): civil servants by their OPD, companies, communities and others who promise to help, how many at
 * once, until when, where and with what. No money is deposited here: there are promises, deliveries and evidence (GENTING, December 2024).
 *
 * <p>A sponsor's name is known to those who look after it and stands in no event. How many of its places are taken is kept by
 * {@code placement}, under the lock of the sponsor's row.
 */
@NullMarked
package id.tumbuh.intervention.sponsor;

import org.jspecify.annotations.NullMarked;

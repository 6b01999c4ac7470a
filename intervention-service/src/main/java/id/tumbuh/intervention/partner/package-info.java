/**
 * What partners (CSR) see and do, through their applications and on the pages of this service: needs by pseudonym, placements of
 * their own sponsors, reports, a portfolio.
 *
 * <p>Everything is bound to the client of the token. A partner never learns an id, a name, a desa or a date of birth of anybody, and
 * only hears of those whose guardian consented to it; a pseudonym is one partner's alone, so two of them can't join what they know.
 */
@NullMarked
package id.tumbuh.intervention.partner;

import org.jspecify.annotations.NullMarked;

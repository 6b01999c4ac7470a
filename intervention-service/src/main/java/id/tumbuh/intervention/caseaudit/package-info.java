/**
 * Audits of stunting cases (audit kasus stunting, AKS), a round each semester and kabupaten: candidates proposed from what
 * was told, chosen by the technical team, examined with the worksheet of their group, reviewed by experts, and followed up by
 * the OPD until they are evaluated.
 *
 * <p>A case knows random ids, areas, days and codes of dated rules: no name and no free word has a place in it. Its number is
 * the pseudonym of whoever needs no more. Each state has the moves that are legal from it as its methods, and no other exists.
 * A case follows the child it is about through merges and moves, and goes when the registry erases it.
 */
@NullMarked
package id.tumbuh.intervention.caseaudit;

import org.jspecify.annotations.NullMarked;

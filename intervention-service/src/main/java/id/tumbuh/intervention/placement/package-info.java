/**
 * Placements: a child's or a pregnant woman's need in the care of a sponsor (orang tua asuh): held for a while, committed for a period,
 * renewed, ended with its reason.
 *
 * <p>Invariants, guarded by the database too: one need has at most one sponsor at a time ({@code placement_one_holder}); a sponsor
 * never has more than it promised ({@code sponsor_placed}). A placement follows its need when it moves and ends when it closes, when the
 * consent it rests on is withdrawn, or when its time is over.
 */
@NullMarked
package id.tumbuh.intervention.placement;

import org.jspecify.annotations.NullMarked;

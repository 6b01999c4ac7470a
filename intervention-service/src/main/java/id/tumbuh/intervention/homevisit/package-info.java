/**
 * Home visits: when a child that is helped did not gain in two weighings running, somebody of the puskesmas has to go and see why.
 *
 * <p>Invariant: while something is given one visit stands, if any month of it calls for one, whichever of its weighings is told first; its
 * id follows from what is given and the weighing. It is taken back when no weighing calls for it any more, unless somebody went: whoever
 * went knows more than the scales.
 */
@NullMarked
package id.tumbuh.intervention.homevisit;

import org.jspecify.annotations.NullMarked;

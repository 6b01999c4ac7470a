/**
 * Home visits: when a child that is helped did not gain in two weighings running, somebody of the puskesmas has to go and see why.
 *
 * <p>Invariant: one visit is asked for in each placement; its id follows from placement and weighing. What is asked stays asked when the
 * weighing is corrected later: whoever went knows more than the scales.
 */
@NullMarked
package id.tumbuh.intervention.homevisit;

import org.jspecify.annotations.NullMarked;

/**
 * Outcomes: how children grew before, during and after help, beside children with the same needs whom nobody helped.
 *
 * <p>All of it is a pure function of weighings and placements by the dated rule {@code outcome.windows}. Nothing is told of fewer than five
 * children, every share comes with its numerator and denominator, and the comparison with its caveats: it shows a difference, not a cause.
 */
@NullMarked
package id.tumbuh.intervention.outcome;

import org.jspecify.annotations.NullMarked;

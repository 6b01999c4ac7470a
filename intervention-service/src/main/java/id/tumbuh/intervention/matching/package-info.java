/**
 * Proposes which sponsor should help whom, over a whole kabupaten and across its kecamatan: who is helped first follows urgency and
 * fairness, by whom follows distance, wishes and earlier pairs. Timefold searches, rules weigh ({@code matching.weights}), a bound
 * says how far from the best a plan can be at most, and every proposal says why.
 *
 * <p>A plan is only a proposal: placements are made by {@code placement}, one by one, as if somebody had claimed each.
 */
@NullMarked
package id.tumbuh.intervention.matching;

import org.jspecify.annotations.NullMarked;

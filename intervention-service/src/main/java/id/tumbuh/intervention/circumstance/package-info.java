/**
 * What this service knows about a child and its family, in so far as it decides who has to help: how the child grows, where
 * it lives, and the family's risk factors.
 *
 * <p>A copy of what registry and measurement told. The newest version of each wins whatever order they come in, so a copy is
 * a pure function of the set of facts told. Knows neither needs nor referrals.
 */
@NullMarked
package id.tumbuh.intervention.circumstance;

import org.jspecify.annotations.NullMarked;

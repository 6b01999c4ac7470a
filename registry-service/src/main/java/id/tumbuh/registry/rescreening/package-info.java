/**
 * Screening as time passes and as rules change: the daily pass over the families whose day has come, the pass over all of
 * them after a rule was put in force, the preview of what a rule would change, and the yearly verification.
 *
 * <p>Every pass goes in portions, each a transaction that says how far it is: cut short anywhere, it goes on there, after the
 * next start or in another replica. Decides nothing itself: that is {@code screening}, over what {@code family} keeps.
 */
@NullMarked
package id.tumbuh.registry.rescreening;

import org.jspecify.annotations.NullMarked;

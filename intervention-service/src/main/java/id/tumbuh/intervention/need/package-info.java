/**
 * Needs: a stunted child has one open need, graver or lighter as the child is, and closed with its reason when help is no
 * longer called for. A child that falls back has a new need, so that each episode keeps its own history.
 *
 * <p>The states are pure and allow only legal moves; the database guards the one open need a child again. Ids only: names
 * live in registry alone. Knows nothing of referrals.
 */
@NullMarked
package id.tumbuh.intervention.need;

import org.jspecify.annotations.NullMarked;

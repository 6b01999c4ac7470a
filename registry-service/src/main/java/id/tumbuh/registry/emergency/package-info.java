/**
 * Break-the-glass: somebody who may read names reads those of another area for a few hours, because somebody is in danger.
 *
 * <p>Invariants: it widens reading by name and nothing else, never a write; it is audited, runs out by itself, and those who
 * answer for the area see it at once and may end it. Whoever answers names asks {@link
 * id.tumbuh.registry.emergency.EmergencyReading} for whom.
 */
@NullMarked
package id.tumbuh.registry.emergency;

import org.jspecify.annotations.NullMarked;

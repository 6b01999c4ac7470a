/**
 * Who can be measured: this service's copy of the registry's children, kept by version, so that an event that comes late or
 * twice changes nothing. What a change of a child means for its measurements is the business of the {@link
 * id.tumbuh.measurement.roster.RosterFollower}s, in the same transaction.
 */
@NullMarked
package id.tumbuh.measurement.roster;

import org.jspecify.annotations.NullMarked;

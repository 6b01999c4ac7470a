package id.tumbuh.intervention.delivery;

import java.util.UUID;

/** By what somebody is given something (ADR 29): the promise of a sponsor, or a place on the list of a programme. */
sealed interface Provision {
    UUID id();

    /** What a sponsor promised. */
    record Placement(UUID id) implements Provision {}

    /** What an OPD's programme pays for. */
    record Enrolment(UUID id, UUID programmeId) implements Provision {}
}

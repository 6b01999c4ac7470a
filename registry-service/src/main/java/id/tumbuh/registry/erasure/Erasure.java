package id.tumbuh.registry.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An erasure as it was asked for, and what became of it. */
record Erasure(
        UUID id,
        Subject subject,
        UUID familyId,
        String area,
        String reason,
        String requestReference,
        String requestedBy,
        Instant requestedAt,
        @Nullable Done done) {

    /** A child or a family. */
    record Subject(Kind kind, UUID id) {}

    /** What is erased. */
    enum Kind {
        FAMILY,
        CHILD;

        /** The kind of object in the audit. */
        String word() {
            return this == FAMILY ? "family" : "child";
        }
    }

    /** By whom it was agreed to, and which rows went. */
    record Done(String approvedBy, Instant at, List<UUID> childIds, List<UUID> otherIds, Map<String, Long> counts) {
        Done {
            childIds = List.copyOf(childIds);
            otherIds = List.copyOf(otherIds);
            counts = Map.copyOf(counts);
        }
    }

    boolean sameRequestAs(Erasure other) {
        return subject.equals(other.subject)
                && reason.equals(other.reason)
                && requestReference.equals(other.requestReference);
    }
}

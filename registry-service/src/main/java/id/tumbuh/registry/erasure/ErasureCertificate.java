package id.tumbuh.registry.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who asked, who agreed, what went and who has confirmed: what is shown to the person who asked, and to an auditor.
 *
 * @param missing services that have not confirmed yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ErasureCertificate")
record ErasureCertificate(
        UUID id,
        State state,
        Erasure.Kind kind,
        UUID subjectId,
        String area,
        String reason,
        String requestReference,
        String requestedBy,
        Instant requestedAt,
        @Nullable String approvedBy,
        @Nullable Instant erasedAt,
        @Nullable Map<String, Long> counts,
        List<Erasures.Confirmation> confirmations,
        List<String> missing) {

    /** How far it is. */
    enum State {
        REQUESTED,
        /** Erased here; others are still at it. */
        ERASED,
        /** Everybody has confirmed. */
        COMPLETE
    }

    static ErasureCertificate of(Erasure erasure, List<Erasures.Confirmation> confirmations, List<String> expected) {
        List<String> missing = expected.stream()
                .filter(service -> confirmations.stream()
                        .noneMatch(confirmation -> confirmation.service().equals(service)))
                .toList();
        Erasure.Done done = erasure.done();
        return new ErasureCertificate(
                erasure.id(),
                done == null ? State.REQUESTED : missing.isEmpty() ? State.COMPLETE : State.ERASED,
                erasure.subject().kind(),
                erasure.subject().id(),
                erasure.area(),
                erasure.reason(),
                erasure.requestReference(),
                erasure.requestedBy(),
                erasure.requestedAt(),
                done == null ? null : done.approvedBy(),
                done == null ? null : done.at(),
                done == null ? null : done.counts(),
                confirmations,
                missing);
    }
}

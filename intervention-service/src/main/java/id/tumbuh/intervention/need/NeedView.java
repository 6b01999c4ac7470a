package id.tumbuh.intervention.need;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A need as it is answered. Ids only: who may know the child's name asks registry-service. */
@Schema(name = "Need", description = "That a stunted child has to be helped")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedView(
        UUID id,
        UUID childId,
        UUID familyId,

        @Schema(description = "Dotted Kemendagri code of the desa or kelurahan", examples = "36.04.20.2006")
        String area,

        Severity severity,
        NeedEvent.State state,
        LocalDate openedOn,

        @Schema(description = "Only of a closed need") @Nullable
        LocalDate closedOn,

        NeedReason reason,

        @Schema(description = "Grows by 1 with every change", examples = "1")
        long version) {
    static final String EXAMPLE = """
            {
              "id": "3f2a2f57-7d2e-3c0d-9a52-7d1e3f0a5b11",
              "childId": "0198c1a0-0000-7000-8000-000000000002",
              "familyId": "0198c1a0-0000-7000-8000-000000000001",
              "area": "36.04.20.2006",
              "severity": "STUNTED",
              "state": "OPEN",
              "openedOn": "2026-06-15",
              "reason": "CHILD_STUNTED",
              "version": 1
            }""";

    static NeedView of(Need need) {
        NeedEvent state = NeedEvent.of(need);
        return new NeedView(
                need.id(),
                need.childId(),
                state.familyId(),
                state.areaCode(),
                need.severity(),
                state.state(),
                need.openedOn(),
                state.closedOn(),
                need.reason(),
                need.version());
    }
}

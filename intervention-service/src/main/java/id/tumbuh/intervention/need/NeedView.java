package id.tumbuh.intervention.need;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.circumstance.Cause;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A need as it is answered. Ids only: who may know the child's name asks registry-service. */
@Schema(name = "Need", description = "That a child or a pregnant woman has to be helped")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedView(
        UUID id,
        @Nullable UUID childId,
        @Nullable UUID pregnancyId,
        UUID familyId,

        @Schema(description = "Dotted Kemendagri code of the desa or kelurahan", examples = "36.04.20.2006")
        String area,

        @Schema(
                description = "Why, by the codes of rule `need.answers`",
                type = SchemaType.ARRAY,
                implementation = String.class)
        List<Cause> causes,

        List<Item> items,

        @Schema(description = "The higher the sooner", examples = "90")
        int rank,

        @Schema(description = "A pregnant woman, or a child in its first 1,000 days of life")
        boolean firstThousandDays,

        @Schema(description = "Of the family, 1 is the poorest", examples = "2") @Nullable
        Integer welfareRank,

        NeedEvent.State state,
        LocalDate openedOn,

        @Schema(description = "Only of a closed need") @Nullable
        LocalDate closedOn,

        NeedReason reason,
        String ruleVersion,

        @Schema(description = "Grows by 1 with every change", examples = "1")
        long version) {
    static final String EXAMPLE = """
            {
              "id": "3f2a2f57-7d2e-3c0d-9a52-7d1e3f0a5b11",
              "childId": "0198c1a0-0000-7000-8000-000000000002",
              "familyId": "0198c1a0-0000-7000-8000-000000000001",
              "area": "36.04.20.2006",
              "causes": ["STUNTED", "UNSAFE_WATER"],
              "items": [{"item": "FOOD", "days": 180, "costRupiah": 2700000}, {"item": "WATER", "costRupiah": 3000000}],
              "rank": 76,
              "firstThousandDays": true,
              "welfareRank": 3,
              "state": "OPEN",
              "openedOn": "2026-06-15",
              "reason": "CAUSE_FOUND",
              "ruleVersion": "need-1.1.1",
              "version": 1
            }""";

    NeedView {
        causes = List.copyOf(causes);
        items = List.copyOf(items);
    }

    static NeedView of(Need need) {
        NeedEvent state = NeedEvent.of(need);
        return new NeedView(
                need.id(),
                state.childId(),
                state.pregnancyId(),
                state.familyId(),
                state.areaCode(),
                state.causes(),
                state.items(),
                state.rank(),
                state.firstThousandDays(),
                state.welfareRank(),
                state.state(),
                need.openedOn(),
                state.closedOn(),
                need.reason(),
                state.ruleVersion(),
                need.version());
    }
}

package id.tumbuh.intervention.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as it is answered, with what of it should be there by now. */
@Schema(name = "Programme")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgrammeView(
        UUID id,
        UUID opdId,
        String opdField,
        String area,
        int year,
        String title,
        Programme.Kind kind,
        @Nullable String indicator,
        String unit,
        BigDecimal target,
        Map<String, Long> budget,
        @Nullable String servesField,
        @Nullable String servesNeedItem,
        @Nullable UUID partOf,
        List<QuarterView> quarters,
        @Nullable String evaluation,
        Programme.State state,

        @Schema(description = "Rupiah of all sources") long budgetTotal,
        long realisedTotal,
        BigDecimal outputTotal,
        boolean late,

        @Schema(description = "`OUTPUT`, `SPENDING`, or both")
        List<String> lateIn,

        LateRule.Expected expected,
        long version) {

    /** What a quarter brought. */
    record QuarterView(int quarter, BigDecimal output, Map<String, Long> spending) {}

    static final String EXAMPLE = """
            {
              "id": "0198c1a0-0000-7000-8000-0000000000c1",
              "opdId": "0198c1a0-0000-7000-8000-0000000000b1",
              "opdField": "PUPR",
              "area": "36.04",
              "year": 2026,
              "title": "Jamban sehat keluarga berisiko stunting",
              "kind": "SENSITIVE",
              "indicator": "T5",
              "unit": "jamban",
              "target": 240,
              "budget": {"APBD": 960000000, "DD": 240000000},
              "servesField": "PUPR",
              "quarters": [{"quarter": 1, "output": 12, "spending": {"APBD": 150000000}}],
              "state": "ACTIVE",
              "budgetTotal": 1200000000,
              "realisedTotal": 150000000,
              "outputTotal": 12,
              "late": true,
              "lateIn": ["OUTPUT"],
              "expected": {"ruleVersion": 1, "quarters": 1, "targetShare": 0.10, "budgetShare": 0.10},
              "version": 2
            }""";

    static ProgrammeView of(Programme programme, LateRule.Expected expected) {
        Programme.Plan plan = programme.plan();
        LateRule.Lateness lateness = expected.of(programme);
        boolean active = programme.state() == Programme.State.ACTIVE;
        return new ProgrammeView(
                programme.id(),
                programme.opdId(),
                programme.opdField(),
                programme.area().value(),
                programme.year(),
                plan.title(),
                plan.kind(),
                plan.indicator(),
                plan.unit(),
                plan.target(),
                plan.budget(),
                plan.field(),
                plan.needItem(),
                plan.partOf(),
                programme.quarters().stream()
                        .map(quarter -> new QuarterView(quarter.number(), quarter.output(), quarter.spending()))
                        .toList(),
                programme.evaluation(),
                programme.state(),
                programme.budget(),
                programme.spent(),
                programme.output(),
                active && lateness.isLate(),
                active ? words(lateness) : List.of(),
                expected,
                programme.version());
    }

    static List<String> words(LateRule.Lateness lateness) {
        List<String> words = new ArrayList<>();
        if (lateness.inOutput()) {
            words.add("OUTPUT");
        }
        if (lateness.inSpending()) {
            words.add("SPENDING");
        }
        return words;
    }
}

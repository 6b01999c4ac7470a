package id.tumbuh.intervention.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How helped children of an area grew, as it is answered. */
@Schema(name = "Outcomes")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outcomes(
        String area,
        LocalDate from,
        LocalDate to,

        @Schema(
                description =
                        "Helped in these days, by sponsors or by programmes; missing when they are fewer than five")
        @Nullable
        Integer placements,

        @Schema(description = "The three months before each was helped")
        Sums.Window before,

        Sums.Window during,
        @Schema(description = "The three months after") Sums.Window after,

        @Schema(description = "BB/TB of -2 SD or more, of those who were wasted and were measured again")
        Sums.Share recovered,

        @Schema(description = "Over the days that were asked for")
        Comparison comparison,

        @Schema(description = "What has to be said with these figures")
        List<String> caveats) {
    static final String EXAMPLE = """
            {"area": "36.04", "from": "2026-08-01", "to": "2026-10-31", "placements": 1300,
             "before": {"gramsPerMonth": {"mean": 110, "children": 1150}, "lengthForAgeChange": {"mean": -0.08, "children": 1120},
              "weightForLengthChange": {"mean": -0.11, "children": 1120}, "gained": {"numerator": 1400, "denominator": 3000, "share": 0.467}},
             "during": {"gramsPerMonth": {"mean": 240, "children": 1240}, "lengthForAgeChange": {"mean": 0.05, "children": 1200},
              "weightForLengthChange": {"mean": 0.21, "children": 1200}, "gained": {"numerator": 2700, "denominator": 3600, "share": 0.75}},
             "after": {"gramsPerMonth": {}, "lengthForAgeChange": {}, "weightForLengthChange": {}, "gained": {}},
             "recovered": {"numerator": 120, "denominator": 300, "share": 0.4},
             "comparison": {
              "gramsPerMonth": {"helped": {"mean": 238, "children": 1180}, "compared": {"mean": 150, "children": 3900},
               "inKecamatan": 1100, "inKabupaten": 80, "unmatched": 20},
              "lengthForAgeChange": {"helped": {}, "compared": {}}, "weightForLengthChange": {"helped": {}, "compared": {}}},
             "caveats": ["Anak tidak dibagi secara acak: perbedaan angka bukan bukti bahwa bantuan itu penyebabnya."]}""";

    Outcomes {
        caveats = List.copyOf(caveats);
    }

    /** How one helped child grew. */
    @Schema(name = "PlacementOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfOne(
            @Schema(description = "By which sponsor's promise it was helped") @Nullable
            UUID placementId,

            @Schema(description = "Or by which place on the list of a programme") @Nullable
            UUID enrolmentId,

            LocalDate from,
            LocalDate to,
            ChildOutcome outcome,
            List<String> caveats) {
        static final String EXAMPLE = """
                {"placementId": "0198c1a0-0000-7000-8000-0000000000e1", "from": "2026-08-15", "to": "2026-11-12",
                 "outcome": {"before": {"from": "2026-05-15", "to": "2026-08-14", "weighings": 3, "gramsPerMonth": 90,
                   "lengthForAgeChange": -0.1, "weightForLengthChange": -0.2, "gained": 1, "notGained": 2},
                  "during": {"from": "2026-08-15", "to": "2026-11-12", "weighings": 3, "gramsPerMonth": 270, "lengthForAgeChange": 0.2,
                   "weightForLengthChange": 0.4, "gained": 3, "notGained": 0},
                  "after": {"from": "2026-11-13", "to": "2027-02-12", "weighings": 0, "gained": 0, "notGained": 0},
                  "recovery": "RECOVERED"},
                 "caveats": ["Anak tidak dibagi secara acak: perbedaan angka bukan bukti bahwa bantuan itu penyebabnya."]}""";

        static final String OF_PROGRAMME = """
                {"enrolmentId": "0198c1a0-0000-7000-8000-0000000000f1", "from": "2026-08-15", "to": "2026-10-09",
                 "outcome": {"before": {"from": "2026-05-15", "to": "2026-08-14", "weighings": 3, "gained": 1, "notGained": 2},
                  "during": {"from": "2026-08-15", "to": "2026-10-09", "weighings": 2, "gramsPerMonth": 270, "gained": 2,
                   "notGained": 0},
                  "after": {"from": "2026-10-10", "to": "2027-01-09", "weighings": 0, "gained": 0, "notGained": 0}},
                 "caveats": ["Anak tidak dibagi secara acak: perbedaan angka bukan bukti bahwa bantuan itu penyebabnya."]}""";

        OfOne {
            caveats = List.copyOf(caveats);
        }
    }
}

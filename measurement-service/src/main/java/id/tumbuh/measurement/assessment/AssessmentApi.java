package id.tumbuh.measurement.assessment;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shapes of the assessment as the OpenAPI document shows them; the wire itself is read and written by hand. */
public final class AssessmentApi {

    static final String REQUEST = """
            [{"ref": "a", "sex": "P", "birthDate": "2024-03-17", "measuredOn": "2025-08-12", "weightKg": 8.4,
              "lengthHeightCm": 72.5, "position": "LYING", "armCircumferenceCm": 13.1},
             {"ref": "b", "sex": "L", "ageMonths": 26.5, "weightKg": 10.9, "lengthHeightCm": 84.1, "position": "STANDING"}]""";
    static final String ANSWER = """
            [{"ref": "a", "adjustedLengthHeightCm": 72.5, "bmi": 15.980975029726517, "indices": {
              "lengthHeightForAge": {"z": -2.47, "implausible": false, "category": "STUNTED"},
              "weightForAge": {"z": -1.44, "implausible": false, "category": "NORMAL"},
              "weightForLengthHeight": {"z": -0.35, "implausible": false, "category": "NORMAL"},
              "bmiForAge": {"z": 0.11, "implausible": false, "category": "NORMAL"},
              "headCircumferenceForAge": {"z": null, "implausible": false, "category": null},
              "armCircumferenceForAge": {"z": -1.18, "implausible": false, "category": null},
              "tricepsForAge": {"z": null, "implausible": false, "category": null},
              "subscapularForAge": {"z": null, "implausible": false, "category": null}}}]""";

    private AssessmentApi() {}

    @Schema(name = "ChildToAssess")
    record Child(
            @Schema(description = "Echoed, so that answers are found again", nullable = true) @Nullable
            String ref,

            @Schema(
                    required = true,
                    enumeration = {"L", "P"})
            String sex,

            @Nullable LocalDate birthDate,
            @Nullable LocalDate measuredOn,

            @Schema(description = "Instead of the dates; fractions allowed", minimum = "0") @Nullable
            Double ageDays,

            @Schema(description = "Instead of the dates, in months of 30.4375 days", minimum = "0") @Nullable
            Double ageMonths,

            @Schema(minimum = "0", maximum = "1000") @Nullable
            Double weightKg,

            @Schema(minimum = "0", maximum = "1000") @Nullable
            Double lengthHeightCm,

            @Schema(
                    enumeration = {"LYING", "STANDING"},
                    description = "Null: as the age asks for")
            @Nullable
            String position,

            @Schema(minimum = "0", maximum = "1000") @Nullable
            Double headCircumferenceCm,

            @Schema(minimum = "0", maximum = "1000") @Nullable
            Double armCircumferenceCm,

            @Schema(minimum = "0", maximum = "1000") @Nullable
            Double tricepsMm,

            @Schema(minimum = "0", maximum = "1000") @Nullable
            Double subscapularMm,

            @Schema(description = "Bilateral pitting oedema; null is no") @Nullable
            Boolean oedema) {}

    @Schema(name = "AssessedChild")
    record Answer(
            @Nullable String ref,
            @Nullable Double adjustedLengthHeightCm,
            @Nullable Double bmi,
            Indices indices) {}

    /** One entry an index. */
    @Schema(name = "GrowthIndices")
    public record Indices(
            Index lengthHeightForAge,
            Index weightForAge,
            Index weightForLengthHeight,
            Index bmiForAge,
            Index headCircumferenceForAge,
            Index armCircumferenceForAge,
            Index tricepsForAge,
            Index subscapularForAge) {}

    /** A z-score on two decimals, whether it can be believed, and what Permenkes 2/2020 calls it. */
    @Schema(name = "GrowthIndex")
    public record Index(
            @Nullable Double z,
            boolean implausible,
            @Nullable String category) {}
}

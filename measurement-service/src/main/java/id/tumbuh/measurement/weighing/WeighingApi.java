package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.assessment.AssessmentApi;
import id.tumbuh.platform.http.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shapes of this feature as the OpenAPI document shows them; the wire itself is read and written by hand. */
final class WeighingApi {

    static final String BATCH = """
            [{"id": "0198c1a0-0000-7000-8000-000000000004", "childId": "0198c1a0-0000-7000-8000-000000000002",
              "measuredOn": "2025-08-12", "posyanduId": "0198c1a0-0000-7000-8000-000000000003", "weightKg": 8.4,
              "lengthHeightCm": 72.5, "position": "LYING", "armCircumferenceCm": 13.1, "source": "POSYANDU"}]""";
    static final String BATCH_ANSWER = """
            [{"id": "0198c1a0-0000-7000-8000-000000000004", "outcome": "CREATED"},
             {"id": "0198c1a0-0000-7000-8000-000000000006", "outcome": "INVALID", "problem": {
               "type": "urn:tumbuh:problem:invalid-request", "title": "Ada isian yang tidak dapat diterima", "status": 400,
               "code": "INVALID_REQUEST", "errors": [{"pointer": "/1/weightKg", "reason": "OUT_OF_RANGE",
               "title": "Di luar batas yang diperbolehkan"}]}}]""";
    static final String MEASUREMENT = """
            {"measurementId": "0198c1a0-0000-7000-8000-000000000004", "version": 1,
             "childId": "0198c1a0-0000-7000-8000-000000000002", "familyId": "0198c1a0-0000-7000-8000-000000000001",
             "areaCode": "36.04.20.2006", "posyanduId": "0198c1a0-0000-7000-8000-000000000003", "sex": "P",
             "measuredOn": "2025-08-12", "ageDays": 513, "ageMonths": 16, "voided": false, "source": "POSYANDU",
             "weightKg": 8.4, "lengthHeightCm": 72.5, "adjustedLengthHeightCm": 72.5, "position": "LYING",
             "positionAssumed": false, "armCircumferenceCm": 13.1, "oedema": false, "bmi": 15.980975029726517,
             "indices": {"lengthHeightForAge": {"z": -2.47, "implausible": false, "category": "STUNTED"}},
             "belowRedLine": false, "growthCard": {"month": "2025-08", "mark": "T", "gainGrams": 100,
             "minimumGainGrams": 200, "notGainedInARow": 1, "twiceNotGained": false, "ruleVersion": "kms-1"},
             "standard": "WHO-2006", "ruleVersion": "growth-1"}""";

    static final String CORRECTION = """
            {"childId": "0198c1a0-0000-7000-8000-000000000002", "measuredOn": "2025-08-12",
             "posyanduId": "0198c1a0-0000-7000-8000-000000000003", "weightKg": 8.9, "lengthHeightCm": 72.5,
             "position": "LYING", "reason": "TYPING_MISTAKE"}""";

    private WeighingApi() {}

    @Schema(name = "MeasurementToRecord")
    record Row(
            @Schema(required = true, description = "Made by the client, the same when the row is sent again")
            UUID id,

            @Schema(required = true) UUID childId,

            @Schema(required = true, description = "Not in the future")
            LocalDate measuredOn,

            @Nullable UUID posyanduId,

            @Schema(
                    description = "The number on the scales and length board",
                    pattern = "[A-Za-z0-9][A-Za-z0-9/-]{0,15}")
            @Nullable
            String kit,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double weightKg,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double lengthHeightCm,

            @Schema(
                    enumeration = {"LYING", "STANDING"},
                    description = "Null: assumed as the age asks for")
            @Nullable
            String position,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double headCircumferenceCm,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double armCircumferenceCm,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double tricepsMm,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double subscapularMm,

            @Nullable Boolean oedema,

            @Schema(defaultValue = "POSYANDU", pattern = "[A-Z][A-Z0-9_]{1,29}") @Nullable
            String source) {}

    @Schema(name = "MeasurementCorrection")
    record CorrectionForm(
            @Schema(required = true, description = "Another child than before gives the measurement to that one")
            UUID childId,

            @Schema(required = true, description = "Not in the future")
            LocalDate measuredOn,

            @Nullable UUID posyanduId,

            @Schema(
                    description = "The number on the scales and length board",
                    pattern = "[A-Za-z0-9][A-Za-z0-9/-]{0,15}")
            @Nullable
            String kit,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double weightKg,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double lengthHeightCm,

            @Schema(enumeration = {"LYING", "STANDING"}) @Nullable
            String position,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double headCircumferenceCm,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double armCircumferenceCm,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double tricepsMm,

            @Schema(exclusiveMinimum = true, minimum = "0", maximum = "1000") @Nullable
            Double subscapularMm,

            @Nullable Boolean oedema,

            @Schema(defaultValue = "POSYANDU", pattern = "[A-Z][A-Z0-9_]{1,29}") @Nullable
            String source,

            @Schema(
                    required = true,
                    enumeration = {
                        "TYPING_MISTAKE",
                        "WRONG_DATE",
                        "WRONG_CHILD",
                        "MEASURED_AGAIN",
                        "FAULTY_INSTRUMENT",
                        "RECORDED_TWICE",
                        "OTHER"
                    })
            String reason) {}

    @Schema(name = "RecordedMeasurement")
    record RowAnswer(
            @Nullable UUID id,

            @Schema(enumeration = {"CREATED", "UNCHANGED", "PENDING_CHILD", "CONFLICT", "INVALID"})
            String outcome,

            Problem.@Nullable Body problem,

            @Schema(description = "What can hardly be in a row that was taken") @Nullable
            List<Problem.Body.Field> warnings) {}

    @Schema(name = "Measurement")
    record Measurement(
            UUID measurementId,
            int version,
            UUID childId,
            UUID familyId,

            @Schema(description = "Where the child lived on the day")
            String areaCode,

            @Nullable UUID posyanduId,

            @Schema(
                    description = "The number on the scales and length board",
                    pattern = "[A-Za-z0-9][A-Za-z0-9/-]{0,15}")
            @Nullable
            String kit,

            String sex,
            LocalDate measuredOn,
            int ageDays,

            @Schema(description = "Completed months of 30.4375 days")
            int ageMonths,

            boolean voided,
            String source,
            @Nullable Double weightKg,
            @Nullable Double lengthHeightCm,
            @Nullable Double adjustedLengthHeightCm,
            @Nullable String position,
            boolean positionAssumed,
            @Nullable Double headCircumferenceCm,
            @Nullable Double armCircumferenceCm,
            boolean oedema,
            @Nullable Double bmi,
            @Nullable Double tricepsMm,
            @Nullable Double subscapularMm,
            AssessmentApi.Indices indices,

            @Schema(description = "BGM: weight for age under the red line of the card")
            boolean belowRedLine,

            @Schema(description = "On the one weighing of its month that counts") @Nullable
            CardEntry growthCard,

            String standard,
            String ruleVersion,

            @Schema(description = "What systems that look a child up by completed months say of the same figures")
            @Nullable
            CompletedMonths completedMonths,

            @Schema(
                    description =
                            "The gain since the weighing before, by WHO's weight velocity standards; to 24 months")
            @Nullable
            WeightVelocity weightVelocity) {}

    @Schema(name = "CompletedMonthsReading")
    record CompletedMonths(int ageMonths, AssessmentApi.Indices indices) {}

    @Schema(name = "WeightVelocity")
    record WeightVelocity(
            int months,
            int gainGrams,
            @Nullable Double z,

            @Schema(
                    description = "Where it says more than the card",
                    enumeration = {
                        "SLOW_OVER_MISSED_MONTH",
                        "USUAL_OVER_MISSED_MONTH",
                        "SLOW_THOUGH_GAINED",
                        "USUAL_THOUGH_NOT_GAINED"
                    })
            @Nullable
            String note,

            @Nullable String noteText) {}

    @Schema(name = "MeasurementRevision")
    record Revision(
            UUID measurementId,
            int version,
            UUID childId,
            LocalDate measuredOn,
            boolean voided,
            Instant recordedAt,
            String recordedBy,
            String reason,
            @Nullable Double weightKg,
            @Nullable Double lengthHeightCm,
            @Nullable String position,
            @Nullable Double headCircumferenceCm,
            @Nullable Double armCircumferenceCm,
            @Nullable Double tricepsMm,
            @Nullable Double subscapularMm,
            boolean oedema,
            AssessmentApi.Indices indices,
            boolean belowRedLine,
            @Nullable CardEntry growthCard,
            String ruleVersion) {}

    @Schema(name = "GrowthCardEntry")
    record CardEntry(
            @Schema(examples = "2025-08") String month,

            @Schema(enumeration = {"B", "O", "N", "T"}) String mark,

            @Nullable Integer gainGrams,

            @Schema(description = "KBM, what the gain was compared with") @Nullable
            Integer minimumGainGrams,

            int notGainedInARow,

            @Schema(description = "2T") boolean twiceNotGained,

            String ruleVersion) {}
}

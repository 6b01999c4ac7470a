package id.tumbuh.measurement.maternal;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shapes of this feature as the OpenAPI document shows them; bodies are read by hand. */
final class MaternalApi {

    static final String PREGNANCY_BATCH = """
            [{"id": "0198c1a0-0000-7000-8000-000000000021", "pregnancyId": "0198c1a0-0000-7000-8000-000000000022",
              "familyId": "0198c1a0-0000-7000-8000-000000000001", "areaCode": "36.04.20.2006", "checkedOn": "2025-08-12",
              "gestationalWeeks": 20, "armCircumferenceCm": 22.9, "haemoglobinGramsPerDl": 10.4, "weightKg": 48.5,
              "ironTabletsTotal": 30, "source": "POSYANDU"}]""";
    static final String COUPLE_BATCH = """
            [{"id": "0198c1a0-0000-7000-8000-000000000031", "coupleId": "0198c1a0-0000-7000-8000-000000000032",
              "areaCode": "36.04.20.2006", "checkedOn": "2025-08-12", "weddingOn": "2025-12-01",
              "bride": {"ageYears": 22, "weightKg": 47.5, "heightCm": 155, "armCircumferenceCm": 23, "smokes": false},
              "groom": {"ageYears": 25, "smokes": true}}]""";
    static final String OUTCOMES = """
            One answer a row, in order: CREATED; UNCHANGED, it was there with the same content; CONFLICT, the id belongs to \
            other content; INVALID, with a problem that points at the wrong fields. A row never spoils the others, and what \
            was found never refuses one. A 200 means that every row CREATED is durable.""";

    private MaternalApi() {}

    /** A check of a pregnant woman on its way in. */
    @Schema(name = "PregnancyCheckToRecord")
    record PregnancyRow(
            @Schema(required = true, description = "Made by the client, the same when the row is sent again")
            UUID id,

            @Schema(required = true) UUID pregnancyId,

            @Schema(required = true) UUID familyId,

            @Schema(required = true, description = "Desa or kelurahan, among the sender's areas")
            String areaCode,

            @Schema(required = true, description = "Not in the future")
            LocalDate checkedOn,

            @Schema(minimum = "0", maximum = "45", description = "Completed weeks") @Nullable
            Integer gestationalWeeks,

            @Schema(description = "Instead of the weeks") @Nullable
            LocalDate lastMenstrualPeriodOn,

            @Schema(minimum = "10", maximum = "60", description = "LILA") @Nullable
            Double armCircumferenceCm,

            @Schema(minimum = "1", maximum = "25") @Nullable Double haemoglobinGramsPerDl,

            @Schema(minimum = "20", maximum = "250") @Nullable
            Double weightKg,

            @Schema(minimum = "80", maximum = "230") @Nullable
            Double heightCm,

            @Schema(minimum = "0", maximum = "500", description = "TTD since the pregnancy began") @Nullable
            Integer ironTabletsTotal,

            @Schema(defaultValue = "POSYANDU", pattern = "[A-Z][A-Z0-9_]{1,29}") @Nullable
            String source,

            @Schema(description = "Only of a correction, and there required") @Nullable
            CorrectionReason reason) {}

    /** A check of a couple on its way in. */
    @Schema(name = "CoupleCheckToRecord")
    record CoupleRow(
            @Schema(required = true, description = "Made by the client, the same when the row is sent again")
            UUID id,

            @Schema(required = true) UUID coupleId,

            @Schema(required = true, description = "Desa or kelurahan, among the sender's areas")
            String areaCode,

            @Schema(required = true, description = "Not in the future")
            LocalDate checkedOn,

            @Nullable LocalDate weddingOn,
            @Nullable Bride bride,
            @Nullable Groom groom,

            @Schema(defaultValue = "ELSIMIL", pattern = "[A-Z][A-Z0-9_]{1,29}") @Nullable
            String source,

            @Schema(description = "Only of a correction, and there required") @Nullable
            CorrectionReason reason) {}

    @Schema(name = "BrideToCheck")
    record Bride(
            @Schema(description = "Only the age on the day of the check is kept") @Nullable
            LocalDate birthDate,

            @Schema(minimum = "10", maximum = "110", description = "Instead of the birth date") @Nullable
            Integer ageYears,

            @Schema(minimum = "20", maximum = "250") @Nullable
            Double weightKg,

            @Schema(minimum = "80", maximum = "230") @Nullable
            Double heightCm,

            @Schema(minimum = "10", maximum = "60") @Nullable
            Double armCircumferenceCm,

            @Schema(minimum = "1", maximum = "25") @Nullable Double haemoglobinGramsPerDl,

            @Nullable Boolean smokes,
            @Nullable Boolean exposedToSmoke) {}

    @Schema(name = "GroomToCheck")
    record Groom(
            @Nullable LocalDate birthDate,

            @Schema(minimum = "10", maximum = "110") @Nullable
            Integer ageYears,

            @Nullable Boolean smokes) {}

    /** What became of a row. */
    @Schema(name = "RecordedPregnancyCheck")
    record PregnancyRowAnswer(
            @Nullable UUID id,

            @Schema(enumeration = {"CREATED", "UNCHANGED", "CONFLICT", "INVALID"})
            String outcome,

            @Nullable PregnancyAnswer finding) {}

    /** What became of a row. */
    @Schema(name = "RecordedCoupleCheck")
    record CoupleRowAnswer(
            @Nullable UUID id,

            @Schema(enumeration = {"CREATED", "UNCHANGED", "CONFLICT", "INVALID"})
            String outcome,

            @Nullable CoupleAnswer finding) {}
}

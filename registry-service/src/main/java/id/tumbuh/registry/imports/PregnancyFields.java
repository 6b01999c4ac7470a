package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.mapping.FieldType;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.FormatSpec.Field;
import id.tumbuh.registry.imports.mapping.FormatSpec.Need;
import id.tumbuh.registry.pregnancy.NewPregnancy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A pregnancy as fields and texts. */
final class PregnancyFields {
    static final String EXTERNAL_ID = "externalId";
    static final String MOTHER_EXTERNAL_ID = "motherExternalId";
    static final String MOTHER_NIK = "motherNik";
    static final String MOTHER = "mother";
    static final String CONFIRMED_ON = "confirmedOn";
    static final String LAST_PERIOD_ON = "lastPeriodOn";
    static final String ENDED_ON = "endedOn";
    static final String OUTCOME = "outcome";
    private static final String EXPECTED_ON = "expectedOn";

    /** In the order of {@link Said}: it only ever grows at its end. */
    static final List<String> STORED = List.of(MOTHER, CONFIRMED_ON, LAST_PERIOD_ON, EXPECTED_ON);

    static final FormatSpec SPEC = new FormatSpec(
            "pregnancies",
            List.of(
                    Field.of(EXTERNAL_ID, new FieldType.Plain(100), "ID Kehamilan", "ID Ibu Hamil"),
                    Field.of(MOTHER_EXTERNAL_ID, new FieldType.Plain(100), "ID Ibu", "ID Anggota", "ID Individu"),
                    Field.of(MOTHER_NIK, new FieldType.NikDigits(), "NIK Ibu", "NIK"),
                    Field.of(
                            CONFIRMED_ON,
                            new FieldType.Day(),
                            "Tanggal Dinyatakan Hamil",
                            "Tanggal Periksa Pertama",
                            "Tanggal Pendataan"),
                    Field.of(LAST_PERIOD_ON, new FieldType.Day(), "HPHT", "Hari Pertama Haid Terakhir"),
                    Field.of(EXPECTED_ON, new FieldType.Day(), "HPL", "Hari Perkiraan Lahir"),
                    Field.of(
                            ENDED_ON,
                            new FieldType.Day(),
                            "Tanggal Akhir Kehamilan",
                            "Tanggal Persalinan",
                            "Tanggal Bersalin"),
                    Field.of(OUTCOME, Answers.OUTCOME, "Hasil Kehamilan", "Hasil Persalinan")),
            List.of(Need.of(CONFIRMED_ON), Need.oneOf(MOTHER_EXTERNAL_ID, MOTHER_NIK)));

    private PregnancyFields() {}

    static Map<String, String> of(NewPregnancy pregnancy) {
        Map<String, String> values = new HashMap<>();
        FamilyFields.put(values, MOTHER, pregnancy.motherId());
        FamilyFields.put(values, CONFIRMED_ON, pregnancy.confirmedOn());
        FamilyFields.put(values, LAST_PERIOD_ON, pregnancy.lastPeriodOn());
        FamilyFields.put(values, EXPECTED_ON, pregnancy.expectedOn());
        return values;
    }

    static NewPregnancy pregnancy(UUID id, Map<String, String> values) {
        return new NewPregnancy(
                id,
                UUID.fromString(Objects.requireNonNull(values.get(MOTHER))),
                LocalDate.parse(Objects.requireNonNull(values.get(CONFIRMED_ON))),
                FamilyFields.read(values, LAST_PERIOD_ON, LocalDate::parse),
                FamilyFields.read(values, EXPECTED_ON, LocalDate::parse));
    }
}

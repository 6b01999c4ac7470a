package id.tumbuh.registry.imports;

import id.tumbuh.registry.child.NewChild;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.imports.mapping.FieldType;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.FormatSpec.Field;
import id.tumbuh.registry.imports.mapping.FormatSpec.Need;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A child as fields and texts: the common ground of a file, the registry and what a source said last. */
final class ChildFields {
    static final String EXTERNAL_ID = "externalId";
    /** Our family and our posyandu, found by what the row calls them. */
    static final String FAMILY = "family";

    static final String POSYANDU = "posyandu";
    static final String SEX = "sex";
    static final String BIRTH_DATE = "birthDate";
    static final String NAME = "name";
    static final String MOTHER = "motherName";
    static final String FATHER = "fatherName";
    static final String NIK = "nik";

    private static final String BIRTH_ORDER = "birthOrder";
    private static final String BIRTH_WEIGHT = "birthWeightGrams";
    private static final String BIRTH_LENGTH = "birthLengthCm";
    private static final String ACTIVE = "active";
    private static final int GRAMS_A_KILOGRAM = 3;

    /** In the order of {@link Said}: it only ever grows at its end. */
    static final List<String> STORED = List.of(
            FAMILY,
            POSYANDU,
            SEX,
            BIRTH_DATE,
            NAME,
            MOTHER,
            FATHER,
            NIK,
            BIRTH_ORDER,
            BIRTH_WEIGHT,
            BIRTH_LENGTH,
            ACTIVE);

    private ChildFields() {}

    static FormatSpec spec(ImportRules.BirthLimits limits) {
        BigDecimal never = BigDecimal.valueOf(Integer.MAX_VALUE);
        return new FormatSpec(
                "children",
                List.of(
                        Field.of(EXTERNAL_ID, new FieldType.Plain(100), "ID Anak", "ID Balita", "Kode Anak"),
                        Field.of(FamilyOfRows.EXTERNAL_ID, new FieldType.Plain(100), "ID Keluarga", "Kode Keluarga"),
                        Field.of(
                                FamilyOfRows.CARD,
                                new FieldType.CardDigits(),
                                "No KK",
                                "Nomor KK",
                                "Nomor Kartu Keluarga"),
                        Field.of(NIK, new FieldType.NikDigits(), "NIK", "NIK Anak"),
                        Field.of(NAME, new FieldType.Plain(100), "Nama", "Nama Anak", "Nama Balita"),
                        Field.of(SEX, Answers.SEX, "Jenis Kelamin", "JK"),
                        Field.of(BIRTH_DATE, new FieldType.Day(), "Tanggal Lahir", "Tgl Lahir"),
                        Field.of(MOTHER, new FieldType.Plain(100), "Nama Ibu"),
                        Field.of(FATHER, new FieldType.Plain(100), "Nama Ayah"),
                        Field.of(BIRTH_ORDER, new FieldType.Whole(1, 30), "Anak Ke"),
                        Field.of(
                                BIRTH_WEIGHT,
                                new FieldType.Measure(
                                        limits.gramsAbove(),
                                        GRAMS_A_KILOGRAM,
                                        limits.lightestKg(),
                                        limits.heaviestKg()),
                                "Berat Lahir",
                                "BB Lahir"),
                        Field.of(
                                BIRTH_LENGTH,
                                new FieldType.Measure(never, 1, limits.shortestCm(), limits.longestCm()),
                                "Panjang Lahir",
                                "TB Lahir",
                                "PB Lahir"),
                        Field.of(POSYANDU, new FieldType.Plain(100), "Posyandu", "Nama Posyandu"),
                        Field.of(ACTIVE, Answers.FLAG, "Aktif"),
                        Places.AREA,
                        Places.PROVINCE,
                        Places.REGENCY,
                        Places.DISTRICT,
                        Places.VILLAGE,
                        Field.of("rw", new FieldType.Neighbourhood(), "RW"),
                        Field.of("rt", new FieldType.Neighbourhood(), "RT"),
                        Field.of("address", new FieldType.Plain(300), "Alamat")),
                List.of(
                        Need.of(SEX),
                        Need.of(BIRTH_DATE),
                        Need.oneOf(NAME, EXTERNAL_ID, NIK, MOTHER),
                        new Need(List.of(
                                List.of(FamilyOfRows.EXTERNAL_ID),
                                List.of(FamilyOfRows.CARD),
                                List.of("area"),
                                List.of("province", "regency", "district", "village")))));
    }

    static Map<String, String> of(NewChild child) {
        Map<String, String> values = new HashMap<>();
        FamilyFields.put(values, FAMILY, child.familyId());
        FamilyFields.put(values, POSYANDU, child.posyanduId());
        FamilyFields.put(values, SEX, child.sex());
        FamilyFields.put(values, BIRTH_DATE, child.birthDate());
        FamilyFields.put(values, NAME, child.name());
        FamilyFields.put(values, MOTHER, child.motherName());
        FamilyFields.put(values, FATHER, child.fatherName());
        Nik nik = child.nik();
        FamilyFields.put(values, NIK, nik == null ? null : nik.digits());
        FamilyFields.put(values, BIRTH_ORDER, child.birthOrder());
        Integer grams = child.birthWeightGrams();
        FamilyFields.put(
                values,
                BIRTH_WEIGHT,
                grams == null
                        ? null
                        : BigDecimal.valueOf(grams, GRAMS_A_KILOGRAM).toPlainString());
        BigDecimal length = child.birthLengthCm();
        FamilyFields.put(
                values, BIRTH_LENGTH, length == null ? null : length.setScale(1).toPlainString());
        values.put(ACTIVE, Boolean.toString(child.active()));
        return values;
    }

    static NewChild child(UUID id, Map<String, String> values) {
        return new NewChild(
                id,
                UUID.fromString(Objects.requireNonNull(values.get(FAMILY))),
                null,
                FamilyFields.read(values, POSYANDU, UUID::fromString),
                Sex.valueOf(Objects.requireNonNull(values.get(SEX))),
                LocalDate.parse(Objects.requireNonNull(values.get(BIRTH_DATE))),
                values.get(NAME),
                values.get(MOTHER),
                values.get(FATHER),
                FamilyFields.read(values, NIK, Nik::new),
                FamilyFields.read(values, BIRTH_ORDER, Integer::valueOf),
                FamilyFields.read(
                        values,
                        BIRTH_WEIGHT,
                        kilograms -> new BigDecimal(kilograms)
                                .movePointRight(GRAMS_A_KILOGRAM)
                                .intValueExact()),
                FamilyFields.read(values, BIRTH_LENGTH, BigDecimal::new),
                !"false".equals(values.get(ACTIVE)));
    }
}

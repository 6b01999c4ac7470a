package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.family.FamilyConditions;
import id.tumbuh.registry.family.NewFamily;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.imports.mapping.FieldType;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.FormatSpec.Field;
import id.tumbuh.registry.imports.mapping.FormatSpec.Need;
import id.tumbuh.registry.screening.Contraception;
import id.tumbuh.registry.screening.DrinkingWater;
import id.tumbuh.registry.screening.Latrine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A family as fields and texts: the common ground of a file, the registry and what a source said last. */
final class FamilyFields {
    static final String AREA = "area";
    static final String CARD = "cardNumber";
    static final String HEAD = "headName";
    static final String EXTERNAL_ID = "externalId";

    /** In the order of {@link Said}: it only ever grows at its end. */
    static final List<String> STORED = List.of(
            AREA,
            "rw",
            "rt",
            HEAD,
            CARD,
            "phone",
            "address",
            "welfareRank",
            "drinkingWater",
            "latrine",
            "contraception",
            "wifeBirthDate",
            "pregnant",
            "children",
            "closestSpacingMonths",
            "youngestChildBirthDate");

    static final FormatSpec SPEC = new FormatSpec(
            "families",
            List.of(
                    Field.of(EXTERNAL_ID, new FieldType.Plain(100), "ID Keluarga", "Kode Keluarga", "No Urut Keluarga"),
                    Field.of(CARD, new FieldType.CardDigits(), "No KK", "Nomor KK", "Nomor Kartu Keluarga"),
                    Field.of(HEAD, new FieldType.Plain(100), "Nama Kepala Keluarga", "Kepala Keluarga"),
                    Places.AREA,
                    Places.PROVINCE,
                    Places.REGENCY,
                    Places.DISTRICT,
                    Places.VILLAGE,
                    Field.of("rw", new FieldType.Neighbourhood(), "RW"),
                    Field.of("rt", new FieldType.Neighbourhood(), "RT"),
                    Field.of("address", new FieldType.Plain(300), "Alamat"),
                    Field.of("phone", new FieldType.Plain(20), "No HP", "No Telepon", "Nomor HP"),
                    Field.of("welfareRank", new FieldType.Whole(1, 10), "Peringkat Kesejahteraan", "Desil"),
                    Field.of("drinkingWater", Answers.WATER, "Sumber Air Minum Utama", "Sumber Air Minum"),
                    Field.of(
                            "latrine",
                            Answers.LATRINE,
                            "Fasilitas Buang Air Besar",
                            "Tempat Buang Air Besar",
                            "Jamban"),
                    Field.of("contraception", Answers.CONTRACEPTION, "Alat/Cara KB", "Metode KB", "Jenis Alat KB"),
                    Field.of("wifeBirthDate", new FieldType.Day(), "Tanggal Lahir Istri", "Tgl Lahir Istri"),
                    Field.of("pregnant", Answers.FLAG, "Istri Hamil", "Hamil"),
                    Field.of("children", new FieldType.Whole(0, 30), "Jumlah Anak"),
                    Field.of(
                            "closestSpacingMonths",
                            new FieldType.Whole(0, 600),
                            "Jarak Kelahiran (Bulan)",
                            "Jarak Kelahiran"),
                    Field.of(
                            "youngestChildBirthDate",
                            new FieldType.Day(),
                            "Tanggal Lahir Anak Terkecil",
                            "Tanggal Lahir Anak Bungsu")),
            List.of(Places.NEEDED, Need.oneOf(EXTERNAL_ID, CARD, HEAD)));

    private FamilyFields() {}

    static Map<String, String> of(NewFamily family) {
        FamilyConditions conditions = family.conditions();
        Map<String, String> values = new HashMap<>();
        put(values, AREA, family.area());
        put(values, "rw", family.rw());
        put(values, "rt", family.rt());
        put(values, HEAD, family.headName());
        FamilyCardNumber card = family.card();
        put(values, CARD, card == null ? null : card.digits());
        put(values, "phone", family.phone());
        put(values, "address", family.address());
        put(values, "welfareRank", family.welfareRank());
        put(values, "drinkingWater", conditions.drinkingWater());
        put(values, "latrine", conditions.latrine());
        put(values, "contraception", conditions.contraception());
        put(values, "wifeBirthDate", conditions.wifeBirthDate());
        put(values, "pregnant", conditions.pregnant());
        put(values, "children", conditions.children());
        put(values, "closestSpacingMonths", conditions.closestSpacingMonths());
        put(values, "youngestChildBirthDate", conditions.youngestChildBirthDate());
        return values;
    }

    static NewFamily family(UUID id, Map<String, String> values) {
        return new NewFamily(
                id,
                new AreaCode(Objects.requireNonNull(values.get(AREA))),
                values.get("rw"),
                values.get("rt"),
                values.get(HEAD),
                read(values, CARD, FamilyCardNumber::new),
                values.get("phone"),
                values.get("address"),
                read(values, "welfareRank", Integer::valueOf),
                new FamilyConditions(
                        read(values, "drinkingWater", DrinkingWater::valueOf),
                        read(values, "latrine", Latrine::valueOf),
                        read(values, "contraception", Contraception::valueOf),
                        read(values, "wifeBirthDate", LocalDate::parse),
                        read(values, "pregnant", Boolean::valueOf),
                        read(values, "children", Integer::valueOf),
                        read(values, "closestSpacingMonths", Integer::valueOf),
                        read(values, "youngestChildBirthDate", LocalDate::parse)));
    }

    static void put(Map<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }

    static <T> @Nullable T read(Map<String, String> values, String field, Function<String, T> reading) {
        String value = values.get(field);
        return value == null ? null : reading.apply(value);
    }
}

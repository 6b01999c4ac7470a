package id.tumbuh.registry.imports;

import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.imports.mapping.FieldType;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.FormatSpec.Field;
import id.tumbuh.registry.imports.mapping.FormatSpec.Need;
import id.tumbuh.registry.member.MaritalStatus;
import id.tumbuh.registry.member.NewMember;
import id.tumbuh.registry.member.Relation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A member of a family as fields and texts. */
final class MemberFields {
    static final String EXTERNAL_ID = "externalId";
    static final String FAMILY = "family";
    static final String RELATION = "relation";
    static final String SEX = "sex";
    static final String BIRTH_DATE = "birthDate";
    static final String NAME = "name";
    static final String NIK = "nik";
    private static final String MARITAL_STATUS = "maritalStatus";
    private static final String ACTIVE = "active";

    /** In the order of {@link Said}: it only ever grows at its end. */
    static final List<String> STORED = List.of(FAMILY, RELATION, SEX, BIRTH_DATE, MARITAL_STATUS, NAME, NIK, ACTIVE);

    static final FormatSpec SPEC = new FormatSpec(
            "members",
            List.of(
                    Field.of(EXTERNAL_ID, new FieldType.Plain(100), "ID Anggota", "ID Individu", "Kode Anggota"),
                    Field.of(FamilyOfRows.EXTERNAL_ID, new FieldType.Plain(100), "ID Keluarga", "Kode Keluarga"),
                    Field.of(
                            FamilyOfRows.CARD, new FieldType.CardDigits(), "No KK", "Nomor KK", "Nomor Kartu Keluarga"),
                    Field.of(NIK, new FieldType.NikDigits(), "NIK"),
                    Field.of(NAME, new FieldType.Plain(100), "Nama", "Nama Anggota Keluarga"),
                    Field.of(SEX, Answers.SEX, "Jenis Kelamin", "JK"),
                    Field.of(BIRTH_DATE, new FieldType.Day(), "Tanggal Lahir", "Tgl Lahir"),
                    Field.of(
                            RELATION,
                            Answers.RELATION,
                            "Hubungan Dalam Keluarga",
                            "Hubungan dengan Kepala Keluarga",
                            "SHDK"),
                    Field.of(MARITAL_STATUS, Answers.MARITAL_STATUS, "Status Perkawinan", "Status Kawin"),
                    Field.of(ACTIVE, Answers.FLAG, "Aktif")),
            List.of(
                    Need.of(SEX),
                    Need.of(RELATION),
                    Need.oneOf(NAME, EXTERNAL_ID, NIK),
                    Need.oneOf(FamilyOfRows.EXTERNAL_ID, FamilyOfRows.CARD)));

    private MemberFields() {}

    static Map<String, String> of(NewMember member) {
        Map<String, String> values = new HashMap<>();
        FamilyFields.put(values, FAMILY, member.familyId());
        FamilyFields.put(values, RELATION, member.relation());
        FamilyFields.put(values, SEX, member.sex());
        FamilyFields.put(values, BIRTH_DATE, member.birthDate());
        FamilyFields.put(values, MARITAL_STATUS, member.maritalStatus());
        FamilyFields.put(values, NAME, member.name());
        Nik nik = member.nik();
        FamilyFields.put(values, NIK, nik == null ? null : nik.digits());
        values.put(ACTIVE, Boolean.toString(member.active()));
        return values;
    }

    static NewMember member(UUID id, Map<String, String> values) {
        return new NewMember(
                id,
                UUID.fromString(Objects.requireNonNull(values.get(FAMILY))),
                Relation.valueOf(Objects.requireNonNull(values.get(RELATION))),
                Sex.valueOf(Objects.requireNonNull(values.get(SEX))),
                FamilyFields.read(values, BIRTH_DATE, LocalDate::parse),
                FamilyFields.read(values, MARITAL_STATUS, MaritalStatus::valueOf),
                values.get(NAME),
                FamilyFields.read(values, NIK, Nik::new),
                !"false".equals(values.get(ACTIVE)));
    }
}

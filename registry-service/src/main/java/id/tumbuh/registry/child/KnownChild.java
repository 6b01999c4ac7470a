package id.tumbuh.registry.child;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.SealedField;
import id.tumbuh.registry.identity.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One child with everything that is known of it, its NIK opened. */
record KnownChild(
        NewChild content,
        FamilyHome home,
        long version,
        @Nullable LocalDate joinedOn,
        @Nullable String stunting,
        @Nullable UUID mergedInto) {
    private static final String ALL = """
            select c.id, c.family_id, c.area_code, posyandu_id, sex, birth_date, name, mother_name, father_name, nik_sealed,
                birth_order, birth_weight_grams, birth_length_cm, active, stunting, c.version, joined_on, c.merged_into,
                f.data_key
            from child c join family f on f.id = c.family_id
            """;

    private static final String SELECT = ALL + " where c.id = :id";

    /** As far as the scope reaches. */
    static boolean exists(Handle sql, UUID id) {
        return sql.createQuery("select exists (select from child where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    static Optional<KnownChild> find(Handle sql, UUID id, IdentityKeys identities) {
        return sql.createQuery(SELECT)
                .bind("id", id)
                .map((row, _) -> read(row, identities))
                .findOne();
    }

    /** Others wait with their change until this one is through. */
    static Optional<KnownChild> lock(Handle sql, UUID id, IdentityKeys identities) {
        return sql.createQuery(SELECT + " for update of c")
                .bind("id", id)
                .map((row, _) -> read(row, identities))
                .findOne();
    }

    /** Active or not, in the order of their ids. */
    static List<KnownChild> lockAllOf(Handle sql, UUID family, IdentityKeys identities) {
        return sql.createQuery(ALL + " where c.family_id = :family order by c.id for update of c")
                .bind("family", family)
                .map((row, _) -> read(row, identities))
                .list();
    }

    AreaCode area() {
        return home.area();
    }

    /** A correction that leaves the NIK out keeps it: whoever corrects the birth date need not know it. */
    NewChild completing(NewChild correction) {
        return correction.nik() == null && content.nik() != null ? correction.withNik(content.nik()) : correction;
    }

    private static KnownChild read(ResultSet row, IdentityKeys identities) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        FamilyHome home = new FamilyHome(
                row.getObject("family_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getBytes("data_key"));
        byte[] sealed = row.getBytes("nik_sealed");
        String nik = sealed == null ? null : home.key(identities).open(SealedField.CHILD_NIK, id, sealed);
        NewChild content = new NewChild(
                id,
                home.id(),
                null,
                row.getObject("posyandu_id", UUID.class),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("name"),
                row.getString("mother_name"),
                row.getString("father_name"),
                nik == null ? null : new Nik(nik),
                row.getObject("birth_order", Integer.class),
                row.getObject("birth_weight_grams", Integer.class),
                row.getBigDecimal("birth_length_cm"),
                row.getBoolean("active"));
        return new KnownChild(
                content,
                home,
                row.getLong("version"),
                row.getObject("joined_on", LocalDate.class),
                row.getString("stunting"),
                row.getObject("merged_into", UUID.class));
    }

    @Override
    public String toString() {
        return "KnownChild[" + content.id() + "]";
    }
}

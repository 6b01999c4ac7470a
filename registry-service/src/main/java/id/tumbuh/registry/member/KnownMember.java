package id.tumbuh.registry.member;

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

/** One member with everything that is known of it, its NIK opened. */
public record KnownMember(
        NewMember content,
        FamilyHome home,
        long version,
        @Nullable LocalDate joinedOn,
        @Nullable UUID mergedInto) {
    private static final String ALL = """
            select m.id, m.family_id, m.area_code, m.relation, m.sex, m.birth_date, m.marital_status, m.name, m.nik_sealed,
                m.active, m.version, m.joined_on, m.merged_into, f.data_key
            from member m join family f on f.id = m.family_id
            """;

    /** As far as the scope reaches. */
    static boolean exists(Handle sql, UUID id) {
        return sql.createQuery("select exists (select from member where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    public static Optional<KnownMember> find(Handle sql, UUID id, IdentityKeys identities) {
        return one(sql, id, identities, "");
    }

    /** Others wait with their change until this one is through. */
    public static Optional<KnownMember> lock(Handle sql, UUID id, IdentityKeys identities) {
        return one(sql, id, identities, " for update of m");
    }

    /** Active or not, in the order of their ids. */
    static List<KnownMember> lockAllOf(Handle sql, UUID family, IdentityKeys identities) {
        return sql.createQuery(ALL + " where m.family_id = :family order by m.id for update of m")
                .bind("family", family)
                .map((row, _) -> read(row, identities))
                .list();
    }

    public UUID id() {
        return content.id();
    }

    String area() {
        return home.area().value();
    }

    /** A correction that leaves the NIK out keeps it: whoever corrects the birth date need not know it. */
    NewMember completing(NewMember correction) {
        return correction.nik() == null ? correction.withNik(content.nik()) : correction;
    }

    private static Optional<KnownMember> one(Handle sql, UUID id, IdentityKeys identities, String locking) {
        return sql.createQuery(ALL + " where m.id = :id" + locking)
                .bind("id", id)
                .map((row, _) -> read(row, identities))
                .findOne();
    }

    private static KnownMember read(ResultSet row, IdentityKeys identities) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        FamilyHome home = new FamilyHome(
                row.getObject("family_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getBytes("data_key"));
        byte[] sealed = row.getBytes("nik_sealed");
        String nik = sealed == null ? null : home.key(identities).open(SealedField.MEMBER_NIK, id, sealed);
        String married = row.getString("marital_status");
        NewMember content = new NewMember(
                id,
                home.id(),
                Relation.valueOf(row.getString("relation")),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                married == null ? null : MaritalStatus.valueOf(married),
                row.getString("name"),
                nik == null ? null : new Nik(nik),
                row.getBoolean("active"));
        return new KnownMember(
                content,
                home,
                row.getLong("version"),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("merged_into", UUID.class));
    }

    @Override
    public String toString() {
        return "KnownMember[" + content.id() + "]";
    }
}

package id.tumbuh.registry.member;

import id.tumbuh.registry.batch.Columns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The members of the database; one statement for each batch. */
final class Members {
    private static final String INSERT = """
            insert into member (id, family_id, area_code, relation, sex, birth_date, marital_status, name, nik_sealed,
                nik_index, active, fingerprint, version)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, relation, sex, birth_date, marital_status, name, nik_sealed, nik_index,
                    active, fingerprint, version)
            -- always in the same order: two batches that hold the same members wait for each other instead of dying
            order by id
            on conflict (id) do nothing
            returning id""";

    private static final String UPDATE = """
            update member set family_id = row.family_id, area_code = row.area_code, relation = row.relation,
                sex = row.sex, birth_date = row.birth_date, marital_status = row.marital_status, name = row.name,
                nik_sealed = row.nik_sealed, nik_index = row.nik_index, active = row.active,
                fingerprint = row.fingerprint, version = row.version, changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, relation, sex, birth_date, marital_status, name, nik_sealed, nik_index,
                    active, fingerprint, version)
            where member.id = row.id""";

    /** The fingerprint stays: who registered the member before may send it again as it was. */
    private static final String TRANSFER = """
            update member set family_id = row.family_id, area_code = row.area_code, nik_sealed = row.nik_sealed,
                version = row.version, changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?) as row (id, family_id, area_code, nik_sealed, version)
            where member.id = row.id""";

    private Members() {}

    /** Stores those whose id is free and says which. */
    static Set<UUID> insert(Handle sql, Collection<MemberRow> rows) {
        return new HashSet<>(columns(List.copyOf(rows)).query(sql, INSERT, row -> row.getObject(1, UUID.class)));
    }

    static void update(Handle sql, MemberRow row) {
        columns(List.of(row)).update(sql, UPDATE);
    }

    static void transfer(Handle sql, List<MemberRow> rows) {
        Columns.of(rows)
                .uuid(MemberRow::id)
                .uuid(row -> row.home().id())
                .text(MemberRow::area)
                .bytes(MemberRow::nikSealed)
                .int8(MemberRow::version)
                .update(sql, TRANSFER);
    }

    private static Columns<MemberRow> columns(List<MemberRow> rows) {
        return Columns.of(rows)
                .uuid(MemberRow::id)
                .uuid(row -> row.home().id())
                .text(MemberRow::area)
                .text(row -> row.member().relation())
                .text(row -> row.member().sex())
                .as("date", row -> row.member().birthDate())
                .text(row -> row.member().maritalStatus())
                .text(row -> row.member().name())
                .bytes(MemberRow::nikSealed)
                .bytes(MemberRow::nikIndex)
                .as("bool", row -> row.member().active())
                .bytes(MemberRow::fingerprint)
                .int8(MemberRow::version);
    }
}

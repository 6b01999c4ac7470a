package id.tumbuh.registry.member;

import id.tumbuh.platform.database.Columns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

    private static final String COMPLETE = """
            update member set birth_date = row.birth_date, marital_status = row.marital_status, name = row.name,
                nik_sealed = row.nik_sealed, nik_index = row.nik_index, version = row.version, changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?) as row (id, birth_date, marital_status, name, nik_sealed, nik_index, version)
            where member.id = row.id""";

    private static final String OTHER_NAMES = """
            with recursive same (top, id) as (
                select id, id from member where id = any(:ids)
                union all
                select same.top, m.id from same join member m on m.merged_into = same.id),
            named as (
                select top.id, array(select distinct m.name from same join member m on m.id = same.id
                    where same.top = top.id and m.id <> top.id and m.name is not null and m.name is distinct from top.name
                    order by m.name) as names
                from member top where top.id = any(:ids))
            update member set other_names = named.names from named
            where member.id = named.id and member.other_names <> named.names""";

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

    /** What was blank, or is blank again; the NIK is sealed under the key of its own family. */
    static void complete(Handle sql, MemberRow row) {
        Columns.of(List.of(row))
                .uuid(MemberRow::id)
                .as("date", each -> each.member().birthDate())
                .text(each -> each.member().maritalStatus())
                .text(each -> each.member().name())
                .bytes(MemberRow::nikSealed)
                .bytes(MemberRow::nikIndex)
                .int8(MemberRow::version)
                .update(sql, COMPLETE);
    }

    static void setMerged(Handle sql, UUID member, @Nullable UUID into, boolean active) {
        sql.createUpdate("""
                        update member set merged_into = cast(:into as uuid), active = :active, version = version + 1,
                            changed_at = clock_timestamp()
                        where id = :id""")
                .bind("into", into)
                .bind("active", active)
                .bind("id", member)
                .execute();
    }

    /** The names that records merged into these bear, through however many merges: by them, too, they are found. */
    static void nameAsAllOf(Handle sql, Collection<UUID> members) {
        sql.createUpdate(OTHER_NAMES)
                .bindArray("ids", UUID.class, members.toArray())
                .execute();
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

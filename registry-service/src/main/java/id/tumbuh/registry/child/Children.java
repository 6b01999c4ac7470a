package id.tumbuh.registry.child;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.identity.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The children of the database; one statement for each batch. */
@ApplicationScoped
public class Children {
    private static final String INSERT = """
            insert into child (id, family_id, area_code, posyandu_id, sex, birth_date, name, mother_name, father_name,
                nik_sealed, nik_index, birth_order, birth_weight_grams, birth_length_cm, active, fingerprint, version)
            select id, family_id, area_code, posyandu_id, sex, birth_date, name, mother_name, father_name,
                nik_sealed, nik_index, birth_order, birth_weight_grams, birth_length_cm, active, fingerprint, version
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, posyandu_id, sex, birth_date, name, mother_name, father_name,
                    nik_sealed, nik_index, birth_order, birth_weight_grams, birth_length_cm, active, fingerprint, version)
            -- always in the same order: two batches that hold the same children wait for each other instead of dying
            order by id
            on conflict (id) do nothing
            returning id""";

    private static final String UPDATE = """
            update child set family_id = row.family_id, area_code = row.area_code, posyandu_id = row.posyandu_id,
                sex = row.sex, birth_date = row.birth_date, name = row.name, mother_name = row.mother_name,
                father_name = row.father_name, nik_sealed = row.nik_sealed, nik_index = row.nik_index,
                birth_order = row.birth_order, birth_weight_grams = row.birth_weight_grams,
                birth_length_cm = row.birth_length_cm, active = row.active, fingerprint = row.fingerprint,
                version = row.version, changed_at = clock_timestamp()
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, family_id, area_code, posyandu_id, sex, birth_date, name, mother_name, father_name,
                    nik_sealed, nik_index, birth_order, birth_weight_grams, birth_length_cm, active, fingerprint, version)
            where child.id = row.id""";

    private static final String BORN_ON = """
            select c.id, c.family_id, c.area_code, c.posyandu_id, c.sex, c.birth_date, c.name, c.mother_name,
                c.father_name, c.nik_index is not null as nik_known
            from unnest(?, ?, ?, ?) as born (birth_date, sex, area_from, area_to)
            join child c on c.birth_date = born.birth_date and c.sex = born.sex
                and c.area_code >= born.area_from and c.area_code < born.area_to
            where c.active""";

    /** Every child of an area (of any level) born on one of these days with that sex: the candidates for a row of a file. */
    public List<ChildIdentity> bornOn(Handle sql, Set<BirthKey> births, AreaCode within) {
        return Columns.of(List.copyOf(births))
                .as("date", BirthKey::birthDate)
                .text(BirthKey::sex)
                .text(_ -> within.value())
                .text(_ -> within.value() + "/") // the character after the dot: everything below the area, nothing else
                .query(sql, BORN_ON, Children::identity);
    }

    /** Stores those whose id is free and says which. */
    Set<UUID> insert(Handle sql, List<ChildRow> rows) {
        return new HashSet<>(columns(rows).query(sql, INSERT, row -> row.getObject(1, UUID.class)));
    }

    void update(Handle sql, ChildRow row) {
        columns(List.of(row)).update(sql, UPDATE);
    }

    static Columns<ChildRow> columns(List<ChildRow> rows) {
        return Columns.of(rows)
                .uuid(ChildRow::id)
                .uuid(ChildRow::family)
                .text(ChildRow::area)
                .uuid(row -> row.child().posyanduId())
                .text(row -> row.child().sex())
                .as("date", row -> row.child().birthDate())
                .text(row -> row.child().name())
                .text(row -> row.child().motherName())
                .text(row -> row.child().fatherName())
                .bytes(ChildRow::nikSealed)
                .bytes(ChildRow::nikIndex)
                .int4(row -> row.child().birthOrder())
                .int4(row -> row.child().birthWeightGrams())
                .as("numeric", row -> row.child().birthLengthCm())
                .as("bool", row -> row.child().active())
                .bytes(ChildRow::fingerprint)
                .int8(ChildRow::version);
    }

    static ChildIdentity identity(ResultSet row) throws SQLException {
        return new ChildIdentity(
                row.getObject("id", UUID.class),
                row.getObject("family_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getObject("posyandu_id", UUID.class),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("name"),
                row.getString("mother_name"),
                row.getString("father_name"),
                row.getBoolean("nik_known"));
    }
}

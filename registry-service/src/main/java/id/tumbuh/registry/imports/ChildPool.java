package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.child.BirthKey;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.imports.matching.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The children that the rows of one batch may be about. Those of the same village are all fetched; of the rest of the
 * kabupaten only those with a name (of a newborn: a mother's name) at all alike, which trigrams tell cheaply: about forty
 * children of a kabupaten share a birth date and sex, and hardly any row needs them.
 *
 * <p>Those merged into another are among them: the system that reported one goes on reporting it, in its own spelling.
 */
final class ChildPool {
    private static final String COLUMNS = """
            c.id, c.family_id, c.area_code, c.posyandu_id, c.sex, c.birth_date, c.name, c.mother_name, c.father_name, c.nik_index,
                c.merged_into
            """;

    private static final String OF_THE_VILLAGE = "select distinct " + COLUMNS + """
            from unnest(?, ?, ?) as sought (birth_date, sex, desa)
            join child c on c.birth_date = sought.birth_date and c.sex = sought.sex and c.area_code = sought.desa
            where c.active or c.merged_into is not null""";

    /** Well below what the matching rule calls alike: a filter, not a decision. */
    private static final String OF_THE_KABUPATEN = "select distinct " + COLUMNS + """
            from unnest(?, ?, ?, ?, ?, ?, ?) as sought (birth_date, sex, lowest, above, name, mother, nik_index)
            join child c on c.birth_date = sought.birth_date and c.sex = sought.sex
                and c.area_code > sought.lowest and c.area_code < sought.above
            where (c.active or c.merged_into is not null) and (similarity(c.name, sought.name) >= 0.25
                or similarity(c.mother_name, sought.mother) >= 0.25 or c.nik_index = sought.nik_index)""";

    private final Map<BirthKey, List<RegisteredChild>> children = new HashMap<>();
    private final Set<UUID> ids = new HashSet<>();

    List<RegisteredChild> bornAs(BirthKey birth) {
        return children.getOrDefault(birth, List.of());
    }

    Set<UUID> ids() {
        return ids;
    }

    void add(RegisteredChild child) {
        if (ids.add(child.id())) {
            children.computeIfAbsent(child.birth(), _ -> new ArrayList<>()).add(child);
        }
    }

    void addAll(Collection<RegisteredChild> more) {
        more.forEach(this::add);
    }

    void loadVillages(Handle sql, List<LocatedRow> rows) {
        addAll(Columns.of(rows)
                .as("date", row -> row.row().bornOn())
                .text(row -> row.row().sex())
                .text(LocatedRow::desa)
                .query(sql, OF_THE_VILLAGE, ChildPool::read));
    }

    void loadKabupaten(Handle sql, List<LocatedRow> rows, IdentityKeys identities) {
        if (rows.isEmpty()) {
            return;
        }
        addAll(Columns.of(rows)
                .as("date", row -> row.row().bornOn())
                .text(row -> row.row().sex())
                .text(row -> row.kabupaten() + ".")
                .text(row -> row.kabupaten() + "/")
                .text(row -> PersonName.ofChild(row.row().name())
                        .map(PersonName::normalised)
                        .orElse(null))
                .text(row -> PersonName.ofChild(row.row().name()).isPresent()
                        ? null
                        : row.row().parents().mother())
                .bytes(row -> row.row().nik() == null
                        ? null
                        : identities.index(row.row().nik()))
                .query(sql, OF_THE_KABUPATEN, ChildPool::read));
    }

    Stream<RegisteredChild> all() {
        return children.values().stream().flatMap(List::stream);
    }

    /** One that a person chose. */
    static Optional<RegisteredChild> find(Handle sql, UUID id) {
        return sql.createQuery("select " + COLUMNS
                        + " from child c where c.id = :id and (c.active or c.merged_into is not null)")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    private static RegisteredChild read(ResultSet row) throws SQLException {
        return new RegisteredChild(
                row.getObject("id", UUID.class),
                row.getObject("family_id", UUID.class),
                new AreaCode(row.getString("area_code")),
                row.getObject("posyandu_id", UUID.class),
                new BirthKey(row.getObject("birth_date", LocalDate.class), Sex.valueOf(row.getString("sex"))),
                row.getString("name"),
                row.getString("mother_name"),
                row.getString("father_name"),
                row.getBytes("nik_index"),
                row.getObject("merged_into", UUID.class));
    }
}

package id.tumbuh.registry.companion;

import static java.util.stream.Collectors.joining;

import id.tumbuh.platform.database.Columns;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The visits of the database; one statement for each batch. */
final class Visits {
    private static final String INSERT = """
            insert into companion_visit (id, team_id, target_kind, target_id, family_id, area_code, assignment_id, visited_on,
                visited_by, outcome, checklist, services, fingerprint)
            select id, team_id, target_kind, target_id, family_id, area_code, assignment_id, visited_on, visited_by, outcome,
                checklist::jsonb, string_to_array(services, ','), fingerprint
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as row (id, team_id, target_kind, target_id, family_id, area_code, assignment_id, visited_on, visited_by,
                    outcome, checklist, services, fingerprint)
            order by id
            on conflict do nothing
            returning id""";

    /** Whoever of the registry may be visited, whether to be accompanied or not: a visit may be told after its time. */
    private static final String HOMES = """
            select asked.kind, asked.id, f.id as family_id, f.area_code
            from unnest(?, ?) as asked (kind, id) join family f on f.id = asked.id where asked.kind = 'FAMILY'
            union all
            select asked.kind, asked.id, c.family_id, c.area_code
            from unnest(?, ?) as asked (kind, id) join couple c on c.id = asked.id where asked.kind = 'COUPLE'
            union all
            select asked.kind, asked.id, p.family_id, p.area_code
            from unnest(?, ?) as asked (kind, id) join pregnancy p on p.id = asked.id
            where asked.kind in ('PREGNANCY', 'POSTPARTUM')
            union all
            select asked.kind, asked.id, c.family_id, c.area_code
            from unnest(?, ?) as asked (kind, id) join child c on c.id = asked.id where asked.kind = 'CHILD'""";

    private static final String CARE = """
            select distinct on (asked.id) asked.id as visit_id, a.id as assignment_id
            from unnest(?, ?, ?, ?, ?) as asked (id, kind, target_id, team_id, day)
            join companion_assignment a on a.target_id = asked.target_id and a.target_kind = asked.kind
                and a.team_id = asked.team_id and a.assigned_on <= asked.day
                and (a.released_on is null or a.released_on >= asked.day)
            order by asked.id, a.assigned_on desc, a.id""";

    private Visits() {}

    /** Where somebody lives. */
    record Home(UUID family, String area) {}

    /** A visit to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
    record Row(NewVisit visit, Home home, @Nullable UUID assignment, String by, byte[] fingerprint) {}

    static Map<Target.Key, Home> homes(Handle sql, Collection<Target.Key> targets) {
        Columns<Target.Key> keys = Columns.of(targets.stream().distinct().toList());
        for (int part = 0; part < 4; part++) {
            keys.text(Target.Key::kind).uuid(Target.Key::id);
        }
        Map<Target.Key, Home> homes = new HashMap<>();
        keys.query(
                        sql,
                        HOMES,
                        row -> Map.entry(
                                new Target.Key(
                                        TargetKind.valueOf(row.getString("kind")), row.getObject("id", UUID.class)),
                                new Home(row.getObject("family_id", UUID.class), row.getString("area_code"))))
                .forEach(home -> homes.put(home.getKey(), home.getValue()));
        return homes;
    }

    /** By visit the assignment it was made under. */
    static Map<UUID, UUID> assignments(Handle sql, List<NewVisit> visits) {
        Map<UUID, UUID> found = new HashMap<>();
        Columns.of(visits)
                .uuid(NewVisit::id)
                .text(visit -> visit.target().kind())
                .uuid(visit -> visit.target().id())
                .uuid(NewVisit::team)
                .as("date", NewVisit::on)
                .query(
                        sql,
                        CARE,
                        row -> Map.entry(
                                row.getObject("visit_id", UUID.class), row.getObject("assignment_id", UUID.class)))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    static Set<UUID> insert(Handle sql, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Columns.of(List.copyOf(rows))
                .uuid(row -> row.visit().id())
                .uuid(row -> row.visit().team())
                .text(row -> row.visit().target().kind())
                .uuid(row -> row.visit().target().id())
                .uuid(row -> row.home().family())
                .text(row -> row.home().area())
                .uuid(Row::assignment)
                .as("date", row -> row.visit().on())
                .text(Row::by)
                .text(row -> row.visit().outcome())
                .text(row -> json(row.visit().checklist()))
                .text(row -> String.join(",", row.visit().services()))
                .bytes(Row::fingerprint)
                .query(sql, INSERT, row -> row.getObject(1, UUID.class)));
    }

    /** Both sides are words of the rules, so nothing is to be escaped. */
    private static String json(Map<String, Answer> checklist) {
        return new TreeMap<>(checklist)
                .entrySet().stream()
                        .map(item -> "\"" + item.getKey() + "\":\"" + item.getValue() + "\"")
                        .collect(joining(",", "{", "}"));
    }

    /** The newest visit stays the newest, in whatever order they are told. */
    static void remember(Handle sql, Map<UUID, LocalDate> visitedOn) {
        if (visitedOn.isEmpty()) {
            return;
        }
        Columns.of(List.copyOf(new TreeMap<>(visitedOn).entrySet()))
                .uuid(Map.Entry::getKey)
                .as("date", Map.Entry::getValue)
                .update(sql, """
                update companion_assignment set last_visited_on = greatest(last_visited_on, told.day)
                from unnest(?, ?) as told (id, day) where companion_assignment.id = told.id""");
    }

    static List<VisitView> ofFamily(Handle sql, UUID family) {
        return sql.createQuery("""
                        select * from companion_visit where family_id = :family order by visited_on desc, recorded_at desc, id""")
                .bind("family", family)
                .map((row, _) -> VisitView.read(row))
                .list();
    }
}

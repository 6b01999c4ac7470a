package id.tumbuh.reporting.household;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.reporting.household.FamilyHistory.Companionship;
import id.tumbuh.reporting.household.FamilyHistory.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Histories of families in the database. */
final class FamilyHistories {
    private FamilyHistories() {}

    /** A family as an event tells it. */
    record Told(UUID familyId, YearMonth month, long version, State state) {}

    /** A companionship as an event tells it. */
    record Accompanied(UUID assignmentId, long version, UUID familyId, String area, Companionship companionship) {}

    /** A visit that counts as companionship, to a family or to somebody of it; it is told once. */
    record Visited(UUID visitId, UUID familyId, String area, YearMonth month) {}

    static Map<UUID, FamilyHistory> read(Handle sql, Collection<UUID> families) {
        Map<UUID, FamilyHistory> histories = new HashMap<>();
        sql.createQuery("select * from family_month where family_id = any(:families)")
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) -> of(histories, row).states().put(month(row), state(row)))
                .list();
        sql.createQuery("select * from companionship where family_id = any(:families) order by assignment_id")
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) -> of(histories, row)
                        .companions()
                        .add(new Companionship(
                                row.getObject("assigned_on", LocalDate.class),
                                row.getObject("released_on", LocalDate.class))))
                .list();
        sql.createQuery("select distinct family_id, month from family_visit where family_id = any(:families)")
                .bindArray("families", UUID.class, families.toArray())
                .map((row, _) -> of(histories, row).visited().add(month(row)))
                .list();
        return histories;
    }

    private static FamilyHistory of(Map<UUID, FamilyHistory> histories, ResultSet row) throws SQLException {
        return histories.computeIfAbsent(
                row.getObject("family_id", UUID.class),
                _ -> new FamilyHistory(new TreeMap<>(), new ArrayList<>(), new HashSet<>()));
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                row.getString("area_code"),
                row.getBoolean("counted"),
                row.getBoolean("targeted"),
                row.getBoolean("at_risk"),
                Arrays.stream((Object[]) row.getArray("factors").getArray())
                        .map(String.class::cast)
                        .collect(Collectors.toSet()));
    }

    /** Keeps the newest of each family and month. */
    static void storeFamilies(Handle sql, Collection<Told> families) {
        Columns.of(List.copyOf(families))
                .uuid(Told::familyId)
                .as("date", row -> row.month().atDay(1))
                .int8(Told::version)
                .text(row -> row.state().area())
                .as("bool", row -> row.state().counted())
                .as("bool", row -> row.state().targeted())
                .as("bool", row -> row.state().atRisk())
                .text(row -> row.state().factors().stream().sorted().collect(Collectors.joining(",")))
                .update(sql, """
                        insert into family_month as held (family_id, month, version, area_code, counted, targeted, at_risk, factors)
                        select family_id, month, version, area_code, counted, targeted, at_risk, string_to_array(factors, ',')
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                            as told (family_id, month, version, area_code, counted, targeted, at_risk, factors)
                        order by family_id, month
                        on conflict on constraint family_month_pk do update
                        set version = excluded.version, area_code = excluded.area_code, counted = excluded.counted,
                            targeted = excluded.targeted, at_risk = excluded.at_risk, factors = excluded.factors
                        where held.version < excluded.version""");
    }

    /** Keeps the newest of each. */
    static void storeCompanionships(Handle sql, Collection<Accompanied> companionships) {
        Columns.of(List.copyOf(companionships))
                .uuid(Accompanied::assignmentId)
                .int8(Accompanied::version)
                .uuid(Accompanied::familyId)
                .text(Accompanied::area)
                .as("date", row -> row.companionship().assignedOn())
                .as("date", row -> row.companionship().releasedOn())
                .update(sql, """
                        insert into companionship as held (assignment_id, version, family_id, area_code, assigned_on, released_on)
                        select * from unnest(?, ?, ?, ?, ?, ?) as told (assignment_id) order by assignment_id
                        on conflict on constraint companionship_pk do update
                        set version = excluded.version, family_id = excluded.family_id, area_code = excluded.area_code,
                            assigned_on = excluded.assigned_on, released_on = excluded.released_on
                        where held.version < excluded.version""");
    }

    /** A visit that is known stays as it is. */
    static void storeVisits(Handle sql, Collection<Visited> visits) {
        Columns.of(List.copyOf(visits))
                .uuid(Visited::visitId)
                .uuid(Visited::familyId)
                .text(Visited::area)
                .as("date", row -> row.month().atDay(1))
                .update(sql, """
                        insert into family_visit (visit_id, family_id, area_code, month)
                        select * from unnest(?, ?, ?, ?) as told (visit_id) order by visit_id
                        on conflict on constraint family_visit_pk do nothing""");
    }

    /** Whose the assignments are now, before the events are stored. */
    static Set<UUID> familiesOf(Handle sql, Collection<UUID> assignments) {
        return sql.createQuery("select family_id from companionship where assignment_id = any(:ids)")
                .bindArray("ids", UUID.class, assignments.toArray())
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }
}

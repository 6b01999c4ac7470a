package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.sql.SetStatement.number;

import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.sql.SetStatement;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the measurements of the database, as far as the transaction's scope reaches. */
@ApplicationScoped
class Measurements {

    private static final String COLUMNS = """
            select id, child_id, counted_in, posyandu_id, kit, measured_on, source, version, voided, weight_kg, length_height_cm, \
            position, head_circumference_cm, arm_circumference_cm, triceps_mm, subscapular_mm, oedema, rule_version, \
            growth_mark, not_gained, twice_not_gained, gain_grams, minimum_gain, below_red_line, card_rule \
            from measurement""";
    /** How a measurement that is there came to be: enough to tell a repetition from another content. */
    record Origin(UUID id, long contentHash, @Nullable Long importVersion, boolean staffCorrected) {

        /** Whether it came with an import of an older version, and nobody looked at it since. */
        boolean olderImport(long version) {
            return importVersion != null && importVersion < version && !staffCorrected;
        }
    }

    Map<UUID, Origin> origins(Handle sql, Set<UUID> ids) {
        Map<UUID, Origin> origins = new HashMap<>();
        SetStatement.overIds(
                        ids,
                        sql,
                        "select id, content_hash, import_version, staff_corrected from measurement where id = any(?)")
                .query(row -> new Origin(
                        row.getObject(1, UUID.class), row.getLong(2), row.getObject(3, Long.class), row.getBoolean(4)))
                .forEach(origin -> origins.put(origin.id(), origin));
        return origins;
    }

    List<Measurement> byId(Handle sql, Collection<UUID> ids) {
        return SetStatement.overIds(ids, sql, COLUMNS + " where id = any(?)").query(Measurements::measurement);
    }

    List<Measurement> ofChildren(Handle sql, Collection<UUID> children) {
        return SetStatement.overIds(
                        children, sql, COLUMNS + " where child_id = any(?) order by child_id, measured_on, id")
                .query(Measurements::measurement);
    }

    /** Newest first, from after the last one of the page before. */
    List<Measurement> page(Handle sql, UUID child, Optional<PageEnd> after, int limit) {
        PageEnd end = after.orElse(PageEnd.BEFORE_THE_FIRST);
        return sql.createQuery(COLUMNS + """
                         where child_id = :child and (measured_on, id) < (:day, :id)
                        order by measured_on desc, id desc limit :limit""")
                .bind("child", child)
                .bind("day", end.measuredOn())
                .bind("id", end.id())
                .bind("limit", limit)
                .map((row, _) -> measurement(row))
                .list();
    }

    /** Where a page ended. */
    record PageEnd(LocalDate measuredOn, UUID id) {
        static final PageEnd BEFORE_THE_FIRST = new PageEnd(LocalDate.of(9999, 12, 31), new UUID(-1, -1));

        static PageEnd of(Measurement last) {
            return new PageEnd(last.measuredOn(), last.id());
        }

        static PageEnd of(String cursor) {
            List<String> key = Cursor.decode(cursor, 2).key();
            try {
                return new PageEnd(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1)));
            } catch (DateTimeParseException | IllegalArgumentException notOurs) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
            }
        }

        String cursor() {
            return Cursor.after(measuredOn.toString(), id.toString()).encoded();
        }
    }

    /** Access follows the child: whoever looks after it now sees all that was measured, whosever it was thought to be. */
    void moveAccess(Handle sql, Map<UUID, String> areas) {
        for (String update : List.of("""
                        update measurement set area_code = moved.area_code from unnest(?, ?) as moved (child_id, area_code)
                        where measurement.child_id = moved.child_id""", """
                        update measurement_revision set area_code = moved.area_code
                        from unnest(?, ?) as moved (child_id, area_code), measurement
                        where measurement.child_id = moved.child_id and measurement_revision.id = measurement.id""")) {
            SetStatement.over(areas.entrySet(), sql, update)
                    .uuid(Map.Entry::getKey)
                    .text(Map.Entry::getValue)
                    .execute();
        }
    }

    /** The history of measurements that changed hands goes along. */
    void followAccess(Handle sql, List<Revision> moved) {
        SetStatement.over(moved, sql, """
                        update measurement_revision set area_code = moved.area_code
                        from unnest(?, ?) as moved (id, area_code) where measurement_revision.id = moved.id""")
                .uuid(Revision::id)
                .text(revision -> revision.assessed().child().areaCode())
                .execute();
    }

    /** What was sent for these children, whosever it is now, and what is theirs. */
    List<Measurement> sentFor(Handle sql, Set<UUID> children) {
        List<Measurement> found = new ArrayList<>(
                SetStatement.overIds(children, sql, COLUMNS + " where child_id = any(?) and recorded_for is null")
                        .query(Measurements::measurement));
        found.addAll(SetStatement.overIds(children, sql, COLUMNS + " where recorded_for = any(?)")
                .query(Measurements::measurement));
        return found;
    }

    /** The child each of these was sent for, where that is another than the one it is of. */
    Map<UUID, UUID> sentFor(Handle sql, List<Measurement> measurements) {
        Map<UUID, UUID> children = new HashMap<>();
        SetStatement.overIds(
                        measurements.stream().map(Measurement::id).toList(),
                        sql,
                        "select id, recorded_for from measurement where id = any(?) and recorded_for is not null")
                .query(row -> children.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        return children;
    }

    /** Every child that each of these was ever thought to be of. */
    Map<UUID, Set<UUID>> owners(Handle sql, Collection<UUID> ids) {
        Map<UUID, Set<UUID>> owners = new HashMap<>();
        SetStatement.overIds(ids, sql, "select distinct id, child_id from measurement_revision where id = any(?)")
                .query(row -> owners.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                        .add(row.getObject(2, UUID.class)));
        return owners;
    }

    /** The revisions of what was thought to be another's go too, and what names an erased child on another's. */
    void erase(Handle sql, Set<UUID> children) {
        for (String erase : List.of(
                "delete from measurement_revision where id in (select id from measurement where child_id = any(?))",
                "delete from measurement where child_id = any(?)",
                "delete from measurement_revision where child_id = any(?)",
                "update measurement set recorded_for = null where recorded_for = any(?)",
                "update measurement_revision set recorded_for = null where recorded_for = any(?)",
                "delete from pending_measurement where child_id = any(?)")) {
            SetStatement.overIds(children, sql, erase).execute();
        }
    }

    static Measurement measurement(ResultSet row) throws SQLException {
        String position = row.getString("position");
        return new Measurement(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getString("counted_in"),
                row.getObject("posyandu_id", UUID.class),
                row.getString("kit"),
                row.getObject("measured_on", LocalDate.class),
                row.getString("source"),
                row.getInt("version"),
                row.getBoolean("voided"),
                new Measures(
                        number(row, "weight_kg"),
                        number(row, "length_height_cm"),
                        position == null ? null : Position.valueOf(position),
                        number(row, "head_circumference_cm"),
                        number(row, "arm_circumference_cm"),
                        number(row, "triceps_mm"),
                        number(row, "subscapular_mm"),
                        row.getBoolean("oedema")),
                row.getInt("rule_version"),
                new Marking(StandingCards.entry(row), row.getBoolean("below_red_line")));
    }
}

package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.sql.SetStatement.number;

import id.tumbuh.measurement.growth.GrowthIndex;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The measurements of the database, as far as the transaction's scope reaches. */
@ApplicationScoped
class Measurements {

    private static final String COLUMNS = """
            select id, child_id, counted_in, posyandu_id, measured_on, source, version, voided, weight_kg, length_height_cm, \
            position, head_circumference_cm, arm_circumference_cm, triceps_mm, subscapular_mm, oedema, rule_version \
            from measurement""";
    private static final Submission.Imported NOT_IMPORTED =
            new Submission.Imported(-1, Measures.NONE, Measures.NONE, Measures.NONE);

    /** An assessed measurement with the submission it comes from. */
    record Entry(AssessedMeasurement assessed, Submission submission) {
        Measures measures() {
            return submission.measures();
        }

        Submission.Imported imported() {
            return submission.imported() == null ? NOT_IMPORTED : submission.imported();
        }
    }

    /** How a measurement that is there came to be: enough to tell a repetition from another content. */
    record Origin(UUID id, long contentHash, @Nullable Long importVersion, boolean staffCorrected) {

        /** Whether it came with an import of an older version, and nobody looked at it since. */
        boolean olderImport(long version) {
            return importVersion != null && importVersion < version && !staffCorrected;
        }
    }

    /** Inserts those whose id is free, in the order given, and returns their ids. */
    Set<UUID> insert(Handle sql, List<Entry> entries) {
        SetStatement<Entry> insert = SetStatement.over(entries, sql, """
                insert into measurement (id, child_id, area_code, counted_in, posyandu_id, measured_on, source, version,
                    weight_kg, length_height_cm, position, head_circumference_cm, arm_circumference_cm, triceps_mm,
                    subscapular_mm, oedema, z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps,
                    z_subscapular, stunting, rule_version, content_hash, recorded_by, import_version, imported_z_weight,
                    imported_z_length_height, imported_z_weight_for_length)
                select id, child_id, area_code, counted_in, posyandu_id, date '1970-01-01' + day, source, 1,
                    weight_kg, length_height_cm, position, head_circumference_cm, arm_circumference_cm, triceps_mm,
                    subscapular_mm, oedema, z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps,
                    z_subscapular, stunting, rule_version, content_hash, recorded_by, nullif(import_version, -1),
                    imported_z_weight, imported_z_length_height, imported_z_weight_for_length
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as came (id, child_id, area_code, counted_in, posyandu_id, day, source, weight_kg, length_height_cm,
                    position, head_circumference_cm, arm_circumference_cm, triceps_mm, subscapular_mm, oedema,
                    z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps, z_subscapular, stunting,
                    rule_version, content_hash, recorded_by, import_version, imported_z_weight, imported_z_length_height,
                    imported_z_weight_for_length)
                on conflict (id) do nothing returning id""");
        insert.uuid(entry -> entry.submission().id())
                .uuid(entry -> entry.submission().childId())
                .text(entry -> entry.assessed().child().areaCode())
                .text(entry -> entry.assessed().measurement().countedIn())
                .uuid(entry -> entry.submission().posyanduId())
                .day(entry -> entry.submission().measuredOn())
                .text(entry -> entry.submission().source());
        bindMeasures(insert);
        bindAssessment(insert);
        insert.whole(entry -> entry.submission().contentHash())
                .text(entry -> entry.submission().recordedBy());
        bindImport(insert);
        return new HashSet<>(insert.query(row -> row.getObject(1, UUID.class)));
    }

    /** Puts a corrected revision in the place of the one before, which goes to the history. */
    void correct(Handle sql, List<Entry> entries) {
        archive(sql, entries.stream().map(Entry::assessed).toList());
        SetStatement<Entry> update = SetStatement.over(entries, sql, """
                update measurement set version = new.version, counted_in = new.counted_in, posyandu_id = new.posyandu_id,
                    measured_on = date '1970-01-01' + new.day, source = new.source, content_hash = new.content_hash,
                    recorded_by = new.recorded_by, recorded_at = clock_timestamp(), weight_kg = new.weight_kg,
                    length_height_cm = new.length_height_cm, position = new.position,
                    head_circumference_cm = new.head_circumference_cm, arm_circumference_cm = new.arm_circumference_cm,
                    triceps_mm = new.triceps_mm, subscapular_mm = new.subscapular_mm, oedema = new.oedema,
                    z_length_height = new.z_length_height, z_weight = new.z_weight,
                    z_weight_for_length = new.z_weight_for_length, z_bmi = new.z_bmi, z_head = new.z_head,
                    z_arm = new.z_arm, z_triceps = new.z_triceps, z_subscapular = new.z_subscapular,
                    stunting = new.stunting, rule_version = new.rule_version,
                    import_version = nullif(new.import_version, -1), imported_z_weight = new.imported_z_weight,
                    imported_z_length_height = new.imported_z_length_height,
                    imported_z_weight_for_length = new.imported_z_weight_for_length
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as new (id, version, counted_in, posyandu_id, day, source, content_hash, recorded_by, weight_kg,
                    length_height_cm, position, head_circumference_cm, arm_circumference_cm, triceps_mm, subscapular_mm,
                    oedema, z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps, z_subscapular,
                    stunting, rule_version, import_version, imported_z_weight, imported_z_length_height,
                    imported_z_weight_for_length)
                where measurement.id = new.id""");
        update.uuid(entry -> entry.submission().id())
                .whole(entry -> entry.assessed().measurement().version())
                .text(entry -> entry.assessed().measurement().countedIn())
                .uuid(entry -> entry.submission().posyanduId())
                .day(entry -> entry.submission().measuredOn())
                .text(entry -> entry.submission().source())
                .whole(entry -> entry.submission().contentHash())
                .text(entry -> entry.submission().recordedBy());
        bindMeasures(update);
        bindAssessment(update);
        bindImport(update);
        update.execute();
    }

    /** The same content in a newer version of its record: only that is remembered, so that an older one stays older. */
    void noteImport(Handle sql, List<Submission> submissions) {
        SetStatement.over(submissions, sql, """
                        update measurement set import_version = newer.version
                        from unnest(?, ?) as newer (id, version)
                        where measurement.id = newer.id and measurement.import_version < newer.version""")
                .uuid(Submission::id)
                .wholeOrNull(
                        one -> one.imported() == null ? null : one.imported().version())
                .execute();
    }

    /** Puts a new assessment of the same measures in the place of the one before, which goes to the history. */
    void reassess(Handle sql, List<AssessedMeasurement> assessed) {
        archive(sql, assessed);
        SetStatement<AssessedMeasurement> update = SetStatement.over(assessed, sql, """
                update measurement set version = new.version, z_length_height = new.z_length_height, z_weight = new.z_weight,
                    z_weight_for_length = new.z_weight_for_length, z_bmi = new.z_bmi, z_head = new.z_head,
                    z_arm = new.z_arm, z_triceps = new.z_triceps, z_subscapular = new.z_subscapular,
                    stunting = new.stunting, rule_version = new.rule_version, recorded_at = clock_timestamp()
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as new (id, version, z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps,
                    z_subscapular, stunting, rule_version)
                where measurement.id = new.id""");
        update.uuid(one -> one.measurement().id())
                .whole(one -> one.measurement().version());
        bindAssessment(update, Function.identity());
        update.execute();
    }

    private static void archive(Handle sql, List<AssessedMeasurement> replaced) {
        SetStatement.over(
                        replaced,
                        sql,
                        "insert into measurement_revision select m.*, clock_timestamp() from measurement m where id = any(?)")
                .uuid(one -> one.measurement().id())
                .execute();
    }

    private static void bindMeasures(SetStatement<Entry> statement) {
        statement
                .number(entry -> entry.measures().weightKg())
                .number(entry -> entry.measures().lengthHeightCm())
                .text(entry -> name(entry.measures().position()))
                .number(entry -> entry.measures().headCircumferenceCm())
                .number(entry -> entry.measures().armCircumferenceCm())
                .number(entry -> entry.measures().tricepsMm())
                .number(entry -> entry.measures().subscapularMm())
                .flag(entry -> entry.measures().oedema());
    }

    private static void bindAssessment(SetStatement<Entry> statement) {
        bindAssessment(statement, Entry::assessed);
    }

    private static <R> void bindAssessment(SetStatement<R> statement, Function<R, AssessedMeasurement> of) {
        for (GrowthIndex index : GrowthIndex.values()) {
            statement.number(row -> of.apply(row).assessment().unroundedZ(index));
        }
        statement
                .text(row -> name(of.apply(row).stunting()))
                .whole(row -> of.apply(row).policy().version());
    }

    private static void bindImport(SetStatement<Entry> statement) {
        statement
                .whole(entry -> entry.imported().version())
                .number(entry -> entry.imported().weightForAge())
                .number(entry -> entry.imported().lengthHeightForAge())
                .number(entry -> entry.imported().weightForLengthHeight());
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
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

    /** Access follows the child: whoever looks after it now sees all that was measured. */
    void moveAccess(Handle sql, Map<UUID, String> areas) {
        for (String table : List.of("measurement", "measurement_revision")) {
            SetStatement.over(areas.entrySet(), sql, """
                            update %s set area_code = moved.area_code from unnest(?, ?) as moved (child_id, area_code)
                            where %s.child_id = moved.child_id""".formatted(table, table))
                    .uuid(Map.Entry::getKey)
                    .text(Map.Entry::getValue)
                    .execute();
        }
    }

    void erase(Handle sql, Set<UUID> children) {
        for (String table : List.of("measurement", "measurement_revision", "pending_measurement")) {
            SetStatement.overIds(children, sql, "delete from %s where child_id = any(?)".formatted(table))
                    .execute();
        }
    }

    private static Measurement measurement(ResultSet row) throws SQLException {
        String position = row.getString("position");
        return new Measurement(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getString("counted_in"),
                row.getObject("posyandu_id", UUID.class),
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
                row.getInt("rule_version"));
    }
}

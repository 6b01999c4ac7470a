package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.reporting.indicator.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The reports of the database. */
@ApplicationScoped
class Evaluations {
    /** A submission as it is kept: the text of the report that the hash is of. */
    record Submission(int number, Instant at, boolean late, String content, String hash) {}

    private record Row(String area, long version, EvaluationView.Stage state, Evaluation.Texts texts) {}

    /** Not begun if nobody has written anything yet. */
    Evaluation find(Handle sql, EvaluationKey key) {
        return of(sql, List.of(key.area()), key.period()).getOrDefault(key.area(), Evaluation.notBegun(key));
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Evaluation lock(Handle sql, EvaluationKey key) {
        sql.createQuery("select version from evaluation where area_code = :area and period = :period for update")
                .bind("area", key.area())
                .bind("period", key.period().code())
                .mapTo(Long.class)
                .findOne();
        return find(sql, key);
    }

    /** Those that were begun, by area. */
    Map<String, Evaluation> of(Handle sql, Collection<String> areas, Period period) {
        Map<String, List<Step>> steps = steps(sql, areas, period);
        Map<String, Evaluation> found = new LinkedHashMap<>();
        sql.createQuery("""
                        select area_code, version, state, obstacles, follow_up from evaluation
                        where area_code = any(:areas) and period = :period order by area_code""")
                .bindArray("areas", String.class, areas.toArray())
                .bind("period", period.code())
                .map((row, _) -> new Row(
                        row.getString("area_code"),
                        row.getLong("version"),
                        EvaluationView.Stage.valueOf(row.getString("state")),
                        new Evaluation.Texts(row.getString("obstacles"), row.getString("follow_up"))))
                .forEach(row -> found.put(
                        row.area(),
                        Evaluation.of(
                                new EvaluationKey(row.area(), period),
                                row.version(),
                                row.state(),
                                row.texts(),
                                steps.getOrDefault(row.area(), List.of()))));
        return found;
    }

    private static Map<String, List<Step>> steps(Handle sql, Collection<String> areas, Period period) {
        Map<String, List<Step>> steps = new HashMap<>();
        sql.createQuery("""
                        select * from evaluation_step where area_code = any(:areas) and period = :period
                        order by area_code, number""")
                .bindArray("areas", String.class, areas.toArray())
                .bind("period", period.code())
                .map((row, _) -> Map.entry(row.getString("area_code"), step(row)))
                .forEach(entry -> steps.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return steps;
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getInt("number"),
                EvaluationView.Action.valueOf(row.getString("action")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("office"),
                row.getString("subject"),
                row.getString("remarks"),
                row.getString("hash"));
    }

    /** Returns false when somebody began it at the same moment. */
    boolean begin(Handle sql, EvaluationKey key, Evaluation.Texts texts, Instant at) {
        return sql.createUpdate("""
                                insert into evaluation (area_code, period, version, state, obstacles, follow_up, changed_at)
                                values (:area, :period, 1, 'DRAFT', :obstacles, :followUp, :at)
                                on conflict on constraint evaluation_pk do nothing""")
                        .bind("area", key.area())
                        .bind("period", key.period().code())
                        .bind("obstacles", texts.obstacles())
                        .bind("followUp", texts.followUp())
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** The next version, with other words or in another state. */
    void change(Handle sql, Evaluation held, EvaluationView.Stage state, Evaluation.Texts texts, Instant at) {
        sql.createUpdate("""
                        update evaluation set version = :version, state = :state, obstacles = :obstacles,
                            follow_up = :followUp, changed_at = :at
                        where area_code = :area and period = :period""")
                .bind("area", held.key().area())
                .bind("period", held.key().period().code())
                .bind("version", held.version() + 1)
                .bind("state", state.name())
                .bind("obstacles", texts.obstacles())
                .bind("followUp", texts.followUp())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void add(Transaction tx, EvaluationKey key, Step step) {
        tx.sql()
                .createUpdate("""
                        insert into evaluation_step (area_code, period, number, action, at, office, subject, remarks, hash)
                        values (:area, :period, :number, :action, :at, :office, :subject, cast(:remarks as text), :hash)""")
                .bind("area", key.area())
                .bind("period", key.period().code())
                .bind("number", step.number())
                .bind("action", step.action().name())
                .bind("at", step.at().atOffset(ZoneOffset.UTC))
                .bind("office", step.office())
                .bind("subject", step.subject())
                .bind("remarks", step.remarks())
                .bind("hash", step.hash())
                .execute();
    }

    void add(Transaction tx, EvaluationKey key, Submission submission) {
        tx.sql()
                .createUpdate("""
                        insert into evaluation_submission (area_code, period, number, submitted_at, late, content, hash)
                        values (:area, :period, :number, :at, :late, :content, :hash)""")
                .bind("area", key.area())
                .bind("period", key.period().code())
                .bind("number", submission.number())
                .bind("at", submission.at().atOffset(ZoneOffset.UTC))
                .bind("late", submission.late())
                .bind("content", submission.content())
                .bind("hash", submission.hash())
                .execute();
    }

    /** What was handed in last. */
    Optional<Submission> latest(Handle sql, EvaluationKey key) {
        return sql.createQuery("""
                        select number, submitted_at, late, content, hash from evaluation_submission
                        where area_code = :area and period = :period order by number desc limit 1""")
                .bind("area", key.area())
                .bind("period", key.period().code())
                .map((row, _) -> new Submission(
                        row.getInt("number"),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("late"),
                        row.getString("content"),
                        row.getString("hash")))
                .findOne();
    }
}

package id.tumbuh.reporting.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a report's words and hands it in: for the TPPS of the area itself. */
@ApplicationScoped
public class WriteEvaluation {
    private static final Clock CLOCK = Clock.systemUTC();

    private final Database database;
    private final Areas areas;
    private final Evaluations evaluations;
    private final MakeReport reports;
    private final Deadline deadline;
    private final ObjectMapper json;

    WriteEvaluation(
            Database database,
            Areas areas,
            Evaluations evaluations,
            MakeReport reports,
            Deadline deadline,
            ObjectMapper json) {
        this.database = database;
        this.areas = areas;
        this.evaluations = evaluations;
        this.reports = reports;
        this.deadline = deadline;
        this.json = json;
    }

    /** The same words again change nothing; others replace only the version that was read. */
    public Outcome write(Office office, EvaluationKey key, DraftForm form, @Nullable Long read) {
        Evaluation.Texts texts = form.value();
        if (!office.mayWrite(key.area())) {
            return new Outcome.Refused(EvaluationProblem.NOT_ITS_OFFICE);
        }
        return database.write(office.scope(), tx -> {
            if (areas.find(tx.sql(), key.area()).isEmpty()) {
                return new Outcome.Refused(CommonProblem.NOT_FOUND);
            }
            Evaluation held = evaluations.lock(tx.sql(), key);
            if (held.version() == 0 && read == null && evaluations.begin(tx.sql(), key, texts, now())) {
                tx.audit(office.did("CREATE", key));
                return new Outcome.Done(evaluations.find(tx.sql(), key));
            }
            // Somebody may have begun it at the same moment.
            return replace(tx, office, evaluations.lock(tx.sql(), key), texts, read);
        });
    }

    private Outcome replace(
            Transaction tx, Office office, Evaluation held, Evaluation.Texts texts, @Nullable Long read) {
        if (held.version() > 0 && held.texts().equals(texts)) {
            return new Outcome.Unchanged(held);
        }
        Optional<ProblemCode> closed = held.state().closed();
        if (closed.isPresent()) {
            return new Outcome.Refused(closed.get());
        }
        if (read == null) {
            return new Outcome.Refused(CommonProblem.CONFLICT);
        }
        if (read != held.version()) {
            return new Outcome.Refused(CommonProblem.PRECONDITION_FAILED);
        }
        evaluations.change(tx.sql(), held, held.state().code(), texts, now());
        tx.audit(office.did("CHANGE", held.key()));
        return new Outcome.Done(evaluations.find(tx.sql(), held.key()));
    }

    /** Freezes the figures as they are at this moment. */
    public Outcome submit(Office office, EvaluationKey key, long read) {
        if (!office.mayWrite(key.area())) {
            return new Outcome.Refused(EvaluationProblem.NOT_ITS_OFFICE);
        }
        if (!MonthCounters.today().isAfter(key.period().last().atEndOfMonth())) {
            return new Outcome.Refused(EvaluationProblem.SEMESTER_NOT_OVER);
        }
        Evaluation seen = database.read(office.scope(), sql -> evaluations.find(sql, key));
        // Counted in a snapshot of its own, for the very version that is handed in.
        Optional<Report> report = reports.of(office.scope(), key, seen.texts());
        return report.isEmpty()
                ? new Outcome.Refused(CommonProblem.NOT_FOUND)
                : database.write(office.scope(), tx -> submit(tx, office, new Handed(key, read, report.get())));
    }

    private record Handed(EvaluationKey key, long read, Report report) {}

    private Outcome submit(Transaction tx, Office office, Handed handed) {
        Evaluation held = evaluations.lock(tx.sql(), handed.key());
        if (held.version() == 0) {
            return new Outcome.Refused(CommonProblem.NOT_FOUND);
        }
        Optional<ProblemCode> closed = held.state().closed();
        if (closed.isPresent()) {
            return new Outcome.Refused(closed.get());
        }
        if (handed.read() != held.version() || !saysTheSame(held, handed.report())) {
            return new Outcome.Refused(CommonProblem.PRECONDITION_FAILED);
        }
        if (!held.texts().complete()) {
            return new Outcome.Refused(EvaluationProblem.TEXTS_MISSING);
        }
        Evaluations.Submission submission = submission(held, written(handed.report()));
        evaluations.change(tx.sql(), held, EvaluationView.Stage.SUBMITTED, held.texts(), submission.at());
        evaluations.add(tx, held.key(), submission);
        evaluations.add(
                tx,
                held.key(),
                new Step(
                        held.steps().size() + 1,
                        EvaluationView.Action.SUBMITTED,
                        submission.at(),
                        held.key().area(),
                        office.subject(),
                        null,
                        submission.hash()));
        tx.audit(office.did("SUBMIT", held.key()));
        tx.audit(office.sealed(held.key(), submission.hash()));
        Evaluation submitted = evaluations.find(tx.sql(), held.key());
        tx.announce(Announcement.of(EvaluationMoved.of(submitted), json));
        return new Outcome.Done(submitted);
    }

    /** The words may have been changed while the figures were counted. */
    private static boolean saysTheSame(Evaluation held, Report report) {
        return held.texts().equals(new Evaluation.Texts(report.obstacles(), report.followUp()));
    }

    /** Late is who was late the first time: handing in again after remarks takes nothing back. */
    private Evaluations.Submission submission(Evaluation held, String content) {
        Instant now = now();
        Instant first = held.firstSubmission().map(Step::at).orElse(now);
        Deadline.Due due = deadline.of(held.key().area(), held.key().period());
        return new Evaluations.Submission(
                held.submissions() + 1, now, due.isLate(Deadline.day(first)), content, Seal.of(content));
    }

    private String written(Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** To the microsecond, as the database keeps it. */
    static Instant now() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

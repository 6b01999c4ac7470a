package id.tumbuh.reporting.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a report back or accepts it: for the level right above, and never by whoever handed it in. */
@ApplicationScoped
public class DecideEvaluation {
    private final Database database;
    private final Evaluations evaluations;
    private final ObjectMapper json;

    DecideEvaluation(Database database, Evaluations evaluations, ObjectMapper json) {
        this.database = database;
        this.evaluations = evaluations;
        this.json = json;
    }

    /**
     * What the level above says.
     *
     * @param remarks what to put right; of an accepted report they may be missing
     * @param read the version it was said of
     */
    public record Decision(boolean accepts, @Nullable String remarks, long read) {
        private EvaluationView.Stage state() {
            return accepts ? EvaluationView.Stage.ACCEPTED : EvaluationView.Stage.RETURNED;
        }

        private EvaluationView.Action action() {
            return accepts ? EvaluationView.Action.ACCEPTED : EvaluationView.Action.RETURNED;
        }
    }

    public Outcome decide(Office office, EvaluationKey key, Decision decision) {
        if (!office.mayDecide(key.area())) {
            return new Outcome.Refused(EvaluationProblem.NOT_THE_OFFICE_ABOVE);
        }
        return !decision.accepts() && decision.remarks() == null
                ? new Outcome.Refused(EvaluationProblem.REMARKS_NEEDED)
                : database.write(office.scope(), tx -> decide(tx, office, key, decision));
    }

    private Outcome decide(Transaction tx, Office office, EvaluationKey key, Decision decision) {
        Evaluation held = evaluations.lock(tx.sql(), key);
        Optional<Step> waiting = held.state().waiting();
        if (waiting.isEmpty()) {
            return new Outcome.Refused(held.version() == 0 ? CommonProblem.NOT_FOUND : EvaluationProblem.NOT_SUBMITTED);
        }
        if (decision.read() != held.version()) {
            return new Outcome.Refused(CommonProblem.PRECONDITION_FAILED);
        }
        if (waiting.get().subject().equals(office.subject())) {
            return new Outcome.Refused(EvaluationProblem.OWN_REPORT);
        }
        Step step = new Step(
                held.steps().size() + 1,
                decision.action(),
                WriteEvaluation.now(),
                Office.above(key.area()),
                office.subject(),
                decision.remarks(),
                waiting.get().hash());
        evaluations.change(tx.sql(), held, decision.state(), held.texts(), step.at());
        evaluations.add(tx, key, step);
        tx.audit(office.did(decision.accepts() ? "ACCEPT" : "RETURN", key));
        Evaluation decided = evaluations.find(tx.sql(), key);
        tx.announce(Announcement.of(EvaluationMoved.of(decided), json));
        return new Outcome.Done(decided);
    }
}

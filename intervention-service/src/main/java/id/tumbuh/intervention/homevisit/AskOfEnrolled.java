package id.tumbuh.intervention.homevisit;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.programme.Enrolment;
import id.tumbuh.intervention.programme.EnrolmentsChanged;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.stream.Collectors;

/** What a programme gives may be told after the weighing, too. A bean of its own: one class can't hear two kinds of a collection. */
@ApplicationScoped
class AskOfEnrolled implements EnrolmentsChanged {
    private final AskHomeVisits visits;

    AskOfEnrolled(AskHomeVisits visits) {
        this.visits = visits;
    }

    @Override
    public void changed(Transaction tx, Collection<Enrolment> enrolments) {
        visits.ask(
                tx,
                enrolments.stream()
                        .filter(one -> one.end() == null && one.plan() != null)
                        .filter(one -> one.of().kind() == Beneficiary.Kind.CHILD)
                        .map(one -> one.of().id())
                        .collect(Collectors.toSet()));
    }
}

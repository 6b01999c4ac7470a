package id.tumbuh.intervention.programme;

import id.tumbuh.platform.database.Transaction;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores enrolments and tells whoever follows them. */
@ApplicationScoped
class Followers {
    private final List<EnrolmentsChanged> all;

    Followers(@All List<EnrolmentsChanged> all) {
        this.all = List.copyOf(all);
    }

    void storeNew(Transaction tx, List<Enrolment> enrolments) {
        if (!enrolments.isEmpty()) {
            Enrolments.insert(tx.sql(), enrolments);
            all.forEach(one -> one.changed(tx, enrolments));
        }
    }

    void store(Transaction tx, List<Enrolment> enrolments) {
        if (!enrolments.isEmpty()) {
            Enrolments.update(tx.sql(), enrolments);
            all.forEach(one -> one.changed(tx, enrolments));
        }
    }
}

package id.tumbuh.intervention.programme;

import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends enrolments that somebody decided against: they count until the last day on which something was brought, or not at all. */
@ApplicationScoped
class EndEnrolments {
    private final Followers followers;

    EndEnrolments(Followers followers) {
        this.followers = followers;
    }

    /** Under the locks of their families. */
    void end(Transaction tx, Collection<Enrolment> lasting, Enrolment.Reason reason) {
        List<UUID> ids = lasting.stream().map(Enrolment::id).toList();
        Map<UUID, LocalDate> brought = Enrolments.lastBrought(tx.sql(), ids);
        followers.store(
                tx,
                lasting.stream()
                        .map(one -> one.ended(
                                brought.getOrDefault(one.id(), one.time().from().minusDays(1)), reason))
                        .toList());
    }
}

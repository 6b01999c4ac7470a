package id.tumbuh.registry.aid;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.family.FamilyObservation;
import id.tumbuh.registry.family.ObserveFamily;
import id.tumbuh.registry.screening.Contraception;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Contraception given to a family: kept as a service, and observed of the family, which is screened again by it. */
@ApplicationScoped
class GiveContraception {
    private static final String SOURCE = "KB_SERVICE";

    private final ObserveFamily observe;
    private final ObjectMapper json;

    GiveContraception(ObserveFamily observe, ObjectMapper json) {
        this.observe = observe;
        this.json = json;
    }

    /** What was given, when. */
    record Given(UUID id, UUID family, Contraception method, LocalDate on) {}

    ObserveFamily.Outcome give(Transaction tx, Actor actor, Screener screener, Given given) {
        ObserveFamily.Outcome outcome = observe.observe(
                tx,
                actor,
                screener,
                new FamilyObservation(
                        given.id(),
                        given.family(),
                        given.on(),
                        SOURCE,
                        json.createObjectNode()
                                .put("contraception", given.method().name())));
        if (outcome == ObserveFamily.Outcome.ADDED) {
            tx.sql()
                    .createUpdate("""
                            insert into contraception_service (id, family_id, area_code, method, given_on, recorded_by)
                            select :id, id, area_code, :method, :on, :by from family where id = :family""")
                    .bind("id", given.id())
                    .bind("method", given.method())
                    .bind("on", given.on())
                    .bind("by", actor.subject())
                    .bind("family", given.family())
                    .execute();
        }
        return outcome;
    }
}

package id.tumbuh.registry.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes a request for erasure, and carries it out when another person agrees. One transaction erases, announces which ids are
 * gone, removes them from the topics and writes the audit; the erasure itself stays as its record.
 */
@ApplicationScoped
class DecideErasure {
    private final Database database;
    private final ErasePersons erase;
    private final ErasureRules rules;
    private final ScreeningRules screening;
    private final ObjectMapper json;
    private final Clock clock;

    DecideErasure(
            Database database,
            ErasePersons erase,
            ErasureRules rules,
            ScreeningRules screening,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.erase = erase;
        this.rules = rules;
        this.screening = screening;
        this.json = json;
        this.clock = clock;
    }

    /** What came of a request or an approval. */
    sealed interface Outcome {
        /** It waits for another person, or it is carried out: the erasure says which. */
        record Stands(Erasure erasure) implements Outcome {}

        record Unknown() implements Outcome {}

        record AlreadyRequested() implements Outcome {}

        record SamePerson() implements Outcome {}
    }

    /** What is asked for. */
    record Request(UUID id, Erasure.Subject subject, String reason, String requestReference) {}

    Outcome request(Actor actor, Request request) {
        boolean alone = rules.oneIsEnough();
        Screener today = screening.today();
        Optional<Erasure> asked = database.read(actor.scope(), sql -> subject(sql, actor, request));
        if (asked.isEmpty()) {
            return database.read(actor.scope(), sql -> Erasures.find(sql, request.id()))
                    .filter(known -> known.subject().equals(request.subject()))
                    .<Outcome>map(Outcome.Stands::new) // asked for before, and carried out since
                    .orElseGet(Outcome.Unknown::new);
        }
        return database.write(Scope.everywhere(), tx -> {
            if (!Erasures.add(tx.sql(), asked.get())) {
                return Erasures.find(tx.sql(), request.id())
                        .filter(known -> known.sameRequestAs(asked.get()))
                        .<Outcome>map(Outcome.Stands::new)
                        .orElseGet(Outcome.AlreadyRequested::new);
            }
            tx.audit(actor.did(
                    "REQUEST_ERASURE",
                    request.subject().kind().word(),
                    request.subject().id(),
                    asked.get().area()));
            return new Outcome.Stands(alone ? carryOut(tx, actor, today, asked.get()) : asked.get());
        });
    }

    Outcome approve(Actor actor, UUID id) {
        if (database.read(actor.scope(), sql -> Erasures.find(sql, id)).isEmpty()) {
            return new Outcome.Unknown();
        }
        Screener today = screening.today();
        // everywhere: rows about the person may lie in other areas than the person
        return database.write(Scope.everywhere(), tx -> {
            Erasure erasure = Erasures.lock(tx.sql(), id).orElseThrow();
            if (erasure.done() != null) {
                return new Outcome.Stands(erasure);
            }
            if (erasure.requestedBy().equals(actor.subject())) {
                return new Outcome.SamePerson();
            }
            return new Outcome.Stands(carryOut(tx, actor, today, erasure));
        });
    }

    /** False when it is carried out; a request that isn't there, or not the actor's business, is empty. */
    Optional<Boolean> cancel(Actor actor, UUID id) {
        return database.write(
                actor.scope(),
                tx -> Erasures.lock(tx.sql(), id).map(erasure -> {
                    if (erasure.done() != null) {
                        return false;
                    }
                    Erasures.remove(tx.sql(), id);
                    Erasure.Subject subject = erasure.subject();
                    tx.audit(actor.did("CANCEL_ERASURE", subject.kind().word(), subject.id(), erasure.area()));
                    return true;
                }));
    }

    private Optional<Erasure> subject(Handle sql, Actor actor, Request request) {
        Erasure.Subject subject = request.subject();
        String home = subject.kind() == Erasure.Kind.FAMILY
                ? "select id as family_id, area_code from family where id = :id and merged_into is null"
                : "select family_id, area_code from child where id = :id";
        return sql.createQuery(home)
                .bind("id", subject.id())
                .map((row, _) -> new Erasure(
                        request.id(),
                        subject,
                        row.getObject("family_id", UUID.class),
                        row.getString("area_code"),
                        request.reason(),
                        request.requestReference(),
                        actor.subject(),
                        clock.instant(),
                        null))
                .findOne();
    }

    private Erasure carryOut(Transaction tx, Actor actor, Screener today, Erasure erasure) {
        ErasePersons.Concerned concerned = erase.concerned(tx.sql(), erasure.subject(), erasure.familyId());
        boolean wholeFamily = erasure.subject().kind() == Erasure.Kind.FAMILY;
        List<UUID> erased = new ArrayList<>(concerned.children());
        erased.addAll(concerned.others());
        if (wholeFamily) {
            erased.add(erasure.familyId());
        }
        ErasedPersons.remember(tx.sql(), erasure.id(), erased);
        Map<String, Long> counts =
                erase.erase(new Erasing(tx, actor, today, erasure.familyId(), wholeFamily, concerned.children()));
        Erasure.Done done = new Erasure.Done(
                actor.subject(),
                clock.instant(),
                concerned.children().stream().sorted().toList(),
                concerned.others().stream().sorted().toList(),
                counts);
        Erasures.finish(tx.sql(), erasure.id(), done);
        tx.announce(Announcement.of(ErasureEvent.of(erasure, done, rules.today()), json));
        Erasure.Subject subject = erasure.subject();
        tx.audit(actor.did("ERASE", subject.kind().word(), subject.id(), erasure.area()));
        return Erasures.find(tx.sql(), erasure.id()).orElseThrow();
    }
}

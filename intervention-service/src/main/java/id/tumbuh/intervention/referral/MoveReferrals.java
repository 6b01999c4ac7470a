package id.tumbuh.intervention.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves referrals for a person: each row by itself, all of a list in one transaction. */
@ApplicationScoped
class MoveReferrals {
    private final Database database;
    private final RuleBook rules;
    private final ObjectMapper json;

    MoveReferrals(Database database, RuleBook rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    /** A move of one referral, made on the version that its mover has read. */
    record Request(UUID id, long version, Move move) {}

    List<Change<Referral>> move(Actor actor, List<Request> requests, LocalDate day) {
        Moving moving = new Moving(MoveRules.of(rules.on(day)), day);
        return database.write(actor.scope(), tx -> moved(tx, actor, requests, moving));
    }

    private List<Change<Referral>> moved(Transaction tx, Actor actor, List<Request> requests, Moving moving) {
        Map<UUID, Referral> known =
                locked(tx, requests.stream().map(Request::id).toList());
        Map<UUID, Referral> changed = new LinkedHashMap<>();
        List<Change<Referral>> answers = new ArrayList<>(requests.size());
        for (Request request : requests) {
            Change<Referral> change = decided(actor, request, known.get(request.id()), moving);
            answers.add(change);
            if (change instanceof Change.Done<Referral>(var now)) {
                known.put(now.id(), now);
                changed.put(now.id(), now);
                tx.announce(Announcement.of(ReferralEvent.of(now, request.move().happened()), json));
                tx.audit(actor.did(
                        request.move().action(),
                        "referral",
                        now.id(),
                        now.home().area().value()));
            }
        }
        Referrals.store(tx.sql(), changed.values());
        return answers;
    }

    /**
     * Under the lock of their families, as facts change them too: what is read after it stays true.
     */
    private static Map<UUID, Referral> locked(Transaction tx, List<UUID> ids) {
        Families.lock(tx.sql(), Map.of(), Referrals.familiesOf(tx.sql(), ids));
        Map<UUID, Referral> known = new LinkedHashMap<>();
        Referrals.byIds(tx.sql(), ids).forEach(referral -> known.put(referral.id(), referral));
        return known;
    }

    private static Change<Referral> decided(Actor actor, Request request, @Nullable Referral referral, Moving moving) {
        if (referral == null) {
            return new Change.Unknown<>();
        }
        if (request.move().isOfTheOpd()) {
            if (actor.opd() == null) {
                return Change.Refused.because(ReferralProblem.NOT_YOUR_FIELD);
            }
            if (!referral.field().code().equals(actor.opd())) {
                return new Change.Unknown<>();
            }
        }
        return moving.after(referral, request.move(), request.version());
    }
}

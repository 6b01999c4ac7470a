package id.tumbuh.intervention.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Refers what somebody saw and no data shows: an illness, a house, a way of bringing up. */
@ApplicationScoped
class ReferByHand {
    private final Database database;
    private final RuleBook rules;
    private final ObjectMapper json;

    ReferByHand(Database database, RuleBook rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    /** Of a family or of one of its children; one of the two ids is there. */
    record Wanted(
            UUID id, @Nullable UUID familyId, @Nullable UUID childId, String cause) {}

    Change<Referral> refer(Actor actor, Wanted wanted, LocalDate day) {
        MoveRules today = MoveRules.of(rules.on(day));
        Optional<OpdField> field = today.fieldOf(wanted.cause());
        if (field.isEmpty()) {
            return new Change.Refused<>(ReferralProblem.CAUSE_UNKNOWN, "/cause");
        }
        return database.write(actor.scope(), tx -> {
            Optional<Family> family = familyOf(tx.sql(), wanted);
            if (family.isEmpty()) {
                return Change.Refused.because(ReferralProblem.SUBJECT_UNKNOWN);
            }
            Family of = family.get();
            return opened(
                    tx,
                    actor,
                    new Referral.Matter(
                            wanted.id(),
                            new Home(of.id(), of.area()),
                            wanted.childId(),
                            new RiskFactor(wanted.cause()),
                            field.get(),
                            today.manualVersion(),
                            Referral.Origin.PERSON,
                            day));
        });
    }

    private Change<Referral> opened(Transaction tx, Actor actor, Referral.Matter matter) {
        List<Referral> known = Referrals.byIds(tx.sql(), List.of(matter.id()));
        if (!known.isEmpty()) {
            return isTheSame(known.getFirst().matter(), matter)
                    ? new Change.Unchanged<>(known.getFirst())
                    : Change.Refused.because(ReferralProblem.REFERRAL_ID_TAKEN);
        }
        boolean open = Referrals.openOf(tx.sql(), List.of(matter.home().familyId())).stream()
                .map(Referral::matter)
                .anyMatch(other -> other.origin() == matter.origin()
                        && other.cause().equals(matter.cause())
                        && Objects.equals(other.childId(), matter.childId()));
        if (open) {
            return Change.Refused.because(ReferralProblem.REFERRAL_ALREADY_OPEN);
        }
        Referral referral = Referral.Open.sent(matter);
        // An id that stands outside of the actor's areas isn't seen above, and must not be overwritten here.
        if (!Referrals.insert(tx.sql(), referral)) {
            return Change.Refused.because(ReferralProblem.REFERRAL_ID_TAKEN);
        }
        tx.announce(Announcement.of(ReferralEvent.of(referral), json));
        tx.audit(
                actor.did("REFER", "referral", matter.id(), matter.home().area().value()));
        return new Change.Created<>(referral);
    }

    private static boolean isTheSame(Referral.Matter known, Referral.Matter wanted) {
        return known.origin() == wanted.origin()
                && known.cause().equals(wanted.cause())
                && known.home().familyId().equals(wanted.home().familyId())
                && Objects.equals(known.childId(), wanted.childId());
    }

    /** Locked, as whatever changes the referrals of a family locks it first. */
    private static Optional<Family> familyOf(Handle sql, Wanted wanted) {
        UUID family = wanted.familyId();
        if (wanted.childId() != null) {
            family = sql.createQuery("select family_id from child where id = :id")
                    .bind("id", wanted.childId())
                    .mapTo(UUID.class)
                    .findOne()
                    .orElse(null);
        }
        return family == null
                ? Optional.empty()
                : Families.lock(sql, Map.of(), List.of(family)).stream().findFirst();
    }
}

package id.tumbuh.registry.aid;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Plans aid for families of a desa, and takes in whom it has reached. Who is planned stays so, whoever is the poorest later. */
@ApplicationScoped
class GiveAid {
    private final Areas areas;
    private final FamilyHomes homes;
    private final IdentityKeys identities;

    GiveAid(Areas areas, FamilyHomes homes, IdentityKeys identities) {
        this.areas = areas;
        this.homes = homes;
        this.identities = identities;
    }

    /** What came of a plan. */
    sealed interface Outcome {
        record Planned(Aids.Summary aid, boolean isNew) implements Outcome {}

        record Refused(ProblemCode reason, String field) implements Outcome {}
    }

    Outcome plan(Transaction tx, Actor actor, NewAid aid) {
        Optional<Outcome> refusal = refusal(tx, actor, aid.area());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!Aids.insert(tx.sql(), aid, identities.fingerprint(aid.content()), actor.subject())) {
            return Aids.fingerprint(tx.sql(), aid.id())
                    .filter(stored -> identities.isFingerprintOf(stored, aid.content()))
                    .flatMap(_ -> Aids.find(tx.sql(), aid.id()))
                    .<Outcome>map(known -> new Outcome.Planned(known, false))
                    .orElseGet(() -> new Outcome.Refused(AidProblem.AID_ID_TAKEN, "/id"));
        }
        Set<UUID> families = new LinkedHashSet<>();
        Map<UUID, FamilyHome> known = homes.find(tx.sql(), aid.families());
        for (int index = 0; index < aid.families().size(); index++) {
            FamilyHome home = known.get(aid.families().get(index));
            if (home == null || !home.area().equals(aid.area())) {
                // ends the transaction: aid is planned for all of them or for nobody
                throw new NotOfTheDesa("/families/" + index);
            }
            families.add(home.id());
        }
        if (aid.poorest() != null) {
            families.addAll(Aids.poorest(tx.sql(), aid.area().value(), aid.poorest()));
        }
        Aids.plan(tx.sql(), aid, families, actor.subject());
        tx.audit(actor.did("PLAN_AID", "aid", aid.id(), aid.area().value()));
        families.forEach(family ->
                tx.audit(actor.did("PLAN_AID", "family", family, aid.area().value())));
        return new Outcome.Planned(Aids.find(tx.sql(), aid.id()).orElseThrow(), true);
    }

    /** A family that was named lives in no desa of the aid. */
    static final class NotOfTheDesa extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;

        NotOfTheDesa(String field) {
            super("a family is not of the desa");
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    private Optional<Outcome> refusal(Transaction tx, Actor actor, AreaCode area) {
        if (area.level() != AreaLevel.DESA_KELURAHAN) {
            return Optional.of(new Outcome.Refused(RegistryProblem.AREA_NOT_DESA, "/area"));
        }
        if (!actor.scope().allows(area)) {
            return Optional.of(new Outcome.Refused(RegistryProblem.AREA_OUTSIDE_SCOPE, "/area"));
        }
        return areas.desaAmong(tx.sql(), List.of(area)).isEmpty()
                ? Optional.of(new Outcome.Refused(RegistryProblem.AREA_UNKNOWN, "/area"))
                : Optional.empty();
    }

    /** Empty: there is no such aid. What was missed may still be delivered; what was delivered stays so. */
    Optional<List<Registration>> deliver(
            Transaction tx, Actor actor, List<String> reasons, UUID aid, List<DeliveryForm.Delivery> told) {
        Optional<Aids.Summary> known = Aids.find(tx.sql(), aid);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, Aids.Recipient> standing = Aids.lock(
                tx.sql(), aid, told.stream().map(DeliveryForm.Delivery::family).toList());
        Map<UUID, DeliveryForm.Delivery> news = new LinkedHashMap<>();
        List<Registration> answers = new ArrayList<>(told.size());
        for (DeliveryForm.Delivery delivery : told) {
            Registration answer = answer(reasons, standing, delivery);
            if (answer instanceof Registration.Created) {
                news.put(delivery.family(), delivery);
                standing.put(
                        delivery.family(),
                        new Aids.Recipient(delivery.family(), delivery.outcome().name(), delivery.reason()));
                tx.audit(actor.did(
                        "TELL_AID", "family", delivery.family(), known.get().area()));
            }
            answers.add(answer);
        }
        Aids.tell(tx.sql(), aid, news.values(), actor.subject());
        return Optional.of(answers);
    }

    private static Registration answer(
            List<String> reasons, Map<UUID, Aids.Recipient> standing, DeliveryForm.Delivery delivery) {
        Aids.Recipient before = standing.get(delivery.family());
        if (before == null) {
            return new Registration.Invalid(AidProblem.AID_NOT_PLANNED, "/id");
        }
        if (delivery.reason() != null && !reasons.contains(delivery.reason())) {
            return new Registration.Invalid(AidProblem.AID_REASON_INVALID, "/reason");
        }
        if (before.outcome().equals(delivery.outcome().name()) && Objects.equals(before.reason(), delivery.reason())) {
            return new Registration.Unchanged();
        }
        boolean open = before.outcome().equals("PLANNED")
                || (before.outcome().equals("MISSED") && delivery.outcome() == DeliveryForm.Outcome.DELIVERED);
        return open ? new Registration.Created(Set.of()) : new Registration.Conflict();
    }
}

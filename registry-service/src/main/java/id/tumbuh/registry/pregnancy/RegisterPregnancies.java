package id.tumbuh.registry.pregnancy;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Fingerprints;
import id.tumbuh.registry.batch.Outcomes;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Registers pregnancies in bulk inside a transaction of its caller; the families of their mothers are screened again. Safe
 * to repeat: the same id with the same content changes nothing.
 */
@ApplicationScoped
public class RegisterPregnancies {
    private final ReassessFamilies families;
    private final IdentityKeys identities;
    private final ObjectMapper json;

    RegisterPregnancies(ReassessFamilies families, IdentityKeys identities, ObjectMapper json) {
        this.families = families;
        this.identities = identities;
        this.json = json;
    }

    /** When: the day's screening and the lengths that hold on it, both taken before the transaction. */
    public record Day(Screener screener, LifePolicy policy) {}

    /** The outcome of each, in the order given. Their mothers must be registered, before or in this transaction. */
    public List<Registration> register(Transaction tx, Actor actor, Day day, List<NewPregnancy> wanted) {
        Mothers mothers = Mothers.lock(tx.sql(), wanted, day.policy());
        Set<UUID> erased = ErasedPersons.among(
                tx.sql(), wanted.stream().map(NewPregnancy::id).toList());
        Map<UUID, Pregnancies.Row> candidates = new LinkedHashMap<>();
        for (NewPregnancy pregnancy : wanted) {
            if (mothers.refusal(pregnancy).isEmpty()
                    && !candidates.containsKey(pregnancy.id())
                    && !erased.contains(pregnancy.id())) {
                candidates.put(pregnancy.id(), row(pregnancy, mothers));
            }
        }
        Set<UUID> created = store(tx, actor, day, candidates);
        Map<UUID, byte[]> present = Fingerprints.of(tx.sql(), "pregnancy", candidates.keySet());
        Outcomes outcomes = new Outcomes(created, present);
        Set<UUID> expecting = Pregnancies.expecting(
                tx.sql(),
                mothers.known().values().stream().map(Mothers.Mother::id).toList());
        List<Registration> answers = new ArrayList<>(wanted.size());
        for (NewPregnancy pregnancy : wanted) {
            Optional<Registration.Invalid> refusal = mothers.refusal(pregnancy);
            answers.add(
                    refusal.isPresent()
                            ? refusal.get()
                            : present.containsKey(pregnancy.id())
                                            || !expecting.contains(
                                                    mothers.of(pregnancy).id())
                                    ? outcome(pregnancy, outcomes)
                                    : new Registration.Invalid(RegistryProblem.PREGNANT_ALREADY, "/motherId"));
        }
        return answers;
    }

    private Registration outcome(NewPregnancy pregnancy, Outcomes outcomes) {
        return outcomes.of(pregnancy.id(), Set.of(), stored -> identities.isFingerprintOf(stored, pregnancy.content()));
    }

    private Pregnancies.Row row(NewPregnancy pregnancy, Mothers mothers) {
        return new Pregnancies.Row(
                expected(pregnancy, mothers.policy()),
                mothers.of(pregnancy),
                identities.fingerprint(pregnancy.content()));
    }

    /** Naegele's rule, where nobody has told the day. */
    static NewPregnancy expected(NewPregnancy pregnancy, LifePolicy policy) {
        return pregnancy.expectedOn() != null || pregnancy.lastPeriodOn() == null
                ? pregnancy
                : new NewPregnancy(
                        pregnancy.id(),
                        pregnancy.motherId(),
                        pregnancy.confirmedOn(),
                        pregnancy.lastPeriodOn(),
                        pregnancy.lastPeriodOn().plusDays(policy.pregnancy()));
    }

    private Set<UUID> store(Transaction tx, Actor actor, Day day, Map<UUID, Pregnancies.Row> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        Set<UUID> created = Pregnancies.insert(tx.sql(), candidates.values());
        List<KnownPregnancy> stored = candidates.values().stream()
                .filter(row -> created.contains(row.id()))
                .map(Pregnancies.Row::stored)
                .toList();
        for (KnownPregnancy pregnancy : stored) {
            tx.announce(Announcement.of(PregnancyEvent.of(PregnancyEvent.Fact.CONFIRMED, pregnancy), json));
            tx.audit(actor.did(
                    "REGISTER",
                    "pregnancy",
                    pregnancy.content().id(),
                    pregnancy.area().value()));
        }
        families.reassess(
                tx,
                actor,
                day.screener(),
                stored.stream().map(KnownPregnancy::family).collect(toSet()));
        return created;
    }
}

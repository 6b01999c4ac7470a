package id.tumbuh.registry.pregnancy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowAnswer;
import id.tumbuh.registry.child.NewChild;
import id.tumbuh.registry.child.RegisterChildren;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.member.PresentMember;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Corrects the dates of a pregnancy, and ends it: by a birth, which registers the children, or otherwise. */
@ApplicationScoped
public class ChangePregnancy {
    private final RegisterChildren children;
    private final ReassessFamilies families;
    private final ObjectMapper json;

    ChangePregnancy(RegisterChildren children, ReassessFamilies families, ObjectMapper json) {
        this.children = children;
        this.families = families;
        this.json = json;
    }

    Correction correct(Transaction tx, Actor actor, RegisterPregnancies.Day day, long expected, NewPregnancy wanted) {
        Optional<KnownPregnancy> found = KnownPregnancy.lock(tx.sql(), wanted.id());
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownPregnancy before = found.get();
        NewPregnancy content =
                RegisterPregnancies.expected(wanted.of(PresentMember.of(tx.sql(), wanted.motherId())), day.policy());
        if (content.equals(before.content())) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        Optional<Registration.Invalid> refusal = Faults.unless(
                        content.motherId().equals(before.content().motherId()),
                        RegistryProblem.MOTHER_OF_ANOTHER,
                        "/motherId")
                .or(() -> Mothers.lock(tx.sql(), List.of(content), day.policy()).refusal(content));
        if (refusal.isPresent()) {
            return new Correction.Refused(refusal.get());
        }
        return told(tx, actor, PregnancyEvent.Fact.CHANGED, before.with(content));
    }

    /** The end of a pregnancy as it is reported; the children born alive in the order of birth. */
    record Birth(UUID pregnancy, KnownPregnancy.End end, List<Newborn> newborns, List<UUID> registered) {
        Birth {
            newborns = List.copyOf(newborns);
            registered = List.copyOf(registered);
        }
    }

    Correction end(Transaction tx, Actor actor, RegisterPregnancies.Day day, long expected, Birth birth) {
        Optional<KnownPregnancy> found = KnownPregnancy.lock(tx.sql(), birth.pregnancy());
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownPregnancy before = found.get();
        if (before.twice().mergedInto() != null) {
            return new Correction.Refused(new Registration.Invalid(RegistryProblem.PREGNANCY_MERGED, ""));
        }
        if (before.ended() != null) {
            return birth.end().equals(before.ended())
                    ? new Correction.Unchanged(before.version())
                    : new Correction.Refused(new Registration.Invalid(RegistryProblem.PREGNANCY_ENDED, ""));
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        Optional<Registration.Invalid> refusal = refusal(before, day.policy(), birth);
        if (refusal.isPresent()) {
            return new Correction.Refused(refusal.get());
        }
        List<UUID> born = new ArrayList<>(birth.registered());
        born.addAll(register(tx, actor, day, before, birth));
        link(tx, before, birth, born);
        Correction done = told(
                tx,
                actor,
                PregnancyEvent.Fact.ENDED,
                before.endedBy(birth.end(), born.stream().sorted().toList()));
        families.reassess(tx, actor, day.screener(), List.of(before.family()));
        return done;
    }

    private static Optional<Registration.Invalid> refusal(KnownPregnancy before, LifePolicy policy, Birth birth) {
        LocalDate on = birth.end().on();
        LocalDate lastPeriod = before.content().lastPeriodOn();
        boolean alive = birth.end().outcome() == Outcome.LIVE_BIRTH;
        boolean someone = !birth.newborns().isEmpty() || !birth.registered().isEmpty();
        long days = lastPeriod == null ? policy.pregnancy() : ChronoUnit.DAYS.between(lastPeriod, on);
        return Faults.first(
                Faults.unless(!on.isAfter(policy.today()), RegistryProblem.DATE_IN_FUTURE, "/endedOn"),
                Faults.unless(!on.isBefore(before.content().confirmedOn()), RegistryProblem.DATES_DISAGREE, "/endedOn"),
                Faults.unless(days <= policy.longestPregnancy(), RegistryProblem.DATES_DISAGREE, "/endedOn"),
                Faults.unless(
                        !alive || days >= policy.shortestLivePregnancy(), RegistryProblem.DATES_DISAGREE, "/endedOn"),
                Faults.unless(alive == someone, RegistryProblem.OUTCOME_AND_CHILDREN_DISAGREE, "/children"));
    }

    private List<UUID> register(
            Transaction tx, Actor actor, RegisterPregnancies.Day day, KnownPregnancy before, Birth birth) {
        Mothers.Mother mother =
                Mothers.lock(tx.sql(), List.of(before.content()), day.policy()).of(before.content());
        List<NewChild> newborns = birth.newborns().stream()
                .map(newborn -> newborn.of(mother, birth.end().on()))
                .toList();
        List<Registration> answers = children.register(tx, actor, day.screener(), newborns);
        for (int child = 0; child < answers.size(); child++) {
            refuseUnlessRegistered(answers.get(child), "/children/" + child);
        }
        return newborns.stream().map(NewChild::id).toList();
    }

    /** Ends the transaction: a birth is told with all of its children or not at all. */
    private static void refuseUnlessRegistered(Registration answer, String at) {
        switch (answer) {
            case Registration.Created _, Registration.Unchanged _ -> {}
            case Registration.Conflict _ ->
                throw new ProblemException(
                        Problem.of(RegistryProblem.ID_TAKEN).at(at + "/id", RegistryProblem.ID_TAKEN));
            case Registration.Invalid(var reason, var field) ->
                throw new ProblemException(RowAnswer.problem(new Registration.Invalid(reason, at + field)));
        }
    }

    /** Children who were registered before belong to the pregnancy if they are of its family and were born on that day. */
    private static void link(Transaction tx, KnownPregnancy before, Birth birth, List<UUID> born) {
        int linked = tx.sql()
                .createUpdate("""
                        update child set pregnancy_id = :pregnancy
                        where id = any(:ids) and family_id = :family and birth_date = :on
                            and coalesce(pregnancy_id = :pregnancy, true)""")
                .bind("pregnancy", before.content().id())
                .bindArray("ids", UUID.class, born.toArray())
                .bind("family", before.family())
                .bind("on", birth.end().on())
                .execute();
        if (linked != born.size()) {
            throw new ProblemException(Problem.of(RegistryProblem.NOT_BORN_OF_IT)
                    .at("/registeredChildren", RegistryProblem.NOT_BORN_OF_IT));
        }
    }

    private Correction told(Transaction tx, Actor actor, PregnancyEvent.Fact fact, KnownPregnancy now) {
        Pregnancies.update(tx.sql(), List.of(now));
        tx.announce(Announcement.of(PregnancyEvent.of(fact, now), json));
        tx.audit(actor.did(
                fact == PregnancyEvent.Fact.ENDED ? "END" : "CORRECT",
                "pregnancy",
                now.content().id(),
                now.area().value()));
        return new Correction.Done(now.version());
    }
}

package id.tumbuh.registry.couple;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowAnswer;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.family.JoinFamily;
import id.tumbuh.registry.family.NewFamily;
import id.tumbuh.registry.family.SplitFamily;
import id.tumbuh.registry.family.Transfer;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.member.CorrectMember;
import id.tumbuh.registry.member.KnownMember;
import id.tumbuh.registry.member.PresentMember;
import id.tumbuh.registry.member.Relation;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes the plan of a couple, marries it, or says that nothing comes of it. */
@ApplicationScoped
class ChangeCouple {
    private final SplitFamily split;
    private final JoinFamily join;
    private final FamilyHomes homes;
    private final CorrectMember members;
    private final IdentityKeys identities;
    private final ObjectMapper json;

    ChangeCouple(
            SplitFamily split,
            JoinFamily join,
            FamilyHomes homes,
            CorrectMember members,
            IdentityKeys identities,
            ObjectMapper json) {
        this.split = split;
        this.join = join;
        this.homes = homes;
        this.members = members;
        this.identities = identities;
        this.json = json;
    }

    /**
     * A wedding as it is reported.
     *
     * @param into the family they become; null when they join one
     * @param joined the family that they join; null when they become one of their own
     */
    record Wedding(
            UUID couple,
            LocalDate on,
            @Nullable NewFamily into,
            @Nullable UUID joined) {}

    Correction correct(Transaction tx, Actor actor, LocalDate today, long expected, NewCouple sent) {
        UUID groom = sent.groomId();
        NewCouple wanted = sent.of(
                PresentMember.of(tx.sql(), sent.brideId()), groom == null ? null : PresentMember.of(tx.sql(), groom));
        Optional<KnownCouple> found = KnownCouple.lock(tx.sql(), wanted.id());
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownCouple before = found.get();
        if (wanted.equals(before.content())) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        Optional<Registration.Invalid> refusal = Faults.first(
                        planned(before),
                        Faults.unless(
                                wanted.brideId().equals(before.content().brideId()),
                                RegistryProblem.BRIDE_OF_ANOTHER,
                                "/brideId"))
                .or(() -> Partners.lock(tx.sql(), List.of(wanted), today).refusal(wanted));
        return refusal.<Correction>map(Correction.Refused::new)
                .orElseGet(() -> told(tx, actor, CoupleEvent.Fact.CHANGED, before.with(wanted)));
    }

    Correction callOff(Transaction tx, Actor actor, LocalDate today, long expected, UUID id) {
        Optional<KnownCouple> found = KnownCouple.lock(tx.sql(), id);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownCouple before = found.get();
        if (before.state() == CoupleState.CALLED_OFF) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        return planned(before)
                .<Correction>map(Correction.Refused::new)
                .orElseGet(() ->
                        told(tx, actor, CoupleEvent.Fact.CALLED_OFF, before.ended(CoupleState.CALLED_OFF, today)));
    }

    Correction marry(Transaction tx, Actor actor, Screener screener, long expected, Wedding wedding) {
        Optional<KnownCouple> found = KnownCouple.lock(tx.sql(), wedding.couple());
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownCouple before = found.get();
        if (before.state() == CoupleState.MARRIED && wedding.on().equals(before.endedOn())) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        Optional<Registration.Invalid> refusal = Faults.first(
                planned(before),
                Faults.unless(!wedding.on().isAfter(screener.day()), RegistryProblem.DATE_IN_FUTURE, "/weddingOn"),
                Faults.unless(
                        !wedding.on().isBefore(before.content().registeredOn()),
                        RegistryProblem.DATES_DISAGREE,
                        "/weddingOn"));
        return refusal.<Correction>map(Correction.Refused::new)
                .orElseGet(() -> marry(tx, actor, screener, before, wedding));
    }

    private Correction marry(Transaction tx, Actor actor, Screener screener, KnownCouple before, Wedding wedding) {
        UUID home = wedding.into() == null
                ? joined(tx, wedding)
                : becomeAFamily(tx, actor, screener, before, wedding, wedding.into());
        for (UUID partner : partners(before)) {
            settle(tx, actor, screener, partner, new Home(home, wedding));
        }
        KnownCouple now = KnownCouple.lock(tx.sql(), wedding.couple()).orElseThrow();
        return told(tx, actor, CoupleEvent.Fact.MARRIED, now.ended(CoupleState.MARRIED, wedding.on()));
    }

    private static List<UUID> partners(KnownCouple couple) {
        UUID groom = couple.content().groomId();
        return groom == null
                ? List.of(couple.content().brideId())
                : List.of(couple.content().brideId(), groom);
    }

    private UUID joined(Transaction tx, Wedding wedding) {
        UUID joined = Objects.requireNonNull(wedding.joined(), "a wedding names a family");
        var home = homes.find(tx.sql(), List.of(joined)).get(joined);
        if (home == null) {
            throw refused(new Registration.Invalid(RegistryProblem.FAMILY_UNKNOWN, "/familyId"));
        }
        return home.id();
    }

    /** The bride leaves her family for one of their own; the groom joins it. */
    private UUID becomeAFamily(
            Transaction tx, Actor actor, Screener screener, KnownCouple before, Wedding wedding, NewFamily into) {
        long version = tx.sql()
                .createQuery("select version from family where id = :id for update")
                .bind("id", before.family())
                .mapTo(Long.class)
                .one();
        Correction outcome = split.split(
                tx,
                actor,
                screener,
                version,
                new SplitFamily.Split(
                        before.family(),
                        into,
                        Set.of(before.content().brideId()),
                        wedding.on(),
                        Transfer.Cause.MARRIED));
        if (outcome instanceof Correction.Refused(var reason)) {
            throw refused(new Registration.Invalid(reason.reason(), "/family" + reason.field()));
        }
        return into.id();
    }

    /** Where the newly wed live, and how they came there. */
    private record Home(UUID family, Wedding wedding) {}

    /** Married, and a member of the family they live in from now on. */
    private void settle(Transaction tx, Actor actor, Screener screener, UUID partner, Home home) {
        KnownMember known = KnownMember.lock(tx.sql(), partner, identities)
                .orElseThrow(() -> refused(new Registration.Invalid(RegistryProblem.MEMBER_UNKNOWN, "")));
        if (!known.home().id().equals(home.family())) {
            join.join(
                    tx,
                    actor,
                    screener,
                    new JoinFamily.Joining(
                            known.home().id(),
                            home.family(),
                            Set.of(partner),
                            home.wedding().on(),
                            Transfer.Cause.MARRIED));
        }
        KnownMember there = KnownMember.lock(tx.sql(), partner, identities).orElseThrow();
        members.correct(
                tx,
                actor,
                screener,
                there.version(),
                there.content().married(home.family(), relation(there, home.wedding())));
    }

    private static Relation relation(KnownMember member, Wedding wedding) {
        boolean ownHousehold = wedding.into() != null;
        return switch (member.content().sex()) {
            case P -> ownHousehold ? Relation.WIFE : Relation.CHILD_IN_LAW;
            case L -> ownHousehold ? Relation.HEAD : member.content().relation();
        };
    }

    private static Optional<Registration.Invalid> planned(KnownCouple couple) {
        return Faults.unless(couple.state() == CoupleState.PLANNED, RegistryProblem.COUPLE_SETTLED, "");
    }

    private Correction told(Transaction tx, Actor actor, CoupleEvent.Fact fact, KnownCouple now) {
        Couples.update(tx.sql(), List.of(now));
        tx.announce(Announcement.of(CoupleEvent.of(fact, now), json));
        tx.audit(actor.did(fact.name(), "couple", now.content().id(), now.area().value()));
        return new Correction.Done(now.version());
    }

    private static ProblemException refused(Registration.Invalid reason) {
        return new ProblemException(RowAnswer.problem(reason));
    }
}

package id.tumbuh.registry.child;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.family.Transfer;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.posyandu.Posyandus;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Corrects a child (its birth date, its sex), gives it to another posyandu or family, or says that it is no longer followed.
 * Whoever computes from it learns the new state by the event.
 */
@ApplicationScoped
public class CorrectChild {
    private final Children children;
    private final FamilyHomes homes;
    private final Posyandus posyandus;
    private final ReassessFamilies families;
    private final IdentityKeys identities;
    private final ObjectMapper json;

    CorrectChild(
            Children children,
            FamilyHomes homes,
            Posyandus posyandus,
            ReassessFamilies families,
            IdentityKeys identities,
            ObjectMapper json) {
        this.children = children;
        this.homes = homes;
        this.posyandus = posyandus;
        this.families = families;
        this.identities = identities;
        this.json = json;
    }

    public Correction correct(Transaction tx, Actor actor, Screener screener, long expected, NewChild wanted) {
        Optional<KnownChild> found = KnownChild.lock(tx.sql(), wanted.id(), identities);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownChild before = found.get();
        if (before.mergedInto() != null) {
            return new Correction.Refused(new Registration.Invalid(RegistryProblem.CHILD_MERGED, ""));
        }
        NewChild content = before.completing(wanted);
        if (content.content().equals(before.content().content())) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        Surroundings around = Surroundings.of(tx.sql(), List.of(content), homes, posyandus, screener.day());
        return around.refusal(content)
                .<Correction>map(Correction.Refused::new)
                .orElseGet(() -> change(tx, actor, screener, before, content, around));
    }

    private Correction change(
            Transaction tx, Actor actor, Screener screener, KnownChild before, NewChild wanted, Surroundings around) {
        NewChild content = wanted.in(around.home(wanted).id());
        if (content.content().equals(before.content().content())) {
            return new Correction.Unchanged(before.version());
        }
        ChildRow row = ChildRow.sealed(content, around.home(wanted), identities, before.version() + 1);
        children.update(tx.sql(), row);
        if (!row.family().equals(before.home().id())) {
            FormerFamilies.leave(
                    tx.sql(),
                    List.of(before),
                    new Transfer(before.home(), around.home(wanted), null, screener.day(), Transfer.Cause.CORRECTED));
        }
        tx.announce(Announcement.of(row.event(ChildEvent.Fact.CHANGED), json));
        tx.audit(actor.did("CORRECT", "child", row.id(), row.area().value()));
        if (touchesTheFamily(before.content(), content)) {
            Set<UUID> touched = new TreeSet<>(List.of(before.home().id(), row.family()));
            families.reassess(tx, actor, screener, touched);
            FamilyPriorities.refresh(tx.sql(), touched);
        }
        return new Correction.Done(row.version());
    }

    private static boolean touchesTheFamily(NewChild before, NewChild after) {
        return !before.familyId().equals(after.familyId())
                || !before.birthDate().equals(after.birthDate())
                || before.active() != after.active();
    }
}

package id.tumbuh.registry.member;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.family.Transfer;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Corrects a member, gives it to another family, or says that it no longer belongs to any. */
@ApplicationScoped
public class CorrectMember {
    private final FamilyHomes homes;
    private final ReassessFamilies families;
    private final IdentityKeys identities;

    CorrectMember(FamilyHomes homes, ReassessFamilies families, IdentityKeys identities) {
        this.homes = homes;
        this.families = families;
        this.identities = identities;
    }

    public Correction correct(Transaction tx, Actor actor, Screener screener, long expected, NewMember wanted) {
        Optional<KnownMember> found = KnownMember.lock(tx.sql(), wanted.id(), identities);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownMember before = found.get();
        if (before.mergedInto() != null) {
            return new Correction.Refused(new Registration.Invalid(RegistryProblem.MEMBER_MERGED, ""));
        }
        MemberPlace place = MemberPlace.of(tx.sql(), List.of(wanted), homes, screener.day());
        if (place.refusal(wanted).isPresent()) {
            return new Correction.Refused(place.refusal(wanted).get());
        }
        FamilyHome home = place.home(wanted);
        NewMember content = before.completing(wanted).in(home.id());
        if (content.equals(before.content())) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        return change(tx, actor, screener, before, MemberRow.sealed(content, home, identities, before.version() + 1));
    }

    private Correction change(Transaction tx, Actor actor, Screener screener, KnownMember before, MemberRow row) {
        Members.update(tx.sql(), row);
        tx.audit(actor.did("CORRECT", "member", row.id(), row.area()));
        UUID from = before.home().id();
        if (!from.equals(row.home().id())) {
            MembersOfTheFamily.leave(
                    tx.sql(),
                    List.of(before),
                    new Transfer(before.home(), row.home(), null, screener.day(), Transfer.Cause.CORRECTED));
        }
        families.reassess(
                tx, actor, screener, new TreeSet<>(List.of(from, row.home().id())));
        return new Correction.Done(row.version());
    }
}

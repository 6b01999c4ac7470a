package id.tumbuh.registry.member;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Fingerprints;
import id.tumbuh.registry.batch.Outcomes;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Registers members in bulk inside a transaction of its caller: stored and audited with one statement each; families of
 * women are screened again. Safe to repeat: the same id with the same content changes nothing.
 */
@ApplicationScoped
public class RegisterMembers {
    private final FamilyHomes homes;
    private final ReassessFamilies families;
    private final IdentityKeys identities;

    RegisterMembers(FamilyHomes homes, ReassessFamilies families, IdentityKeys identities) {
        this.homes = homes;
        this.families = families;
        this.identities = identities;
    }

    /** The outcome of each member, in the order given. Their families must be registered, before or in this transaction. */
    public List<Registration> register(Transaction tx, Actor actor, Screener screener, List<NewMember> wanted) {
        MemberPlace place = MemberPlace.of(tx.sql(), wanted, homes, screener.day());
        Set<UUID> erased =
                ErasedPersons.among(tx.sql(), wanted.stream().map(NewMember::id).toList());
        Map<UUID, MemberRow> candidates = new LinkedHashMap<>();
        for (NewMember member : wanted) {
            if (place.refusal(member).isEmpty()
                    && !candidates.containsKey(member.id())
                    && !erased.contains(member.id())) {
                candidates.put(member.id(), MemberRow.sealed(member, place.home(member), identities, 1));
            }
        }
        Set<UUID> created = store(tx, actor, screener, candidates);
        Outcomes outcomes = new Outcomes(created, Fingerprints.of(tx.sql(), "member", candidates.keySet()));
        List<Registration> answers = new ArrayList<>(wanted.size());
        for (NewMember member : wanted) {
            Optional<Registration.Invalid> refusal = place.refusal(member);
            answers.add(refusal.isPresent() ? refusal.get() : outcome(member, place, outcomes));
        }
        return answers;
    }

    private Registration outcome(NewMember member, MemberPlace place, Outcomes outcomes) {
        return outcomes.of(
                member.id(),
                warnings(member, place.home(member).area().value()),
                stored -> identities.isFingerprintOf(stored, member.content()));
    }

    private Set<UUID> store(Transaction tx, Actor actor, Screener screener, Map<UUID, MemberRow> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        Set<UUID> created = Members.insert(tx.sql(), candidates.values());
        List<MemberRow> stored = candidates.values().stream()
                .filter(row -> created.contains(row.id()))
                .toList();
        stored.forEach(row -> tx.audit(actor.did("REGISTER", "member", row.id(), row.area())));
        families.reassess(
                tx,
                actor,
                screener,
                stored.stream()
                        .filter(row -> Wives.mayBe(row.member()))
                        .map(row -> row.home().id())
                        .collect(toSet()));
        return created;
    }

    private static Set<String> warnings(NewMember member, String area) {
        Nik nik = member.nik();
        Set<String> warnings = new TreeSet<>();
        if (nik != null && member.birthDate() != null) {
            nik.mismatches(member.sex(), member.birthDate(), area)
                    .forEach(mismatch -> warnings.add("NIK_" + mismatch + "_DIFFERS"));
        }
        return warnings;
    }
}

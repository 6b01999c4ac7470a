package id.tumbuh.registry.family;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What splitting and merging have in common: persons change families, and both families are known by who is left. */
@ApplicationScoped
class FamilyStructure {
    private final List<Household> households;
    private final ReassessFamilies reassess;

    FamilyStructure(@All List<Household> households, ReassessFamilies reassess) {
        this.households = households;
        this.reassess = reassess;
    }

    /** Returns who went. */
    Set<UUID> transfer(Transaction tx, Actor actor, Transfer transfer) {
        Set<UUID> went = new HashSet<>();
        households.forEach(household -> went.addAll(household.transfer(tx, actor, transfer)));
        return went;
    }

    /** A locked family as it stands after persons have come or gone. */
    KnownFamily withItsPersons(Transaction tx, KnownFamily family) {
        Residents now = reassess.residents(tx.sql(), List.of(family.id())).getOrDefault(family.id(), Residents.NOBODY);
        return family.with(now);
    }

    static Optional<Registration.Invalid> mergedRefusal(KnownFamily family, String field) {
        return family.isMerged()
                ? Optional.of(new Registration.Invalid(RegistryProblem.FAMILY_MERGED, field))
                : Optional.empty();
    }
}

package id.tumbuh.registry.areachange;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamiliesToAssign;
import id.tumbuh.registry.posyandu.Posyandus;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says of families of a desa that was split in which part they live. */
@ApplicationScoped
class AssignFamilies {
    private static final int MOST = 1000;

    private final CarryOutChanges carryOut;
    private final FamiliesToAssign families;
    private final Posyandus posyandus;

    AssignFamilies(CarryOutChanges carryOut, FamiliesToAssign families, Posyandus posyandus) {
        this.carryOut = carryOut;
        this.families = families;
        this.posyandus = posyandus;
    }

    /** What speaks against it. */
    static Optional<Registration.Invalid> fault(Actor actor, StoredChange split, AreaCode successor) {
        if (!split.isSplit() || !split.hasPart(successor.value())) {
            return Optional.of(new Registration.Invalid(RegistryProblem.AREA_NOT_A_PART, "/successor"));
        }
        if (!actor.scope().allows(successor)) {
            return Optional.of(new Registration.Invalid(RegistryProblem.AREA_OUTSIDE_SCOPE, "/successor"));
        }
        return split.state() == StoredChange.State.IN_FORCE
                ? Optional.empty()
                : Optional.of(new Registration.Invalid(RegistryProblem.AREA_CHANGE_NOT_IN_FORCE, ""));
    }

    /** Safe to repeat: who is assigned waits no longer. */
    Assigned assign(Transaction tx, Actor actor, Screener today, StoredChange split, AssignForm form) {
        AreaCode successor = new AreaCode(requireNonNull(form.successor()));
        List<UUID> some = form.rw() == null
                ? families.lockAmong(
                        tx.sql(), split.id(), split.predecessor(), requireNonNullElse(form.families(), List.of()))
                : families.lockIn(tx.sql(), split.id(), split.predecessor(), form.rw(), form.rt(), MOST);
        carryOut.assign(tx, actor, today, split, new CarryOutChanges.Part(successor, some));
        some.forEach(family -> tx.audit(actor.did("ASSIGN", "family", family, successor.value())));
        int moved = successor.equals(split.predecessor()) || form.posyandu() == null
                ? 0
                : posyandus.assign(tx, actor, form.posyandu(), split.predecessor(), successor);
        return new Assigned(some.size(), moved, families.count(tx.sql(), split.id(), split.predecessor()));
    }

    /** How many were assigned by this request, and how many families still wait. */
    record Assigned(int families, int posyandu, long left) {}
}

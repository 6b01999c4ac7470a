package id.tumbuh.registry.areachange;

import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.area.ChangeAreas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamiliesToAssign;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes changes in, says what each would do, and lets it hold from its day on. */
@ApplicationScoped
class ProposeChanges {
    private final Database database;
    private final AreaChanges changes;
    private final ChangeAreas areas;
    private final FamiliesToAssign families;

    ProposeChanges(Database database, AreaChanges changes, ChangeAreas areas, FamiliesToAssign families) {
        this.database = database;
        this.changes = changes;
        this.areas = areas;
        this.families = families;
    }

    /** Safe to repeat, also once the change is in force. Answers what speaks against it. */
    Optional<Registration.Invalid> propose(Actor actor, UUID id, ChangeForm form) {
        if (!StoredChange.isOf(actor.scope(), form)) {
            return Optional.of(new Registration.Invalid(RegistryProblem.AREA_OUTSIDE_SCOPE, "/successors"));
        }
        return database.write(actor.scope(), tx -> {
            Optional<StoredChange> known = changes.find(tx.sql(), id);
            if (known.isPresent()) {
                return taken(known.get(), form);
            }
            Optional<Registration.Invalid> fault = areas.fault(tx.sql(), form.change(id));
            if (fault.isPresent()) {
                return fault;
            }
            if (changes.add(tx.sql(), id, form, actor.subject())) {
                tx.audit(actor.did("PROPOSE", "area-change", id, null));
                return Optional.empty();
            }
            return changes.find(tx.sql(), id).flatMap(stored -> taken(stored, form));
        });
    }

    private Optional<Registration.Invalid> taken(StoredChange stored, ChangeForm form) {
        return changes.says(stored, form)
                ? Optional.empty()
                : Optional.of(new Registration.Invalid(RegistryProblem.ID_TAKEN, ""));
    }

    /** Safe to repeat. */
    Correction apply(Actor actor, UUID id) {
        return database.write(
                actor.scope(),
                tx -> changes.lock(tx.sql(), id)
                        .filter(stored -> StoredChange.isOf(actor.scope(), stored.form()))
                        .map(stored -> apply(tx, actor, stored))
                        .orElseGet(Correction.Unknown::new));
    }

    private Correction apply(Transaction tx, Actor actor, StoredChange stored) {
        if (stored.state() != StoredChange.State.PROPOSED) {
            return new Correction.Unchanged(1);
        }
        Optional<Registration.Invalid> fault = areas.fault(tx.sql(), stored.change());
        if (fault.isPresent()) {
            return new Correction.Refused(fault.get());
        }
        changes.schedule(tx.sql(), stored.id(), actor.subject());
        tx.audit(actor.did("APPLY", "area-change", stored.id(), null));
        return new Correction.Done(1);
    }

    Optional<StoredChange.View> view(Scope scope, UUID id) {
        return database.read(
                scope,
                sql -> changes.find(sql, id)
                        .filter(stored -> stored.concerns(scope))
                        .map(stored -> new StoredChange.View(
                                id, stored.state(), stored.form(), changes.effect(sql, stored, waiting(sql, stored)))));
    }

    /** Before it is in force those of the whole desa, afterwards those who are left. */
    private long waiting(Handle sql, StoredChange stored) {
        if (!stored.isSplit() || stored.predecessor().level() != AreaLevel.DESA_KELURAHAN) {
            return 0;
        }
        return stored.state() == StoredChange.State.IN_FORCE
                ? families.count(sql, stored.id(), stored.predecessor())
                : families.wouldWait(sql, stored.predecessor());
    }
}

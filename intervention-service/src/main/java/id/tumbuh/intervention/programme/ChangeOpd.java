package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.FreeText;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Registers OPD, renames them, and removes those without programmes. */
@ApplicationScoped
class ChangeOpd {
    private final Database database;

    ChangeOpd(Database database) {
        this.database = database;
    }

    Change<Opd> register(Actor actor, Opd opd) {
        if (!FreeText.namesNobody(opd.name())) {
            return new Change.Refused<>(ProgrammeProblem.TEXT_NAMES_SOMEBODY, "/name");
        }
        if (!actor.scope().allows(opd.area())) {
            return new Change.Unknown<>();
        }
        return database.write(actor.scope(), tx -> {
            if (!Opds.insert(tx.sql(), opd)) {
                return Opds.find(tx.sql(), opd.id())
                        .filter(known -> known.isAs(opd))
                        .<Change<Opd>>map(Change.Unchanged::new)
                        .orElseGet(() -> Change.Refused.because(ProgrammeProblem.ID_TAKEN));
            }
            tx.audit(actor.did("REGISTER_OPD", "opd", opd.id(), opd.area().value()));
            return new Change.Created<>(opd);
        });
    }

    /** Its area stays: another area is another OPD. */
    Change<Opd> change(Actor actor, Opd wanted, long version) {
        if (!FreeText.namesNobody(wanted.name())) {
            return new Change.Refused<>(ProgrammeProblem.TEXT_NAMES_SOMEBODY, "/name");
        }
        return database.write(
                actor.scope(),
                tx -> Opds.lock(tx.sql(), wanted.id())
                        .map(before -> {
                            Opd after = before.changed(wanted.name(), wanted.field());
                            if (before.version() <= version + 1 && after.isAs(before)) {
                                return new Change.Unchanged<>(before);
                            }
                            if (before.version() != version) {
                                return new Change.Stale<Opd>();
                            }
                            Opds.update(tx.sql(), after);
                            tx.audit(actor.did(
                                    "CHANGE_OPD",
                                    "opd",
                                    after.id(),
                                    after.area().value()));
                            return new Change.Done<>(after);
                        })
                        .orElseGet(Change.Unknown::new));
    }

    Change<Opd> remove(Actor actor, UUID id, long version) {
        return database.write(
                actor.scope(),
                tx -> Opds.lock(tx.sql(), id)
                        .map(before -> {
                            if (before.version() != version) {
                                return new Change.Stale<Opd>();
                            }
                            if (Opds.hasProgrammes(tx.sql(), id)) {
                                return Change.Refused.<Opd>because(ProgrammeProblem.OPD_HAS_PROGRAMMES);
                            }
                            Opds.delete(tx.sql(), id);
                            tx.audit(actor.did(
                                    "REMOVE_OPD", "opd", id, before.area().value()));
                            return new Change.Done<>(before);
                        })
                        .orElseGet(Change.Unknown::new));
    }
}

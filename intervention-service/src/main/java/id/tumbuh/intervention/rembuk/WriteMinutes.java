package id.tumbuh.intervention.rembuk;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.change.FreeText;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Writes the minutes of a rembuk down, and again as long as nobody has signed them. */
@ApplicationScoped
class WriteMinutes {
    private final Database database;
    private final RuleBook rules;

    WriteMinutes(Database database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    Change<Rembuk> hold(Actor actor, UUID id, Minutes minutes) {
        Optional<RembukRules.Fault> fault = fault(minutes);
        if (fault.isPresent()) {
            return new Change.Refused<>(
                    fault.get().reason(), "/minutes" + fault.get().pointer());
        }
        if (!actor.scope().allows(minutes.area())) {
            return new Change.Unknown<>();
        }
        Rembuk rembuk = Rembuk.held(id, minutes);
        return database.write(actor.scope(), tx -> {
            if (!Rembuks.insert(tx.sql(), rembuk)) {
                // the same sent again is known by its hash, also after it was signed
                return Rembuks.find(tx.sql(), id)
                        .filter(known -> known.sha256().equals(rembuk.sha256()))
                        .<Change<Rembuk>>map(Change.Unchanged::new)
                        .orElseGet(() -> Change.Refused.because(RembukProblem.ID_TAKEN));
            }
            RembukDays.put(tx, rembuk);
            tx.audit(actor.did("HOLD_REMBUK", "rembuk", id, minutes.area().value()));
            return new Change.Created<>(rembuk);
        });
    }

    Change<Rembuk> write(Actor actor, UUID id, long version, Minutes minutes) {
        Optional<RembukRules.Fault> fault = fault(minutes);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        return database.write(
                actor.scope(),
                tx -> Rembuks.lock(tx.sql(), id)
                        .map(before -> {
                            Change<Rembuk> change = written(before, version, minutes);
                            if (change instanceof Change.Done<Rembuk>(var after)) {
                                Rembuks.update(tx.sql(), after);
                                Rembuks.storeRevision(tx.sql(), after);
                                RembukDays.put(tx, after);
                                tx.audit(actor.did(
                                        "WRITE_MINUTES",
                                        "rembuk",
                                        id,
                                        minutes.area().value()));
                            }
                            return change;
                        })
                        .orElseGet(Change.Unknown::new));
    }

    private static Change<Rembuk> written(Rembuk before, long version, Minutes minutes) {
        if (!before.minutes().area().equals(minutes.area())) {
            return new Change.Refused<>(RembukProblem.AREA_STAYS, "/area");
        }
        boolean same = before.minutes().equals(minutes);
        if (same && (before.version() == version || before.version() == version + 1)) {
            return new Change.Unchanged<>(before);
        }
        if (before.version() != version) {
            return new Change.Stale<>();
        }
        return before.written(minutes)
                .<Change<Rembuk>>map(Change.Done::new)
                .orElseGet(() -> Change.Refused.because(RembukProblem.REMBUK_SIGNED));
    }

    /** Opens the next revision of what was signed. */
    Change<Rembuk> revise(Actor actor, UUID id, long version, String reason) {
        if (!FreeText.namesNobody(reason)) {
            return new Change.Refused<>(RembukProblem.TEXT_NAMES_SOMEBODY, "/reason");
        }
        return database.write(
                actor.scope(),
                tx -> Rembuks.lock(tx.sql(), id)
                        .map(before -> {
                            if (before.version() == version + 1 && reason.equals(before.reason())) {
                                return new Change.Unchanged<>(before);
                            }
                            if (before.version() != version) {
                                return new Change.Stale<Rembuk>();
                            }
                            Optional<Rembuk> after = before.revised(reason);
                            after.ifPresent(next -> {
                                Rembuks.update(tx.sql(), next);
                                Rembuks.storeRevision(tx.sql(), next);
                                tx.audit(actor.did(
                                        "REVISE_REMBUK",
                                        "rembuk",
                                        id,
                                        next.minutes().area().value()));
                            });
                            return after.<Change<Rembuk>>map(Change.Done::new)
                                    .orElseGet(() -> Change.Refused.because(RembukProblem.REMBUK_NOT_SIGNED));
                        })
                        .orElseGet(Change.Unknown::new));
    }

    private Optional<RembukRules.Fault> fault(Minutes minutes) {
        return RembukRules.of(rules.on(Days.today())).fault(minutes);
    }

    private static Change<Rembuk> refused(RembukRules.Fault fault) {
        return new Change.Refused<>(fault.reason(), fault.pointer());
    }
}

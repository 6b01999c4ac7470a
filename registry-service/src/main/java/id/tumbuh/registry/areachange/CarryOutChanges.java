package id.tumbuh.registry.areachange;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.area.AreaMoves;
import id.tumbuh.registry.area.ChangeAreas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.family.FamiliesToAssign;
import id.tumbuh.registry.family.ResettleFamilies;
import id.tumbuh.registry.posyandu.Posyandus;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whatever changes of areas leave to do, one portion at a time; the rows themselves say what is left. */
@ApplicationScoped
class CarryOutChanges {
    private static final Actor SYSTEM = new Actor("area-change", null, Scope.everywhere());

    /** An RT has its own line before that of its RW. */
    private static final Comparator<Neighbourhood> NARROW_FIRST = Comparator.comparing(part -> part.rt() == null);

    private final Database database;
    private final AreaChanges changes;
    private final ChangeAreas areas;
    private final AreaMoves moves;
    private final ResettleFamilies resettle;
    private final FamiliesToAssign toAssign;
    private final Posyandus posyandus;
    private final ScreeningRules rules;
    private final AreaChangeConfig config;

    CarryOutChanges(
            Database database,
            AreaChanges changes,
            ChangeAreas areas,
            AreaMoves moves,
            ResettleFamilies resettle,
            FamiliesToAssign toAssign,
            Posyandus posyandus,
            ScreeningRules rules,
            AreaChangeConfig config) {
        this.database = database;
        this.changes = changes;
        this.areas = areas;
        this.moves = moves;
        this.resettle = resettle;
        this.toAssign = toAssign;
        this.posyandus = posyandus;
        this.rules = rules;
        this.config = config;
    }

    /** One portion; returns whether there was something to do. */
    boolean step() {
        return step(config.portion());
    }

    boolean step(int portion) {
        Screener today = rules.today();
        return database.write(Scope.everywhere(), tx -> step(tx, today, portion));
    }

    boolean step(Transaction tx, Screener today, int portion) {
        return enforceDue(tx, today) || moveSome(tx, today, portion) || assignSome(tx, today, portion);
    }

    private boolean enforceDue(Transaction tx, Screener today) {
        // One after the other: two changes of one area must see each other.
        tx.sql().execute("lock table area_move in share row exclusive mode");
        Optional<StoredChange> due = changes.lockDue(tx.sql(), today.day());
        due.ifPresent(stored -> enforce(tx, stored));
        return due.isPresent();
    }

    private void enforce(Transaction tx, StoredChange stored) {
        if (areas.fault(tx.sql(), stored.change()).isPresent()) {
            changes.propose(tx.sql(), stored.id());
            tx.audit(SYSTEM.did("REFUSE", "area-change", stored.id(), null));
            return;
        }
        areas.enforce(tx, stored.change());
        if (stored.isSplit() && stored.predecessor().level() == AreaLevel.DESA_KELURAHAN) {
            toAssign.mark(tx.sql(), stored.id(), stored.predecessor());
        }
        changes.inForce(tx.sql(), stored.id());
        Actor whoWantedIt = new Actor(requireNonNull(stored.appliedBy()), null, Scope.everywhere());
        tx.audit(whoWantedIt.did("ENFORCE", "area-change", stored.id(), null));
    }

    private boolean moveSome(Transaction tx, Screener today, int portion) {
        Optional<AreaMoves.Move> next = moves.next(tx.sql());
        next.ifPresent(move -> {
            posyandus.resettle(tx, SYSTEM, move.from(), move.to(), move.formerName());
            resettle.next(
                    tx, SYSTEM, today, new ResettleFamilies.Resettlement(move.from(), move.to(), move.on()), portion);
        });
        return next.isPresent();
    }

    private boolean assignSome(Transaction tx, Screener today, int portion) {
        for (StoredChange split : changes.unassigned(tx.sql())) {
            List<Neighbourhood> parts =
                    split.form().neighbourhoods().stream().sorted(NARROW_FIRST).toList();
            for (Neighbourhood part : parts) {
                List<UUID> some =
                        toAssign.lockIn(tx.sql(), split.id(), split.predecessor(), part.rw(), part.rt(), portion);
                if (!some.isEmpty()) {
                    assign(tx, SYSTEM, today, split, new Part(new AreaCode(requireNonNull(part.successor())), some));
                    return true;
                }
            }
        }
        return false;
    }

    /** Families of a part. */
    record Part(AreaCode area, List<UUID> families) {
        Part {
            families = List.copyOf(families);
        }
    }

    /** They live in this part since the day of the split. */
    void assign(Transaction tx, Actor actor, Screener today, StoredChange split, Part part) {
        if (!part.area().equals(split.predecessor())) {
            resettle.these(
                    tx,
                    actor,
                    today,
                    part.families(),
                    new ResettleFamilies.Resettlement(
                            split.predecessor(),
                            part.area(),
                            requireNonNull(split.form().effectiveOn())));
        }
        toAssign.assigned(tx.sql(), part.families());
    }
}

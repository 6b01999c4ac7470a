package id.tumbuh.registry.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.child.CompleteChild;
import id.tumbuh.registry.child.NewChild;
import id.tumbuh.registry.child.RegisterChildren;
import id.tumbuh.registry.family.NewFamily;
import id.tumbuh.registry.family.RegisterFamilies;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.eppgbm.Column;
import id.tumbuh.registry.imports.eppgbm.EppgbmRow;
import id.tumbuh.registry.imports.matching.PersonName;
import id.tumbuh.registry.posyandu.Posyandu;
import id.tumbuh.registry.posyandu.Posyandus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores what the rows of one transaction say: families and children that are new, blanks that are filled, measurements. */
@ApplicationScoped
class ApplyRows {
    private final Posyandus posyandus;
    private final RegisterFamilies families;
    private final RegisterChildren children;
    private final CompleteChild complete;
    private final ObjectMapper json;

    ApplyRows(
            Posyandus posyandus,
            RegisterFamilies families,
            RegisterChildren children,
            CompleteChild complete,
            ObjectMapper json) {
        this.posyandus = posyandus;
        this.families = families;
        this.children = children;
        this.complete = complete;
        this.json = json;
    }

    /** The report of the rows, and what a dry run has to remember. */
    record Applied(List<RowResult> results, Map<UUID, byte[]> records) {}

    Applied apply(Transaction tx, ImportContext context, List<Assigned> rows) {
        List<LocatedRow> located = rows.stream().map(Assigned::located).toList();
        Map<Posyandu.Place, UUID> places = context.dryRun()
                ? PosyanduOfRows.find(tx.sql(), located)
                : PosyanduOfRows.ensure(tx.sql(), posyandus, located);
        Set<UUID> refused = new HashSet<>();
        Set<UUID> completed = new HashSet<>();
        if (!context.dryRun()) {
            refused.addAll(register(tx, context, rows, places));
        }
        for (Assigned row : rows) {
            if (!row.isNew() && complete(tx, context, row, places)) {
                completed.add(row.child().id());
            }
        }
        return new Measurements(tx, context, places, refused, completed).apply(rows);
    }

    /** Children that can't be registered, which a family moved out of the caller's areas causes. */
    private Set<UUID> register(
            Transaction tx, ImportContext context, List<Assigned> rows, Map<Posyandu.Place, UUID> places) {
        Map<UUID, NewFamily> newFamilies = new LinkedHashMap<>();
        List<NewChild> newChildren = new ArrayList<>();
        for (Assigned row : rows) {
            if (row.isNew()) {
                NewFamily family = Households.family(row.child().family(), row.located());
                newFamilies.merge(family.id(), family, ApplyRows::withTheYounger);
                newChildren.add(child(row, posyandu(row, places)));
            }
        }
        families.register(tx, context.actor(), context.screener(), List.copyOf(newFamilies.values()));
        List<Registration> registered = children.register(tx, context.actor(), context.screener(), newChildren);
        Set<UUID> refused = new HashSet<>();
        for (int each = 0; each < newChildren.size(); each++) {
            if (!(registered.get(each) instanceof Registration.Created)) {
                refused.add(newChildren.get(each).id());
            }
        }
        return refused;
    }

    private static NewFamily withTheYounger(NewFamily one, NewFamily other) {
        var born = one.conditions().youngestChildBirthDate();
        var otherBorn = other.conditions().youngestChildBirthDate();
        return born != null && otherBorn != null && otherBorn.isAfter(born) ? other : one;
    }

    private static NewChild child(Assigned assigned, @Nullable UUID posyandu) {
        EppgbmRow row = assigned.located().row();
        return new NewChild(
                assigned.child().id(),
                assigned.child().family(),
                null,
                posyandu,
                row.sex(),
                row.bornOn(),
                row.name(),
                row.parents().mother(),
                row.parents().father(),
                row.nik(),
                null,
                row.birth().weightGrams(),
                row.birth().lengthCm(),
                true);
    }

    private boolean complete(
            Transaction tx, ImportContext context, Assigned assigned, Map<Posyandu.Place, UUID> places) {
        EppgbmRow row = assigned.located().row();
        RegisteredChild child = assigned.child();
        boolean isFirstName = PersonName.ofChild(child.name()).isEmpty()
                && PersonName.ofChild(row.name()).isPresent();
        UUID posyandu = child.posyandu() == null ? posyandu(assigned, places) : null;
        boolean addsSomething = isFirstName
                || (child.mother() == null && row.parents().mother() != null)
                || (child.father() == null && row.parents().father() != null)
                || (child.nikIndex() == null && row.nik() != null)
                || posyandu != null;
        if (!addsSomething || context.dryRun() || assigned.repeats()) {
            return addsSomething && !assigned.repeats();
        }
        CompleteChild.Addition addition = new CompleteChild.Addition(
                child.id(),
                row.name(),
                isFirstName,
                row.parents().mother(),
                row.parents().father(),
                row.nik(),
                posyandu);
        return complete.complete(tx, context.actor(), context.screener(), addition) instanceof Correction.Done;
    }

    private static @Nullable UUID posyandu(Assigned assigned, Map<Posyandu.Place, UUID> places) {
        return PosyanduOfRows.place(assigned.located()).map(places::get).orElse(null);
    }

    /** The measurements of one transaction; decides what became of each row. */
    private final class Measurements {
        private final Transaction tx;
        private final ImportContext context;
        private final Map<Posyandu.Place, UUID> places;
        private final Set<UUID> refused;
        private final Set<UUID> completed;
        private final Map<UUID, GrowthRecords.Announced> latest = new HashMap<>();
        private final Map<UUID, GrowthRecords.Announced> changed = new LinkedHashMap<>();

        private Measurements(
                Transaction tx,
                ImportContext context,
                Map<Posyandu.Place, UUID> places,
                Set<UUID> refused,
                Set<UUID> completed) {
            this.tx = tx;
            this.context = context;
            this.places = places;
            this.refused = refused;
            this.completed = completed;
        }

        Applied apply(List<Assigned> rows) {
            latest.putAll(GrowthRecords.find(
                    tx.sql(),
                    rows.stream()
                            .filter(row -> !row.isNew())
                            .flatMap(row -> row.located().row().measured().stream()
                                    .map(measured -> record(row, measured).id()))
                            .toList()));
            List<RowResult> results = rows.stream().map(this::result).toList();
            Map<UUID, byte[]> contents = new HashMap<>();
            changed.forEach((id, announced) -> contents.put(id, announced.content()));
            if (!context.dryRun()) {
                GrowthRecords.save(tx.sql(), List.copyOf(changed.values()));
            }
            return new Applied(results, contents);
        }

        private RowResult result(Assigned row) {
            if (refused.contains(row.child().id())) {
                return rejected(row, new Finding(Column.DESA.name(), Reason.OUTSIDE_YOUR_AREA));
            }
            if (row.located().row().measurement() == null) {
                return done(row, row.isNew() ? RowOutcome.CREATED : otherwise(row));
            }
            GrowthRecord record = record(row, row.located().row().measurement());
            UUID id = record.id();
            byte[] content = record.content();
            GrowthRecords.Announced before = before(id, row);
            if (before != null && Arrays.equals(before.content(), content)) {
                return done(row, otherwise(row));
            }
            if (before != null && row.repeats()) {
                return rejected(row, new Finding(Column.TANGGAL_PENGUKURAN.name(), Reason.MEASURED_TWICE));
            }
            long version = before == null ? 1 : before.version() + 1;
            GrowthRecords.Announced now =
                    new GrowthRecords.Announced(id, row.child().id(), content, version);
            latest.put(id, now);
            changed.put(id, now);
            if (!context.dryRun()) {
                tx.announce(Announcement.of(record.event(context.importId(), version), json));
            }
            return done(
                    row, row.isNew() ? RowOutcome.CREATED : before == null ? RowOutcome.MATCHED : RowOutcome.UPDATED);
        }

        private GrowthRecords.@Nullable Announced before(UUID id, Assigned row) {
            GrowthRecords.Announced before = latest.get(id);
            byte[] remembered = before == null ? context.memory().content(id) : null;
            return remembered == null
                    ? before
                    : new GrowthRecords.Announced(id, row.child().id(), remembered, 1);
        }

        private RowOutcome otherwise(Assigned row) {
            return completed.contains(row.child().id()) ? RowOutcome.UPDATED : RowOutcome.UNCHANGED;
        }

        private GrowthRecord record(Assigned row, EppgbmRow.Measured measured) {
            return new GrowthRecord(row.child().id(), row.child().family(), posyandu(row, places), measured);
        }

        private static RowResult rejected(Assigned row, Finding finding) {
            return RowResult.rejected(row.number(), List.of(finding));
        }

        private static RowResult done(Assigned row, RowOutcome outcome) {
            List<String> reasons = new ArrayList<>(row.evidence());
            row.located().row().warnings().forEach(warning -> reasons.add(warning.code()));
            return RowResult.done(
                    row.number(),
                    outcome,
                    reasons,
                    row.child().id(),
                    row.located().measuredOn());
        }
    }
}

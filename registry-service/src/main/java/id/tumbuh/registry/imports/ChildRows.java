package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.child.NewChild;
import id.tumbuh.registry.child.PresentChild;
import id.tumbuh.registry.family.FamilyConditions;
import id.tumbuh.registry.family.NewFamily;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.eppgbm.EppgbmRow;
import id.tumbuh.registry.imports.eppgbm.Parents;
import id.tumbuh.registry.imports.eppgbm.Place;
import id.tumbuh.registry.imports.mapping.MappedReading;
import id.tumbuh.registry.imports.matching.Match;
import id.tumbuh.registry.posyandu.Posyandu;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of one transaction about children. */
final class ChildRows implements ReviseRecord.Registry {
    private final Transaction tx;
    private final ImportContext context;
    private final ChildrenFormat.Registering registering;
    private final SourceWords words;
    private final List<RegisteredChild> made = new ArrayList<>();

    ChildRows(Transaction tx, ImportContext context, ChildrenFormat.Registering registering) {
        this.tx = tx;
        this.context = context;
        this.registering = registering;
        this.words =
                new SourceWords(tx, context, registering.identities(), SourceRecords.Kind.CHILD, ChildFields.STORED);
    }

    void rememberIn(DryRunMemory memory) {
        memory.remember(made, Map.of());
        words.rememberIn(memory);
    }

    /** A row with the place and family it belongs to, in the form that matching takes. */
    private record Homed(Sent row, LocatedRow located) {}

    List<RowResult> work(List<Sent> rows) {
        List<RowResult> results = new ArrayList<>();
        Map<UUID, SourceRecords.Known> known = words.known(rows);
        List<Homed> homed = homes(rows, known, results);
        Map<Posyandu.Place, UUID> posyandus = posyandus(homed);
        List<Homed> strangers = new ArrayList<>();
        for (Homed each : homed) {
            Optional<SourceRecords.Known> before = SourceWords.of(each.row(), known);
            if (before.isPresent()) {
                results.add(words.revise(withFacts(each, posyandus), before.get(), this));
            } else {
                strangers.add(each);
            }
        }
        Map<Integer, Homed> byNumber = new HashMap<>();
        strangers.forEach(each -> byNumber.put(each.row().number(), each));
        List<Homed> news = new ArrayList<>();
        Map<Integer, Assigned> assigned = new HashMap<>();
        for (Assigned each : match(strangers, byNumber, results)) {
            Homed row = Objects.requireNonNull(byNumber.get(each.number()));
            assigned.put(each.number(), each);
            if (each.isNew()) {
                news.add(row);
            } else if (isOfAnotherFamily(row, each)) {
                byte[] sealed =
                        context.sealedRows().seal(each.number(), row.row().row().values());
                results.add(RowResult.toDecide(
                        each.number(),
                        Reason.ONE_POSSIBLE.name(),
                        List.of(each.child().id()),
                        sealed));
            } else {
                results.add(link(withFacts(row, posyandus), each));
            }
        }
        results.addAll(create(news, assigned, posyandus));
        words.save();
        return results;
    }

    /** A person chose; empty if the choice is no longer there. */
    Optional<ImportFormat.Decided> decided(Sent row, @Nullable UUID choice) {
        List<Homed> homed = homes(List.of(row), Map.of(), new ArrayList<>());
        if (homed.isEmpty()) {
            return Optional.empty();
        }
        Homed each = homed.getFirst();
        Map<Posyandu.Place, UUID> posyandus = posyandus(homed);
        Optional<Assigned> assigned = registering.assign().decided(tx.sql(), each.located(), choice);
        Optional<RowResult> result = assigned.map(chosen -> chosen.isNew()
                        ? create(List.of(each), Map.of(row.number(), chosen), posyandus)
                                .getFirst()
                        : link(withFacts(each, posyandus), chosen))
                .filter(done -> done.outcome() != RowOutcome.REJECTED);
        words.save();
        return result.map(done -> new ImportFormat.Decided(done, each.located().desa()));
    }

    private List<Homed> homes(List<Sent> rows, Map<UUID, SourceRecords.Known> known, List<RowResult> results) {
        FamilyOfRows families =
                FamilyOfRows.find(tx.sql(), context, rows, registering.homes(), registering.identities());
        ChildHomes homes = ChildHomes.find(
                tx.sql(),
                rows.stream()
                        .flatMap(row -> SourceWords.of(row, known).stream())
                        .map(SourceRecords.Known::object)
                        .toList());
        List<Homed> homed = new ArrayList<>();
        for (Sent row : rows) {
            Optional<UUID> child = SourceWords.of(row, known).map(SourceRecords.Known::object);
            switch (families.home(row, child.flatMap(homes::area))) {
                case FamilyOfRows.Home.In home ->
                    homed.add(new Homed(warned(row, home), located(row, home.desa(), home.family())));
                case FamilyOfRows.Home.Nowhere(Finding finding) ->
                    results.add(RowResult.rejected(row.number(), List.of(finding)));
            }
        }
        return notFromTheFuture(homed, results);
    }

    /** What looks odd and is taken all the same. */
    private static Sent warned(Sent row, FamilyOfRows.Home.In home) {
        Map<String, String> values = row.row().values();
        List<Finding> warnings = new ArrayList<>(row.row().warnings());
        if (home.saysElsewhere()) {
            warnings.add(new Finding("area", Reason.OTHER_AREA_THAN_FAMILY));
        }
        row.row()
                .value(ChildFields.NIK)
                .map(Nik::new)
                .ifPresent(nik -> nik.mismatches(
                                Sex.valueOf(values.getOrDefault(ChildFields.SEX, "")),
                                LocalDate.parse(values.getOrDefault(ChildFields.BIRTH_DATE, "")),
                                home.desa().value())
                        .forEach(mismatch -> warnings.add(
                                new Finding(ChildFields.NIK, Reason.valueOf("NIK_" + mismatch + "_DIFFERS")))));
        return new Sent(new MappedReading.Row(row.number(), values, warnings), row.keys(), row.ownId(), row.facts());
    }

    private List<Homed> notFromTheFuture(List<Homed> rows, List<RowResult> results) {
        List<Homed> born = new ArrayList<>();
        for (Homed row : rows) {
            if (row.located().row().bornOn().isAfter(context.rowRules().today())) {
                Finding future = new Finding(ChildFields.BIRTH_DATE, Reason.IN_THE_FUTURE);
                results.add(RowResult.rejected(row.row().number(), List.of(future)));
            } else {
                born.add(row);
            }
        }
        return born;
    }

    private static LocatedRow located(Sent row, AreaCode desa, @Nullable UUID family) {
        Map<String, String> values = row.row().values();
        EppgbmRow read = new EppgbmRow(
                row.number(),
                values.get(ChildFields.NAME),
                Sex.valueOf(values.getOrDefault(ChildFields.SEX, "")),
                LocalDate.parse(values.getOrDefault(ChildFields.BIRTH_DATE, "")),
                new Parents(values.get(ChildFields.FATHER), values.get(ChildFields.MOTHER)),
                new Place("", "", "", ""),
                new EppgbmRow.Home(
                        values.get(ChildFields.POSYANDU), values.get("rt"), values.get("rw"), values.get("address")),
                FamilyFields.read(values, ChildFields.NIK, Nik::new),
                new EppgbmRow.Birth(null, null),
                null,
                List.of());
        return new LocatedRow(read, desa, family);
    }

    private Map<Posyandu.Place, UUID> posyandus(List<Homed> rows) {
        List<LocatedRow> located = rows.stream().map(Homed::located).toList();
        return context.dryRun()
                ? PosyanduOfRows.find(tx.sql(), located)
                : PosyanduOfRows.ensure(tx.sql(), registering.posyandus(), located);
    }

    /** What the row says of the child, family and posyandu by our ids. */
    private static Sent withFacts(Homed row, Map<Posyandu.Place, UUID> posyandus) {
        Map<String, String> facts = new HashMap<>(row.row().row().values());
        facts.keySet().retainAll(ChildFields.STORED);
        facts.remove(ChildFields.POSYANDU);
        PosyanduOfRows.place(row.located())
                .map(posyandus::get)
                .ifPresent(posyandu -> facts.put(ChildFields.POSYANDU, posyandu.toString()));
        FamilyFields.put(facts, ChildFields.FAMILY, row.located().family());
        return row.row().with(facts);
    }

    /** The row names a family; a like name in another one is no proof without the parents or the NIK. */
    private static boolean isOfAnotherFamily(Homed row, Assigned assigned) {
        UUID family = row.located().family();
        return family != null
                && !family.equals(assigned.child().family())
                && Stream.of(Match.Evidence.NIK, Match.Evidence.PARENTS)
                        .noneMatch(proof -> assigned.evidence().contains(proof.name()));
    }

    private List<Assigned> match(List<Homed> rows, Map<Integer, Homed> byNumber, List<RowResult> results) {
        AssignRows.Sought sought = new AssignRows.Sought(
                rows.stream().map(Homed::located).toList(),
                row -> context.sealedRows()
                        .seal(
                                row.row().number(),
                                Objects.requireNonNull(byNumber.get(row.row().number()))
                                        .row()
                                        .row()
                                        .values()),
                children -> SourceRecords.named(tx.sql(), context.sourceId(), children),
                row -> Objects.requireNonNull(byNumber.get(row.row().number()))
                        .row()
                        .ownId());
        return registering.assign().match(tx.sql(), context, sought, results);
    }

    private RowResult link(Sent row, Assigned assigned) {
        return words.link(row, assigned.child().id(), this).and(assigned.evidence());
    }

    private List<RowResult> create(
            List<Homed> rows, Map<Integer, Assigned> assigned, Map<Posyandu.Place, UUID> posyandus) {
        Map<UUID, NewFamily> families = new LinkedHashMap<>();
        List<NewChild> children = new ArrayList<>();
        List<Sent> facts = new ArrayList<>();
        for (Homed row : rows) {
            RegisteredChild child =
                    Objects.requireNonNull(assigned.get(row.row().number())).child();
            Sent sent = withFacts(row, posyandus);
            Map<String, String> values = new HashMap<>(sent.facts());
            values.put(ChildFields.FAMILY, child.family().toString());
            if (row.located().family() == null) {
                families.putIfAbsent(child.family(), household(child.family(), row));
            }
            children.add(ChildFields.child(child.id(), values));
            facts.add(sent);
            made.add(child);
        }
        List<Registration> registered = context.dryRun() || rows.isEmpty() ? List.of() : register(families, children);
        List<RowResult> results = new ArrayList<>();
        for (int each = 0; each < facts.size(); each++) {
            Registration registration =
                    registered.isEmpty() ? new Registration.Created(Set.of()) : registered.get(each);
            results.add(created(facts.get(each), children.get(each), registration));
        }
        return results;
    }

    private RowResult created(Sent row, NewChild child, Registration registration) {
        return switch (registration) {
            case Registration.Created _ -> {
                words.made(row, child.id());
                yield result(row.number(), RowOutcome.CREATED, row.warnings(), child.id());
            }
            case Registration.Invalid invalid ->
                RowResult.rejected(row.number(), List.of(ReviseRecord.finding(invalid)));
            // the id is of this moment: nobody else can have it
            case Registration.Unchanged _, Registration.Conflict _ ->
                RowResult.rejected(row.number(), List.of(new Finding("row", Reason.REFUSED)));
        };
    }

    private List<Registration> register(Map<UUID, NewFamily> families, List<NewChild> children) {
        registering.families().register(tx, context.actor(), context.screener(), List.copyOf(families.values()));
        return registering.children().register(tx, context.actor(), context.screener(), children);
    }

    private NewFamily household(UUID id, Homed row) {
        NewFamily home = Households.family(id, row.located());
        return new NewFamily(
                id,
                home.area(),
                home.rw(),
                home.rt(),
                home.headName(),
                FamilyFields.read(row.row().row().values(), FamilyOfRows.CARD, FamilyCardNumber::new),
                null,
                home.address(),
                null,
                FamilyConditions.unknown());
    }

    @Override
    public Optional<Map<String, String>> look(UUID child) {
        return registering.revise().look(tx.sql(), child).map(ChildFields::of).or(() -> words.imagined(child));
    }

    @Override
    public Correction revise(UUID child, UnaryOperator<Map<String, String>> change) {
        // what the source calls a child that was merged is the one it was found to be
        UUID present = PresentChild.of(tx.sql(), child);
        return registering
                .revise()
                .revise(
                        tx,
                        context.actor(),
                        context.screener(),
                        present,
                        current -> ChildFields.child(present, change.apply(new HashMap<>(ChildFields.of(current)))));
    }

    @Override
    public RowResult result(int row, RowOutcome outcome, List<String> reasons, UUID child) {
        return RowResult.done(row, outcome, reasons, child, null);
    }
}

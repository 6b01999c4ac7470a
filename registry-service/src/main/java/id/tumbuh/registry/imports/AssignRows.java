package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.child.PresentChild;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.eppgbm.Column;
import id.tumbuh.registry.imports.eppgbm.EppgbmRow;
import id.tumbuh.registry.imports.eppgbm.RowReading;
import id.tumbuh.registry.imports.matching.Candidate;
import id.tumbuh.registry.imports.matching.ChildMatching;
import id.tumbuh.registry.imports.matching.Match;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds the village of each row and the child it is about; writes nothing. */
@ApplicationScoped
class AssignRows {
    private final IdentityKeys identities;

    AssignRows(IdentityKeys identities) {
        this.identities = identities;
    }

    /** Rows that found their child, and results of those that did not. */
    record Assignment(List<Assigned> assigned, List<RowResult> results) {}

    Assignment assign(Handle sql, ImportContext context, List<RowReading> rows) {
        List<RowResult> results = new ArrayList<>();
        List<LocatedRow> located = new ArrayList<>();
        for (RowReading reading : rows) {
            switch (reading) {
                case RowReading.Rejected(int number, List<Finding> findings) ->
                    results.add(RowResult.rejected(number, findings));
                case EppgbmRow row -> locate(sql, context, row, located, results);
            }
        }
        List<Assigned> assigned = match(
                sql, context, new Sought(located, context.sealedRows()::seal, _ -> Set.of(), _ -> false), results);
        return new Assignment(assigned, results);
    }

    /**
     * Rows of one transaction that look for their children.
     *
     * @param sealing keeps a row until a person has decided
     * @param named of some children those that the source calls something
     * @param hasOwnId whether the source calls the row's child something: then it is none that it calls otherwise
     */
    record Sought(
            List<LocatedRow> rows,
            Function<LocatedRow, byte[]> sealing,
            UnaryOperator<Set<UUID>> named,
            Predicate<LocatedRow> hasOwnId) {}

    /** Rows that wait for a person become results; for all others their child is known. */
    List<Assigned> match(Handle sql, ImportContext context, Sought sought, List<RowResult> results) {
        return new Batch(sql, context, sought).assign(results);
    }

    /** Two imports of one kabupaten would both find somebody missing and both make it. */
    static void waitForOthers(Handle sql, Stream<AreaCode> kabupaten) {
        kabupaten
                .distinct()
                .sorted()
                .forEach(each -> sql.createQuery(
                                "select pg_advisory_xact_lock(hashtextextended('import ' || :kabupaten, 0))::text")
                        .bind("kabupaten", each.value())
                        .mapTo(String.class)
                        .one());
    }

    /** The choice of a person; null is a new child, and one that is no longer there none at all. */
    Optional<Assigned> decided(Handle sql, LocatedRow row, @Nullable UUID choice) {
        if (choice == null) {
            RegisteredChild child = new RegisteredChild(
                    UUID.randomUUID(),
                    Households.familyOf(row, identities),
                    row.desa(),
                    null,
                    row.birth(),
                    row.row().name(),
                    row.row().parents().mother(),
                    row.row().parents().father(),
                    null,
                    null);
            return Optional.of(new Assigned(row, child, true, false, List.of("DECIDED")));
        }
        return ChildPool.find(sql, choice).map(child -> new Assigned(row, child, false, false, List.of("DECIDED")));
    }

    private static void locate(
            Handle sql, ImportContext context, EppgbmRow row, List<LocatedRow> located, List<RowResult> results) {
        switch (context.villages().find(sql, row.place())) {
            case Villages.Found.Desa(AreaCode desa) -> {
                if (context.actor().scope().allows(desa)) {
                    located.add(new LocatedRow(row, desa));
                } else {
                    Finding outside = new Finding(Column.DESA.name(), Reason.OUTSIDE_YOUR_AREA);
                    results.add(RowResult.rejected(row.number(), List.of(outside)));
                }
            }
            case Villages.Found.Nowhere(Finding finding) ->
                results.add(RowResult.rejected(row.number(), List.of(finding)));
        }
    }

    /** The rows of one transaction, in their order: what one row makes, the next one meets. */
    private final class Batch {
        private final Handle sql;
        private final ImportContext context;
        private final List<LocatedRow> rows;
        private final ChildPool pool = new ChildPool();
        private final Map<UUID, RegisteredChild> byId = new HashMap<>();
        private final Set<Claim> claims = new HashSet<>();

        private final Sought sought;
        private final Set<UUID> named = new HashSet<>();

        private Batch(Handle sql, ImportContext context, Sought sought) {
            this.sql = sql;
            this.context = context;
            this.rows = sought.rows();
            this.sought = sought;
        }

        List<Assigned> assign(List<RowResult> results) {
            if (rows.isEmpty()) {
                return List.of();
            }
            waitForOthers(sql, rows.stream().map(LocatedRow::kabupaten));
            pool.loadVillages(sql, rows);
            rows.forEach(row -> pool.addAll(context.memory().bornAs(row.birth())));
            pool.loadKabupaten(sql, rows.stream().filter(this::isUnclear).toList(), identities);
            pool.all().forEach(child -> byId.put(child.id(), child));
            claims.addAll(Imports.claims(sql, context.importId(), pool.ids()));
            named.addAll(sought.named().apply(pool.ids()));
            List<Assigned> assigned = new ArrayList<>();
            for (LocatedRow row : rows) {
                switch (match(row)) {
                    case Match.Matched(UUID child, var evidence) ->
                        assigned.add(known(
                                row,
                                child,
                                evidence.stream().map(Enum::name).sorted().toList()));
                    case Match.New _ -> assigned.add(unknown(row));
                    case Match.ToDecide(var candidates, var why) ->
                        settledBefore(row, candidates)
                                .or(() -> onePerson(candidates))
                                .ifPresentOrElse(
                                        child -> assigned.add(known(row, child, List.of("DECIDED_BEFORE"))),
                                        () -> results.add(RowResult.toDecide(
                                                row.row().number(),
                                                why.name(),
                                                candidates,
                                                sought.sealing().apply(row))));
                }
            }
            return assigned;
        }

        private boolean isUnclear(LocatedRow row) {
            return !(match(row) instanceof Match.Matched);
        }

        private Match match(LocatedRow row) {
            List<byte[]> niks = row.row().nik() == null
                    ? List.of()
                    : identities.indexes(row.row().nik());
            List<Candidate> candidates = pool.bornAs(row.birth()).stream()
                    .map(child -> new Candidate(
                            child.id(),
                            child.name(),
                            child.father(),
                            child.mother(),
                            child.area(),
                            niks.stream().anyMatch(nik -> Arrays.equals(nik, child.nikIndex())),
                            (named.contains(child.id()) && sought.hasOwnId().test(row))
                                    || claims.contains(new Claim(child.id(), row.measuredOn()))))
                    .toList();
            return ChildMatching.match(row.sought(), candidates, context.matchingRules());
        }

        /** All that are alike were found to be one child: nothing is left to decide. */
        private Optional<UUID> onePerson(List<UUID> candidates) {
            if (candidates.stream().noneMatch(candidate -> mergedInto(candidate).isPresent())) {
                return Optional.empty();
            }
            List<UUID> present = candidates.stream()
                    .map(candidate -> PresentChild.of(sql, candidate))
                    .distinct()
                    .toList();
            return present.size() == 1
                    ? Optional.of(candidates.contains(present.getFirst()) ? present.getFirst() : candidates.getFirst())
                    : Optional.empty();
        }

        private Optional<UUID> mergedInto(UUID child) {
            return Optional.ofNullable(byId.get(child)).map(RegisteredChild::mergedInto);
        }

        /** A person decided when the same file came before: the record of that decision is there. */
        private Optional<UUID> settledBefore(LocatedRow row, List<UUID> candidates) {
            if (row.row().measured().isEmpty()) {
                return Optional.empty();
            }
            Map<UUID, UUID> childByRecord = new HashMap<>();
            for (UUID candidate : candidates) {
                childByRecord.put(
                        new GrowthRecord(
                                        candidate,
                                        candidate,
                                        null,
                                        row.row().measured().get())
                                .id(),
                        candidate);
            }
            Map<UUID, GrowthRecords.Announced> announced = GrowthRecords.find(sql, childByRecord.keySet());
            Optional<UUID> posyandu = PosyanduOfRows.find(sql, row);
            List<UUID> same = childByRecord.entrySet().stream()
                    .filter(entry -> {
                        GrowthRecords.Announced before = announced.get(entry.getKey());
                        return before != null
                                && Arrays.equals(
                                        before.content(),
                                        new GrowthRecord(
                                                        entry.getValue(),
                                                        entry.getValue(),
                                                        posyandu.orElse(null),
                                                        row.row().measured().get())
                                                .content());
                    })
                    .map(Map.Entry::getValue)
                    .toList();
            return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
        }

        private Assigned known(LocatedRow row, UUID id, List<String> evidence) {
            RegisteredChild child = Objects.requireNonNull(byId.get(id));
            boolean repeats = !claims.add(new Claim(id, row.measuredOn()));
            return new Assigned(row, child, false, repeats, evidence);
        }

        private Assigned unknown(LocatedRow row) {
            RegisteredChild child = new RegisteredChild(
                    UUID.randomUUID(),
                    Households.familyOf(row, identities),
                    row.desa(),
                    null,
                    row.birth(),
                    row.row().name(),
                    row.row().parents().mother(),
                    row.row().parents().father(),
                    row.row().nik() == null ? null : identities.index(row.row().nik()),
                    null);
            pool.add(child);
            byId.put(child.id(), child);
            claims.add(new Claim(child.id(), row.measuredOn()));
            return new Assigned(row, child, true, false, List.of());
        }
    }
}

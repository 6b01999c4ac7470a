package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.NewFamily;
import id.tumbuh.registry.family.RegisterFamilies;
import id.tumbuh.registry.family.ReviseFamily;
import id.tumbuh.registry.identity.FamilyCardNumber;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.cells.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rows of one transaction about different families. */
final class FamilyRows implements ReviseRecord.Registry {
    private final Transaction tx;
    private final ImportContext context;
    private final RegisterFamilies register;
    private final ReviseFamily revise;
    private final IdentityKeys identities;
    private final Map<UUID, SourceRecords.Known> said;
    private final List<SourceRecords.Known> toSave = new ArrayList<>();

    /** What was said is added to the map. */
    FamilyRows(
            Transaction tx,
            ImportContext context,
            RegisterFamilies register,
            ReviseFamily revise,
            IdentityKeys identities,
            Map<UUID, SourceRecords.Known> said) {
        this.tx = tx;
        this.context = context;
        this.register = register;
        this.revise = revise;
        this.identities = identities;
        this.said = said;
    }

    List<RowResult> work(List<Sent> rows) {
        Map<UUID, SourceRecords.Known> known = known(rows);
        List<Sent> strangers =
                rows.stream().filter(row -> known(row, known).isEmpty()).toList();
        Map<String, List<UUID>> byCard = new FamilyCards(identities).find(tx.sql(), cards(strangers));
        List<RowResult> results = new ArrayList<>();
        List<Sent> news = new ArrayList<>();
        for (Sent row : rows) {
            Optional<SourceRecords.Known> before = known(row, known);
            String card = row.facts().get(FamilyFields.CARD);
            List<UUID> same = card == null ? List.of() : byCard.getOrDefault(card, List.of());
            if (before.isPresent()) {
                results.add(revise(row, before.get()));
            } else if (same.isEmpty()) {
                news.add(row);
            } else if (same.size() == 1) {
                results.add(link(row, same.getFirst()));
            } else {
                byte[] sealed =
                        context.sealedRows().seal(row.number(), row.row().values());
                results.add(RowResult.toDecide(row.number(), Reason.SEVERAL_FAMILIES.name(), same, sealed));
            }
        }
        results.addAll(create(news));
        save();
        return results;
    }

    /** A person chose; empty if the choice is no longer there. */
    Optional<RowResult> decided(Sent row, @Nullable UUID choice) {
        RowResult result = choice == null ? create(List.of(row)).getFirst() : link(row, choice);
        if (choice != null && result.outcome() == RowOutcome.REJECTED) {
            return Optional.empty();
        }
        save();
        return Optional.of(result);
    }

    private RowResult revise(Sent row, SourceRecords.Known before) {
        Said words = new Said(identities, before.key(), FamilyFields.STORED, before.said());
        return told(row, before.key(), before.object(), revisions().revise(row, before.object(), words, false));
    }

    private RowResult link(Sent row, UUID family) {
        Said nothing = Said.nothing(identities, row.key(), FamilyFields.STORED);
        return told(row, row.key(), family, revisions().revise(row, family, nothing, true));
    }

    private RowResult told(Sent row, UUID key, UUID family, ReviseRecord.Revised revised) {
        if (revised.said() != null) {
            remember(new SourceRecords.Known(
                    key, row.ownId(), family, revised.said().bytes()));
        }
        return revised.result();
    }

    private List<RowResult> create(List<Sent> rows) {
        List<NewFamily> families = rows.stream()
                .map(row -> FamilyFields.family(UUID.randomUUID(), row.facts()))
                .toList();
        List<Registration> registered = context.dryRun() || rows.isEmpty()
                ? List.of()
                : register.register(tx, context.actor(), context.screener(), families);
        List<RowResult> results = new ArrayList<>();
        for (int each = 0; each < rows.size(); each++) {
            Sent row = rows.get(each);
            if (!registered.isEmpty() && registered.get(each) instanceof Registration.Invalid invalid) {
                results.add(RowResult.rejected(row.number(), List.of(ReviseRecord.finding(invalid))));
                continue;
            }
            UUID family = families.get(each).id();
            Said words =
                    Said.nothing(identities, row.key(), FamilyFields.STORED).after(row.facts());
            remember(new SourceRecords.Known(row.key(), row.ownId(), family, words.bytes()));
            results.add(result(row.number(), RowOutcome.CREATED, row.warnings(), family));
        }
        return results;
    }

    private Map<UUID, SourceRecords.Known> known(List<Sent> rows) {
        List<UUID> keys = rows.stream().flatMap(row -> row.keys().stream()).toList();
        Map<UUID, SourceRecords.Known> known =
                SourceRecords.find(tx.sql(), context.sourceId(), SourceRecords.Kind.FAMILY, keys);
        for (UUID key : keys) {
            context.memory().known(SourceRecords.Kind.FAMILY, key).ifPresent(each -> known.put(key, each));
            if (said.containsKey(key)) {
                known.put(key, said.get(key));
            }
        }
        return known;
    }

    private static Optional<SourceRecords.Known> known(Sent row, Map<UUID, SourceRecords.Known> known) {
        return row.keys().stream().filter(known::containsKey).map(known::get).findFirst();
    }

    private static List<FamilyCardNumber> cards(List<Sent> rows) {
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(row.facts().get(FamilyFields.CARD)).stream())
                .map(FamilyCardNumber::new)
                .toList();
    }

    private void remember(SourceRecords.Known record) {
        said.put(record.key(), record);
        toSave.add(record);
    }

    private void save() {
        if (!context.dryRun()) {
            SourceRecords.save(tx.sql(), context.sourceId(), SourceRecords.Kind.FAMILY, toSave);
        }
        toSave.clear();
    }

    private ReviseRecord revisions() {
        return new ReviseRecord(this, context.dryRun());
    }

    @Override
    public Optional<Map<String, String>> look(UUID family) {
        return revise.look(tx.sql(), family)
                .map(FamilyFields::of)
                .or(() -> context.memory().imagined(family, said.values()));
    }

    @Override
    public Correction revise(UUID family, UnaryOperator<Map<String, String>> change) {
        return revise.revise(
                tx,
                context.actor(),
                context.screener(),
                family,
                current -> FamilyFields.family(family, change.apply(new HashMap<>(FamilyFields.of(current)))));
    }

    @Override
    public RowResult result(int row, RowOutcome outcome, List<String> reasons, UUID family) {
        return RowResult.family(row, outcome, reasons, family);
    }
}

package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.family.NewFamily;
import id.tumbuh.registry.identity.FamilyCardNumber;
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
    private final FamiliesFormat.Registering registering;
    private final SourceWords words;

    FamilyRows(Transaction tx, ImportContext context, FamiliesFormat.Registering registering) {
        this.tx = tx;
        this.context = context;
        this.registering = registering;
        this.words =
                new SourceWords(tx, context, registering.identities(), SourceRecords.Kind.FAMILY, FamilyFields.STORED);
    }

    void rememberIn(DryRunMemory memory) {
        words.rememberIn(memory);
    }

    List<RowResult> work(List<Sent> rows) {
        Map<UUID, SourceRecords.Known> known = words.known(rows);
        List<Sent> strangers = rows.stream()
                .filter(row -> SourceWords.of(row, known).isEmpty())
                .toList();
        Map<String, List<UUID>> byCard = new FamilyCards(registering.identities()).find(tx.sql(), cards(strangers));
        List<RowResult> results = new ArrayList<>();
        List<Sent> news = new ArrayList<>();
        for (Sent row : rows) {
            Optional<SourceRecords.Known> before = SourceWords.of(row, known);
            String card = row.facts().get(FamilyFields.CARD);
            List<UUID> same = card == null ? List.of() : byCard.getOrDefault(card, List.of());
            if (before.isPresent()) {
                results.add(words.revise(row, before.get(), this));
            } else if (same.isEmpty()) {
                news.add(row);
            } else if (same.size() == 1) {
                results.add(words.link(row, same.getFirst(), this));
            } else {
                byte[] sealed =
                        context.sealedRows().seal(row.number(), row.row().values());
                results.add(RowResult.toDecide(row.number(), Reason.SEVERAL_FAMILIES.name(), same, sealed));
            }
        }
        results.addAll(create(news));
        words.save();
        return results;
    }

    /** A person chose; empty if the choice is no longer there. */
    Optional<RowResult> decided(Sent row, @Nullable UUID choice) {
        RowResult result = choice == null ? create(List.of(row)).getFirst() : words.link(row, choice, this);
        if (choice != null && result.outcome() == RowOutcome.REJECTED) {
            return Optional.empty();
        }
        words.save();
        return Optional.of(result);
    }

    private List<RowResult> create(List<Sent> rows) {
        List<NewFamily> families = rows.stream()
                .map(row -> FamilyFields.family(UUID.randomUUID(), row.facts()))
                .toList();
        List<Registration> registered = context.dryRun() || rows.isEmpty()
                ? List.of()
                : registering.register().register(tx, context.actor(), context.screener(), families);
        List<RowResult> results = new ArrayList<>();
        for (int each = 0; each < rows.size(); each++) {
            Sent row = rows.get(each);
            if (!registered.isEmpty() && registered.get(each) instanceof Registration.Invalid invalid) {
                results.add(RowResult.rejected(row.number(), List.of(ReviseRecord.finding(invalid))));
                continue;
            }
            UUID family = families.get(each).id();
            words.made(row, family);
            results.add(result(row.number(), RowOutcome.CREATED, row.warnings(), family));
        }
        return results;
    }

    private static List<FamilyCardNumber> cards(List<Sent> rows) {
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(row.facts().get(FamilyFields.CARD)).stream())
                .map(FamilyCardNumber::new)
                .toList();
    }

    @Override
    public Optional<Map<String, String>> look(UUID family) {
        return standing(family)
                .flatMap(now -> registering.revise().look(tx.sql(), now))
                .map(FamilyFields::of)
                .or(() -> words.imagined(family));
    }

    @Override
    public Correction revise(UUID family, UnaryOperator<Map<String, String>> change) {
        return standing(family)
                .map(now -> registering
                        .revise()
                        .revise(
                                tx,
                                context.actor(),
                                context.screener(),
                                now,
                                current -> FamilyFields.family(
                                        now, change.apply(new HashMap<>(FamilyFields.of(current))))))
                .orElseGet(Correction.Unknown::new);
    }

    /** What the source calls a family that was merged is the one it was found to be, until the merge is undone. */
    private Optional<UUID> standing(UUID family) {
        return Optional.ofNullable(
                        registering.homes().find(tx.sql(), List.of(family)).get(family))
                .map(FamilyHome::id);
    }

    @Override
    public RowResult result(int row, RowOutcome outcome, List<String> reasons, UUID family) {
        return RowResult.record(row, outcome, reasons, family);
    }
}

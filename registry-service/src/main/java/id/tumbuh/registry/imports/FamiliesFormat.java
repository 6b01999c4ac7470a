package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.family.RegisterFamilies;
import id.tumbuh.registry.family.ReviseFamily;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.MappedReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Families as Pendataan Keluarga lists them. A family is known by the source's id; without one by its card, and without a
 * card by the name of its head, desa, RW and RT.
 */
@ApplicationScoped
class FamiliesFormat implements MappedFormat {
    private final Registering registering;

    FamiliesFormat(RegisterFamilies register, ReviseFamily revise, FamilyHomes homes, IdentityKeys identities) {
        this.registering = new Registering(register, revise, homes, identities);
    }

    /** The use cases that rows end in. */
    record Registering(RegisterFamilies register, ReviseFamily revise, FamilyHomes homes, IdentityKeys identities) {}

    @Override
    public ImportKind kind() {
        return ImportKind.FAMILIES;
    }

    @Override
    public FormatSpec spec(LocalDate day) {
        return FamilyFields.SPEC;
    }

    @Override
    public Worked work(Transaction tx, ImportContext context, List<MappedReading> rows) {
        List<RowResult> results = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        MappedFormat.readable(rows, results, row -> locate(tx, context, row, sent, results));
        AssignRows.waitForOthers(
                tx.sql(), sent.stream().map(row -> area(row.facts()).ancestors().get(1)));
        FamilyRows batch = new FamilyRows(tx, context, registering);
        for (List<Sent> stretch : Sent.stretches(sent, FamiliesFormat::names)) {
            results.addAll(batch.work(stretch));
        }
        results.sort(Comparator.comparingInt(RowResult::row));
        return new Worked(results, () -> batch.rememberIn(context.memory()));
    }

    @Override
    public Optional<Decided> decide(Transaction tx, ImportContext context, Waiting waiting, @Nullable UUID choice) {
        Map<String, String> values = context.sealedRows().openValues(waiting.number(), waiting.sealed());
        List<Sent> sent = new ArrayList<>();
        locate(tx, context, new MappedReading.Row(waiting.number(), values, List.of()), sent, new ArrayList<>());
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        AreaCode area = area(sent.getFirst().facts());
        return new FamilyRows(tx, context, registering)
                .decided(sent.getFirst(), choice)
                .map(result -> new Decided(result, area));
    }

    private void locate(
            Transaction tx, ImportContext context, MappedReading.Row row, List<Sent> sent, List<RowResult> results) {
        switch (Places.find(tx.sql(), context, row.values()).orElseThrow()) {
            case Places.Found.Desa(AreaCode desa) -> sent.add(sent(row, desa));
            case Places.Found.Wrong(Finding finding) -> results.add(RowResult.rejected(row.number(), List.of(finding)));
        }
    }

    private Sent sent(MappedReading.Row row, AreaCode desa) {
        Map<String, String> facts = new HashMap<>(row.values());
        facts.keySet().retainAll(FamilyFields.STORED);
        facts.put(FamilyFields.AREA, desa.value());
        String id = row.values().get(FamilyFields.EXTERNAL_ID);
        String card = facts.get(FamilyFields.CARD);
        if (id != null) {
            return new Sent(row, keys("id", id), true, facts);
        }
        return new Sent(row, card != null ? keys("card", card) : keys("home", home(facts)), false, facts);
    }

    private List<UUID> keys(String form, String id) {
        return SourceRecords.keys(registering.identities(), SourceRecords.Kind.FAMILY, form, id);
    }

    private static String home(Map<String, String> facts) {
        return String.join(
                "\u001f",
                Households.adult(facts.get(FamilyFields.HEAD)),
                facts.getOrDefault(FamilyFields.AREA, ""),
                facts.getOrDefault("rw", ""),
                facts.getOrDefault("rt", ""));
    }

    /** Two rows with one card are one family, whatever the source calls them. */
    private static List<Object> names(Sent row) {
        String card = row.facts().get(FamilyFields.CARD);
        return card == null ? List.of(row.key()) : List.of(row.key(), card);
    }

    private static AreaCode area(Map<String, String> facts) {
        return new AreaCode(facts.getOrDefault(FamilyFields.AREA, ""));
    }
}

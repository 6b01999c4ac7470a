package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.child.RegisterChildren;
import id.tumbuh.registry.child.ReviseChild;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.family.RegisterFamilies;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import id.tumbuh.registry.imports.mapping.MappedReading;
import id.tumbuh.registry.posyandu.Posyandus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Children with the source's own ids. A child's family is named by the source's id of it, or by its card. A child without an
 * id is known by the whole of its row as long as that stays the same; else it is found as a child of an e-PPGBM export is.
 */
@ApplicationScoped
class ChildrenFormat implements MappedFormat {
    private final ImportRules rules;
    private final IdentityKeys identities;
    private final Registering registering;

    ChildrenFormat(
            ImportRules rules,
            IdentityKeys identities,
            AssignRows assign,
            Posyandus posyandus,
            FamilyHomes homes,
            RegisterFamilies families,
            RegisterChildren children,
            ReviseChild revise) {
        this.rules = rules;
        this.identities = identities;
        this.registering = new Registering(assign, posyandus, homes, families, children, revise, identities);
    }

    /** The use cases that rows end in. */
    record Registering(
            AssignRows assign,
            Posyandus posyandus,
            FamilyHomes homes,
            RegisterFamilies families,
            RegisterChildren children,
            ReviseChild revise,
            IdentityKeys identities) {}

    @Override
    public ImportKind kind() {
        return ImportKind.CHILDREN;
    }

    @Override
    public FormatSpec spec(LocalDate day) {
        return ChildFields.spec(rules.birth(day));
    }

    @Override
    public Worked work(Transaction tx, ImportContext context, List<MappedReading> rows) {
        List<RowResult> results = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        MappedFormat.readable(rows, results, row -> sent.add(sent(row)));
        ChildRows batch = new ChildRows(tx, context, registering);
        for (List<Sent> stretch : Sent.stretches(sent, row -> List.of(row.key()))) {
            results.addAll(batch.work(stretch));
        }
        results.sort(Comparator.comparingInt(RowResult::row));
        return new Worked(results, () -> batch.rememberIn(context.memory()));
    }

    @Override
    public Optional<Decided> decide(Transaction tx, ImportContext context, Waiting waiting, @Nullable UUID choice) {
        Map<String, String> values = context.sealedRows().openValues(waiting.number(), waiting.sealed());
        MappedReading.Row row = new MappedReading.Row(waiting.number(), values, List.of());
        return new ChildRows(tx, context, registering).decided(sent(row), choice);
    }

    private Sent sent(MappedReading.Row row) {
        String id = row.values().get(ChildFields.EXTERNAL_ID);
        return id != null
                ? new Sent(row, keys("id", id), true, row.values())
                : new Sent(row, keys("row", new TreeMap<>(row.values()).toString()), false, row.values());
    }

    private List<UUID> keys(String form, String id) {
        return SourceRecords.keys(identities, SourceRecords.Kind.CHILD, form, id);
    }
}

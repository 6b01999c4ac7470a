package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.identity.IdentityKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the source of an import has said of records of one kind, before and in this transaction. */
final class SourceWords {
    private final Transaction tx;
    private final ImportContext context;
    private final IdentityKeys identities;
    private final SourceRecords.Kind kind;
    private final List<String> fields;
    private final Map<UUID, SourceRecords.Known> justNow = new HashMap<>();
    private final List<SourceRecords.Known> toSave = new ArrayList<>();

    /** The fields in the order of {@link Said}. */
    SourceWords(
            Transaction tx,
            ImportContext context,
            IdentityKeys identities,
            SourceRecords.Kind kind,
            List<String> fields) {
        this.tx = tx;
        this.context = context;
        this.identities = identities;
        this.kind = kind;
        this.fields = fields;
    }

    /** By key, for rows that were sent before. */
    Map<UUID, SourceRecords.Known> known(Collection<UUID> keys) {
        Map<UUID, SourceRecords.Known> known = SourceRecords.find(tx.sql(), context.sourceId(), kind, keys);
        for (UUID key : keys) {
            context.memory().known(kind, key).ifPresent(each -> known.put(key, each));
            Optional.ofNullable(justNow.get(key)).ifPresent(each -> known.put(key, each));
        }
        return known;
    }

    Map<UUID, SourceRecords.Known> known(List<Sent> rows) {
        return known(rows.stream().flatMap(row -> row.keys().stream()).toList());
    }

    static Optional<SourceRecords.Known> of(Sent row, Map<UUID, SourceRecords.Known> known) {
        return row.keys().stream()
                .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                .findFirst();
    }

    /** A row about a record that the source has sent before. */
    RowResult revise(Sent row, SourceRecords.Known before, ReviseRecord.Registry registry) {
        Said words = new Said(identities, before.key(), fields, before.said());
        return told(row, before.key(), before.object(), revisions(registry).revise(row, before.object(), words, false));
    }

    /** A row about a record that others brought. */
    RowResult link(Sent row, UUID object, ReviseRecord.Registry registry) {
        Said nothing = Said.nothing(identities, row.key(), fields);
        return told(row, row.key(), object, revisions(registry).revise(row, object, nothing, true));
    }

    /** A row that made a record. */
    void made(Sent row, UUID object) {
        Said words = Said.nothing(identities, row.key(), fields).after(row.facts());
        remember(new SourceRecords.Known(row.key(), row.ownId(), object, words.bytes()));
    }

    /** What can be read of a record that a dry run would have made. */
    Optional<Map<String, String>> imagined(UUID object) {
        return context.memory().imagined(object, justNow.values());
    }

    void save() {
        if (!context.dryRun()) {
            SourceRecords.save(tx.sql(), context.sourceId(), kind, toSave);
        }
        toSave.clear();
    }

    /** For the rows after this transaction, if it was a dry run. */
    void rememberIn(DryRunMemory memory) {
        memory.remember(kind, justNow.values());
    }

    private ReviseRecord revisions(ReviseRecord.Registry registry) {
        return new ReviseRecord(registry, context.dryRun());
    }

    private RowResult told(Sent row, UUID key, UUID object, ReviseRecord.Revised revised) {
        if (revised.said() != null) {
            remember(new SourceRecords.Known(
                    key, row.ownId(), object, revised.said().bytes()));
        }
        return revised.result();
    }

    private void remember(SourceRecords.Known record) {
        justNow.put(record.key(), record);
        toSave.add(record);
    }
}

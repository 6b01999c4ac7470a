package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.IdentityKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes in what a source sends: once this returns it is durable, and some worker will come to it. */
@ApplicationScoped
class ReceiveImport {
    private final Database database;
    private final IdentityKeys identities;
    private final ImportWorker worker;

    ReceiveImport(Database database, IdentityKeys identities, ImportWorker worker) {
        this.database = database;
        this.identities = identities;
        this.worker = worker;
    }

    /**
     * What is sent.
     *
     * @param batchId null for a file
     * @param contentHash SHA-256 of the bytes as they were sent
     * @param content rows as a file holds them
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on
    record Delivery(
            ImportKind kind,
            String source,
            @Nullable String batchId,
            LocalDate day,
            boolean dryRun,
            byte[] contentHash,
            long bytes,
            ImportFiles.Content content) {}

    /** What became of it. */
    sealed interface Received {
        /** A new import, or the one that the same batch made before. */
        record Taken(UUID id) implements Received {}

        /** The batch id stands for something else. */
        record OtherContent() implements Received {}
    }

    /** The key that an import is sealed with. */
    private record Key(UUID importId, FamilyKey key) {}

    Received receive(Actor actor, Delivery delivery) {
        UUID id = UUID.randomUUID();
        Key key = new Key(id, identities.create(id));
        Received received = database.write(actor.scope(), tx -> {
            Source source = Source.ensure(tx.sql(), actor.scope(), delivery.source());
            String batch = delivery.batchId();
            return (batch == null ? Optional.<Received>empty() : before(tx.sql(), source, batch, delivery))
                    .orElseGet(() -> take(tx, key, imported(tx.sql(), actor, key, source, delivery), delivery));
        });
        worker.wake();
        return received;
    }

    private static Import imported(Handle sql, Actor actor, Key key, Source source, Delivery delivery) {
        return new Import(
                key.importId(),
                actor,
                delivery.kind(),
                delivery.dryRun(),
                key.key().wrapped(),
                source,
                Mappings.current(sql, source.id(), delivery.kind()),
                delivery.batchId(),
                delivery.contentHash(),
                delivery.day(),
                delivery.bytes());
    }

    private static Received take(Transaction tx, Key key, Import taken, Delivery delivery) {
        Imports.add(tx.sql(), taken);
        ImportFiles.store(tx.sql(), taken.id(), key.key(), delivery.content());
        tx.audit(taken.actor().did(taken.dryRun() ? "DRY_RUN" : "IMPORT", "import", taken.id(), null));
        return new Received.Taken(taken.id());
    }

    /** A batch sent twice at once waits for itself here. */
    private static Optional<Received> before(Handle sql, Source source, String batch, Delivery delivery) {
        sql.createQuery("select pg_advisory_xact_lock(hashtextextended(:batch, 0))::text")
                .bind("batch", source.id() + " " + batch)
                .mapTo(String.class)
                .one();
        return sql.createQuery("""
                        select id, format, dry_run, content_hash from import
                        where source_id = :source and batch_id = :batch""")
                .bind("source", source.id())
                .bind("batch", batch)
                .map((row, _) -> {
                    boolean same =
                            row.getString("format").equals(delivery.kind().name())
                                    && row.getBoolean("dry_run") == delivery.dryRun()
                                    && Arrays.equals(row.getBytes("content_hash"), delivery.contentHash());
                    return same
                            ? new Received.Taken(row.getObject("id", UUID.class))
                            : (Received) new Received.OtherContent();
                })
                .findOne();
    }
}

package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.IdentityKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.UUID;

/** Takes a file in: once this returns it is durable, and some worker will come to it. */
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

    UUID receive(Actor actor, Path file, long bytes, boolean dryRun) {
        UUID id = UUID.randomUUID();
        FamilyKey key = identities.create(id);
        database.write(actor.scope(), tx -> {
            Imports.add(tx.sql(), id, actor, dryRun, key.wrapped(), bytes);
            ImportFiles.store(tx.sql(), id, key, file);
            tx.audit(actor.did(dryRun ? "DRY_RUN" : "IMPORT", "import", id, null));
            return id;
        });
        worker.wake();
        return id;
    }
}

package id.tumbuh.intervention.permission;

import id.tumbuh.platform.database.Transaction;
import java.util.Set;
import java.util.UUID;

/** Whoever acts on a consent hears when consents of a child or a family changed, in the transaction that makes it. */
public interface PermissionsChanged {
    void changed(Transaction tx, Set<UUID> children, Set<UUID> families);
}

package id.tumbuh.registry.batch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Tells what became of the stored rows of a batch: the first row with a new id created it, all others are compared. */
public final class Outcomes {
    private final Set<UUID> untold;
    private final Map<UUID, byte[]> fingerprints = new HashMap<>();

    /**
     * @param created ids that this batch has stored
     * @param present fingerprints of the rows that stand now, old and new
     */
    public Outcomes(Set<UUID> created, Map<UUID, byte[]> present) {
        this.untold = new HashSet<>(created);
        this.fingerprints.putAll(present);
    }

    /** Asked for each row in order. An id whose row may not be seen is taken. */
    public Registration of(UUID id, Set<String> warnings, Predicate<byte[]> sameContent) {
        if (untold.remove(id)) {
            return new Registration.Created(warnings);
        }
        byte[] fingerprint = fingerprints.get(id);
        return fingerprint != null && sameContent.test(fingerprint)
                ? new Registration.Unchanged()
                : new Registration.Conflict();
    }
}

package id.tumbuh.registry.duplicate;

import java.util.UUID;

/** Two records, the lower id first as PostgreSQL orders them. */
record PairKey(UUID one, UUID other) {

    static PairKey of(UUID first, UUID second) {
        return first.toString().compareTo(second.toString()) < 0
                ? new PairKey(first, second)
                : new PairKey(second, first);
    }

    UUID besides(UUID id) {
        return one.equals(id) ? other : one;
    }
}

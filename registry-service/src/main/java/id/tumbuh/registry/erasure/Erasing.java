package id.tumbuh.registry.erasure;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.screening.Screener;
import java.util.Set;
import java.util.UUID;

/**
 * An erasure under way.
 *
 * @param family the family erased, or the one the children belong to
 * @param wholeFamily whether the family and everybody in it go, or the children alone
 * @param children everybody of them who is a child
 */
public record Erasing(
        Transaction tx, Actor actor, Screener screener, UUID family, boolean wholeFamily, Set<UUID> children) {
    public Erasing {
        children = Set.copyOf(children);
    }

    /** For {@code bindArray}. */
    public Object[] childIds() {
        return children.toArray();
    }
}

package id.tumbuh.registry.child;

import id.tumbuh.registry.family.FormerMemberships;
import id.tumbuh.registry.family.Transfer;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The families that children belonged to before. */
final class FormerFamilies {
    private FormerFamilies() {}

    /** For children whose row names their new family already. */
    static void leave(Handle sql, Collection<KnownChild> children, Transfer transfer) {
        FormerMemberships.add(
                sql,
                transfer,
                children.stream()
                        .map(child -> new FormerMemberships.Leaver(
                                child.content().id(), FormerMemberships.Kind.CHILD, child.joinedOn()))
                        .toList());
        sql.createUpdate("update child set joined_on = :on, joined_by = :cause where id = any(:ids)")
                .bind("on", transfer.on())
                .bind("cause", transfer.cause().name())
                .bindArray(
                        "ids",
                        UUID.class,
                        children.stream().map(child -> child.content().id()).toArray())
                .execute();
    }
}

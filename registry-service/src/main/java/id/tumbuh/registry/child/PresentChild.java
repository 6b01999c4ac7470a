package id.tumbuh.registry.child;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The child that an id stands for after merges. */
public final class PresentChild {
    private PresentChild() {}

    /** Itself, unless it was merged into another; also when it is not there. */
    public static UUID of(Handle sql, UUID id) {
        return sql.createQuery("select coalesce(present_child(:id), :id)")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }
}

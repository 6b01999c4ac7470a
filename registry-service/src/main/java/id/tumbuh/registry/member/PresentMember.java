package id.tumbuh.registry.member;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The member that an id stands for after merges. */
public final class PresentMember {
    private PresentMember() {}

    /** Itself, unless it was merged into another that the transaction may see; also when it is not there. */
    public static UUID of(Handle sql, UUID id) {
        return sql.createQuery("select coalesce(present_member(:id), :id)")
                .bind("id", id)
                .mapTo(UUID.class)
                .one();
    }
}

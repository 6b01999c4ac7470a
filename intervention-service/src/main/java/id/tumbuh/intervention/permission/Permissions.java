package id.tumbuh.intervention.permission;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Asks what is permitted, inside of the transaction that acts on the answer, under its scope. */
public final class Permissions {
    private Permissions() {}

    /** Of these children those whose data may serve the purpose of the partner on the day; without a partner, the programme's. */
    public static Set<UUID> ofChildren(Handle sql, Collection<UUID> children, Use use) {
        return permitted(sql, "child_id", "true", children, use);
    }

    /** Of these families those whose own data may; what was agreed to for a child says nothing of its family. */
    public static Set<UUID> ofFamilies(Handle sql, Collection<UUID> families, Use use) {
        return permitted(sql, "family_id", "child_id is null", families, use);
    }

    /** What for, for whom, and when. */
    public record Use(String purpose, @Nullable String partner, LocalDate day) {}

    private static Set<UUID> permitted(Handle sql, String column, String also, Collection<UUID> ids, Use use) {
        return new HashSet<>(sql.createQuery("select distinct " + column + " from permission where " + column
                        + " = any(:ids) and " + also + " and purpose = :purpose and not withdrawn"
                        + " and partner is not distinct from cast(:partner as text)"
                        + " and :day between valid_from and valid_until")
                .bindArray("ids", UUID.class, ids.toArray())
                .bind("purpose", use.purpose())
                .bind("partner", use.partner())
                .bind("day", use.day())
                .mapTo(UUID.class)
                .list());
    }
}

package id.tumbuh.platform.erasure;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The ids nobody may bring back. Whoever stores what an event tells of a person asks here first, in the same transaction. */
public final class ErasedPersons {
    /** Key of the advisory lock: shared by those who store, alone for those who erase. */
    private static final long LOCK = 0x6572_6173_6564L;

    private ErasedPersons() {}

    /**
     * Which of these are erased. Until the transaction ends nobody is erased beside it: without that, an event and an erasure
     * could pass each other unseen and leave the person behind.
     */
    public static Set<UUID> among(Handle sql, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        sql.execute("select pg_advisory_xact_lock_shared(?)", LOCK);
        return new HashSet<>(sql.createQuery("select id from erased_person where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list());
    }

    /** Waits for those who are storing, and lets nobody store before the transaction ends. Before any row is locked. */
    public static void keepOthersOut(Handle sql) {
        sql.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    public static void remember(Handle sql, UUID erasure, Collection<UUID> ids) {
        sql.createUpdate("""
                        insert into erased_person (id, erasure_id) select id, :erasure from unnest(:ids) as id order by id
                        on conflict on constraint erased_person_pk do nothing""")
                .bind("erasure", erasure)
                .bindArray("ids", UUID.class, ids.toArray())
                .execute();
    }
}

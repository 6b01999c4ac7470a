package id.tumbuh.platform.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Seals what was audited, after the commit: chaining inside of each transaction would make all of them wait for one another.
 *
 * <p>Entries get their numbers before they commit, so a lower one may appear after a higher one. The sealer therefore notes
 * the highest number it sees and who is writing to the audit at that moment, and seals up to that number only when all of
 * those are through: whoever took a lower number holds the lock of a writer until its end. Nothing below can come after.
 */
@ApplicationScoped
class AuditSealer {
    /** Key of the advisory lock; one sealer at a time, whatever the number of replicas. */
    private static final long LOCK = 0x7475_6d62_7561L;

    private static final String WRITERS = """
            select virtualtransaction from pg_locks
            where relation = 'audit_entry'::regclass and mode = 'RowExclusiveLock'
                and database = (select oid from pg_database where datname = current_database())""";

    private final Database database;
    private final AuditConfig config;
    private final ObjectMapper json;
    private final String service;
    private @Nullable Horizon waitingFor;

    AuditSealer(
            Database database,
            AuditConfig config,
            ObjectMapper json,
            @ConfigProperty(name = "tumbuh.service") String service) {
        this.database = database;
        this.config = config;
        this.json = json;
        this.service = service;
    }

    /** A number, and the transactions that may still bring a lower one. */
    private record Horizon(long entry, Set<String> writers) {}

    /**
     * Seals what can be sealed now.
     *
     * @return whether entries wait for a transaction that is under way
     */
    synchronized boolean seal() {
        Horizon horizon = waitingFor == null ? database.read(Scope.everywhere(), AuditSealer::horizon) : waitingFor;
        if (!horizon.writers().isEmpty() && anyStillWriting(horizon)) {
            waitingFor = horizon;
            return true;
        }
        waitingFor = null;
        while (database.write(Scope.everywhere(), tx -> sealBlock(tx, horizon.entry())) == config.blockEntries()) {
            // until everything below the horizon is sealed
        }
        return false;
    }

    /** The number first, the writers after it: one that took a lower number is seen, or its entry is. */
    private static Horizon horizon(Handle sql) {
        long entry = sql.createQuery("select coalesce(max(id), 0) from audit_entry")
                .mapTo(Long.class)
                .one();
        return new Horizon(entry, writers(sql));
    }

    private boolean anyStillWriting(Horizon horizon) {
        Set<String> now = database.read(Scope.everywhere(), AuditSealer::writers);
        return horizon.writers().stream().anyMatch(now::contains);
    }

    private static Set<String> writers(Handle sql) {
        return Set.copyOf(sql.createQuery(WRITERS).mapTo(String.class).list());
    }

    /** How many entries were sealed; none when another replica is at it. */
    private int sealBlock(Transaction tx, long horizon) {
        if (!lock(tx.sql())) {
            return 0;
        }
        AuditBlock last = last(tx.sql());
        List<RecordedEntry> entries = unsealed(tx.sql(), last, horizon);
        if (entries.isEmpty()) {
            return 0;
        }
        AuditBlock block = last.next(entries);
        store(tx.sql(), block);
        tx.announce(Announcement.of(AuditSealed.of(service, block), json));
        return entries.size();
    }

    private static boolean lock(Handle sql) {
        return sql.createQuery("select pg_try_advisory_xact_lock(:key)")
                .bind("key", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    private static AuditBlock last(Handle sql) {
        return sql.createQuery("select * from audit_block order by number desc limit 1")
                .map((row, _) -> AuditBlock.read(row))
                .findOne()
                .orElseGet(AuditBlock::beginning);
    }

    private List<RecordedEntry> unsealed(Handle sql, AuditBlock last, long horizon) {
        return sql.createQuery("select " + RecordedEntry.COLUMNS
                        + " from audit_entry where id > :after and id <= :horizon order by id limit :most")
                .bind("after", last.lastEntry())
                .bind("horizon", horizon)
                .bind("most", config.blockEntries())
                .map((row, _) -> RecordedEntry.read(row))
                .list();
    }

    private static void store(Handle sql, AuditBlock block) {
        Object[] ids = Arrays.stream(block.entryIds()).boxed().toArray();
        sql.createUpdate("""
                        insert into audit_block (number, entry_ids, digests, previous, hash)
                        values (:number, :ids, :digests, :previous, :hash)""")
                .bind("number", block.number())
                .bindArray("ids", Long.class, ids)
                .bind("digests", block.digests())
                .bind("previous", block.previous())
                .bind("hash", block.hash())
                .execute();
    }
}

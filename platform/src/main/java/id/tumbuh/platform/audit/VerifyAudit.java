package id.tumbuh.platform.audit;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.KafkaClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Computes the chain anew and compares it with the topic, in one pass and with little memory. A changed, missing or inserted
 * entry is named; so is a link that was cut off, even when everything left in the database agrees with itself.
 */
@ApplicationScoped
class VerifyAudit {
    private static final int FETCH = 500;
    /** Longer than the outbox needs after an outage of the broker that anybody would call short. */
    private static final String OLD_ENOUGH = "interval '15 minutes'";

    private final Database database;
    private final KafkaClients kafka;
    private final String service;

    VerifyAudit(Database database, KafkaClients kafka, @ConfigProperty(name = "tumbuh.service") String service) {
        this.database = database;
        this.kafka = kafka;
        this.service = service;
    }

    /** A block, and whether it should have been announced by now. */
    private record Stored(AuditBlock block, boolean old) {}

    AuditVerdict verify() {
        try (PublishedBlocks published = new PublishedBlocks(kafka, service)) {
            return database.read(Scope.everywhere(), sql -> verify(sql, published));
        }
    }

    private AuditVerdict verify(Handle sql, PublishedBlocks published) {
        ChainComparison comparison = new ChainComparison(entries(sql));
        Chain chain = new Chain(comparison, published);
        blocks(sql).forEachRemaining(chain::take);
        chain.rest();
        long waiting = comparison.waiting();
        return new AuditVerdict(
                service,
                comparison.found() == 0,
                comparison.entriesSeen(),
                chain.blocks,
                chain.announced,
                waiting,
                comparison.found(),
                comparison.findings());
    }

    /** The blocks of the database, one after another, beside those of the topic. */
    private static final class Chain {
        private final ChainComparison comparison;
        private final PublishedBlocks published;
        private AuditBlock last = AuditBlock.beginning();
        private long blocks;
        private long announced;

        Chain(ChainComparison comparison, PublishedBlocks published) {
            this.comparison = comparison;
            this.published = published;
        }

        void take(Stored stored) {
            AuditBlock block = stored.block();
            missingBefore(block.number());
            for (long gap = last.number() + 1; gap < block.number(); gap++) {
                comparison.note(Finding.Kind.BLOCK_MISSING, gap);
            }
            if (!block.isWhole() || (block.number() == last.number() + 1 && !block.follows(last))) {
                comparison.note(Finding.Kind.BLOCK_CHANGED, block.number());
            }
            comparison.compareEntries(believed(stored));
            last = block;
            blocks++;
        }

        private AuditBlock believed(Stored stored) {
            AuditBlock head = published.peek();
            if (head != null && head.number() == stored.block().number()) {
                announced++;
                comparison.compare(stored.block(), published.next());
                return head;
            }
            if (stored.old()) {
                comparison.note(Finding.Kind.BLOCK_UNPUBLISHED, stored.block().number());
            }
            return stored.block();
        }

        void rest() {
            missingBefore(Long.MAX_VALUE);
        }

        /** Announced blocks the database does not have, or has in another form by now. */
        private void missingBefore(long number) {
            for (AuditBlock head = published.peek(); head != null && head.number() < number; head = published.peek()) {
                published.next();
                announced++;
                if (head.number() <= last.number()) {
                    comparison.note(Finding.Kind.BLOCK_CHANGED, head.number());
                } else {
                    comparison.note(Finding.Kind.BLOCK_MISSING, head.number());
                    comparison.compareEntries(head);
                }
            }
        }
    }

    private static Iterator<RecordedEntry> entries(Handle sql) {
        return sql.createQuery("select " + RecordedEntry.COLUMNS + " from audit_entry order by id")
                .setFetchSize(FETCH)
                .map((row, _) -> RecordedEntry.read(row))
                .iterator();
    }

    private static Iterator<Stored> blocks(Handle sql) {
        return sql.createQuery("select audit_block.*, sealed_at < clock_timestamp() - " + OLD_ENOUGH
                        + " as old from audit_block order by number")
                .setFetchSize(FETCH)
                .map((row, _) -> new Stored(AuditBlock.read(row), row.getBoolean("old")))
                .iterator();
    }
}

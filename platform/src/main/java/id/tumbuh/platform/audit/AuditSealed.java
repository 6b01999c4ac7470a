package id.tumbuh.platform.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tumbuh.platform.messaging.IntegrationEvent;

/**
 * What a service tells of a sealed block: enough to name an entry that was changed, taken away or put in later, even by one
 * who owns the whole database. Contract: {@code contracts/platform/audit-sealed.v1}.
 *
 * @param digests of the entries, 16 bytes each, in the order of the ids (Base64 on the wire)
 */
@SuppressWarnings("ArrayRecordComponent") // written and read, compared by nobody
record AuditSealed(String service, long block, long[] entryIds, byte[] digests, byte[] previous, byte[] hash)
        implements IntegrationEvent {
    static final String TOPIC = "audit.heads";

    static AuditSealed of(String service, AuditBlock block) {
        return new AuditSealed(
                service, block.number(), block.entryIds(), block.digests(), block.previous(), block.hash());
    }

    AuditBlock toBlock() {
        return new AuditBlock(block, entryIds, digests, previous, hash);
    }

    @Override
    @JsonIgnore
    public String topic() {
        return TOPIC;
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.platform.audit-sealed.v1";
    }

    /** Every block keeps its own record: compaction takes none away. */
    @Override
    @JsonIgnore
    public String key() {
        return service + "/" + block;
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return service;
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return block;
    }
}

package id.tumbuh.platform.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * A link of the chain: which entries it seals, the digest of each, the hash of the block before and its own.
 *
 * @param digests one after another, in the order of the ids
 */
@SuppressWarnings("ArrayRecordComponent") // compared with MessageDigest.isEqual
record AuditBlock(long number, long[] entryIds, byte[] digests, byte[] previous, byte[] hash) {

    /** What stands before the first block. */
    static AuditBlock beginning() {
        return new AuditBlock(0, new long[0], new byte[0], new byte[0], new byte[Hashes.BYTES]);
    }

    AuditBlock next(List<RecordedEntry> entries) {
        long[] ids = entries.stream().mapToLong(RecordedEntry::id).toArray();
        ByteBuffer all = ByteBuffer.allocate(ids.length * RecordedEntry.DIGEST_BYTES);
        entries.forEach(entry -> all.put(entry.digest()));
        return new AuditBlock(number + 1, ids, all.array(), hash, hashOf(number + 1, ids, all.array(), hash));
    }

    static AuditBlock read(ResultSet row) throws SQLException {
        Long[] ids = (Long[]) row.getArray("entry_ids").getArray();
        return new AuditBlock(
                row.getLong("number"),
                Arrays.stream(ids).mapToLong(Long::longValue).toArray(),
                row.getBytes("digests"),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    /** Whether its hash is the hash of what stands in it. */
    boolean isWhole() {
        return digests.length == entryIds.length * RecordedEntry.DIGEST_BYTES
                && MessageDigest.isEqual(hash, hashOf(number, entryIds, digests, previous));
    }

    boolean follows(AuditBlock before) {
        return number == before.number + 1 && MessageDigest.isEqual(previous, before.hash);
    }

    boolean sameAs(AuditBlock other) {
        return number == other.number && MessageDigest.isEqual(hash, other.hash);
    }

    long lastEntry() {
        return entryIds.length == 0 ? 0 : entryIds[entryIds.length - 1];
    }

    byte[] digest(int place) {
        int from = place * RecordedEntry.DIGEST_BYTES;
        return Arrays.copyOfRange(digests, from, from + RecordedEntry.DIGEST_BYTES);
    }

    private static byte[] hashOf(long number, long[] ids, byte[] digests, byte[] previous) {
        MessageDigest sha = Hashes.sha256();
        sha.update(previous);
        ByteBuffer numbers = ByteBuffer.allocate((2 + ids.length) * Long.BYTES);
        numbers.putLong(number).putLong(ids.length);
        for (long id : ids) {
            numbers.putLong(id);
        }
        sha.update(numbers.array());
        return sha.digest(digests);
    }

    @Override
    public String toString() {
        return "AuditBlock[" + number + "]";
    }
}

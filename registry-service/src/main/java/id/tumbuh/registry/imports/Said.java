package id.tumbuh.registry.imports;

import id.tumbuh.registry.identity.IdentityKeys;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a source said last of one record: a keyed hash of eight bytes for each field, in the order of the fields. A list of
 * fields only ever grows at its end; what stands beyond the bytes was never said.
 */
@SuppressWarnings("ArrayRecordComponent") // a view of stored bytes
record Said(IdentityKeys identities, UUID key, List<String> fields, byte[] bytes) {
    private static final int WIDTH = Long.BYTES;
    private static final long NEVER = 0;

    static Said nothing(IdentityKeys identities, UUID key, List<String> fields) {
        return new Said(identities, key, fields, new byte[0]);
    }

    /** Whether the source's last word on the field was this. */
    boolean says(String field, String value) {
        long stored = stored(fields.indexOf(field));
        return stored != NEVER
                && identities.fingerprints(text(field, value)).stream().anyMatch(each -> hash(each) == stored);
    }

    /** Whether nothing of this is new. */
    boolean saysAll(Map<String, String> values) {
        return values.entrySet().stream().allMatch(value -> says(value.getKey(), value.getValue()));
    }

    /** After the source said these; what a row leaves blank it does not take back. */
    Said after(Map<String, String> values) {
        ByteBuffer after = ByteBuffer.wrap(Arrays.copyOf(bytes, Math.max(bytes.length, fields.size() * WIDTH)));
        values.forEach((field, value) ->
                after.putLong(fields.indexOf(field) * WIDTH, hash(identities.fingerprint(text(field, value)))));
        return new Said(identities, key, fields, after.array());
    }

    private long stored(int field) {
        int at = field * WIDTH;
        return field < 0 || at + WIDTH > bytes.length
                ? NEVER
                : ByteBuffer.wrap(bytes).getLong(at);
    }

    /** The record's key is part of it: equal values of different records are not to be seen. */
    private String text(String field, String value) {
        return String.join("\u001f", "said", key.toString(), field, value);
    }

    private static long hash(byte[] fingerprint) {
        long hash = ByteBuffer.wrap(fingerprint).getLong();
        return hash == NEVER ? 1 : hash;
    }

    @Override
    public String toString() {
        return "Said[…]";
    }
}

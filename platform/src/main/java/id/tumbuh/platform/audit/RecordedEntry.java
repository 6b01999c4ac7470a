package id.tumbuh.platform.audit;

import id.tumbuh.platform.access.AuditEntry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An entry as it stands in the table: with its number and its time, to the microsecond. */
record RecordedEntry(long id, long atMicros, AuditEntry entry) {
    /** 128 of 256 bits: nobody finds another entry with the same digest, and the topic carries half. */
    static final int DIGEST_BYTES = 16;

    /** Every column, in the order of the canonical form. */
    static final String COLUMNS =
            "id, (extract(epoch from at) * 1000000)::bigint as at_micros, subject, client, action,"
                    + " object_type, object_id, area_code";

    static RecordedEntry read(ResultSet row) throws SQLException {
        return new RecordedEntry(
                row.getLong("id"),
                row.getLong("at_micros"),
                new AuditEntry(
                        row.getString("subject"),
                        row.getString("client"),
                        row.getString("action"),
                        row.getString("object_type"),
                        row.getString("object_id"),
                        row.getString("area_code")));
    }

    /** Of the canonical form: every text with its length before it, so that no two entries are written alike. */
    byte[] digest() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(id);
            out.writeLong(atMicros);
            text(out, entry.subject());
            text(out, entry.client());
            text(out, entry.action());
            text(out, entry.objectType());
            text(out, entry.objectId());
            text(out, entry.areaCode());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Arrays.copyOf(Hashes.sha256().digest(bytes.toByteArray()), DIGEST_BYTES);
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}

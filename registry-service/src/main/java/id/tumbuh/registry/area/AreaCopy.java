package id.tumbuh.registry.area;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY: the fastest way in, possible here because areas have no row level security. */
final class AreaCopy {
    private static final int BUFFER = 64 * 1024;

    private AreaCopy() {}

    /** Fills the table {@code area_incoming}. */
    static void into(Handle sql, AreaList list) {
        try {
            CopyIn copy = sql.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy area_incoming (code, name, search) from stdin");
            try {
                StringBuilder buffer = new StringBuilder(BUFFER);
                list.forEach(area -> append(area, buffer, copy));
                flush(buffer, copy);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the areas could not be copied", failure);
        }
    }

    private static void append(AreaList.Entry area, StringBuilder buffer, CopyIn copy) {
        // No name holds a tab, a line break or a backslash: the derivation keeps one area a line
        buffer.append(area.code())
                .append('\t')
                .append(area.name())
                .append('\t')
                .append(new AreaName(area.name()).normalised())
                .append('\n');
        if (buffer.length() > BUFFER) {
            flush(buffer, copy);
        }
    }

    private static void flush(StringBuilder buffer, CopyIn copy) {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException failure) {
            throw new IllegalStateException("the areas could not be copied", failure);
        }
    }
}

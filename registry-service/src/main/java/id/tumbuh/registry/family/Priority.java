package id.tumbuh.registry.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a family comes before others. */
record Priority(Level level, String reason) {

    /** HIGHEST before HIGH before none. */
    enum Level {
        HIGH,
        HIGHEST
    }

    static @Nullable Priority read(ResultSet row) throws SQLException {
        String level = row.getString("priority");
        return level == null ? null : new Priority(Level.valueOf(level), row.getString("priority_reason"));
    }
}

package id.tumbuh.registry.companion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Somebody to be accompanied, and where. */
record Target(Key key, UUID family, String area) {

    /** A pregnancy and the time after it have one id and two kinds. */
    record Key(TargetKind kind, UUID id) {}

    static Target read(ResultSet row) throws SQLException {
        return new Target(
                new Key(TargetKind.valueOf(row.getString("target_kind")), row.getObject("target_id", UUID.class)),
                row.getObject("family_id", UUID.class),
                row.getString("area_code"));
    }
}

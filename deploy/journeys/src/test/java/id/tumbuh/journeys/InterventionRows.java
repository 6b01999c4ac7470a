package id.tumbuh.journeys;

import id.tumbuh.local.Component;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What stands in the database of intervention-service, whatever it answers. */
final class InterventionRows {
    private InterventionRows() {}

    /** One row, read. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param sql has one parameter, the ids */
    static <T> List<T> read(Tumbuh.Running tumbuh, String sql, Collection<UUID> ids, Reading<T> reading)
            throws SQLException, IOException {
        String role = Component.INTERVENTION.label() + "_owner";
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + tumbuh.installation().postgresPort() + "/"
                                + Component.INTERVENTION.label(),
                        role,
                        tumbuh.installation().databasePassword(role));
                Statement scope = database.createStatement();
                PreparedStatement question = database.prepareStatement(sql)) {
            scope.execute("set app.wilayah = '*'");
            question.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            List<T> rows = new ArrayList<>();
            try (ResultSet result = question.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
            return rows;
        }
    }
}

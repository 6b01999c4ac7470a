package id.tumbuh.load;

import id.tumbuh.local.Installation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of the installation as its owner, for what a benchmark has to find there or to count. */
final class Owner {
    private final Installation installation;
    private final String service;

    Owner(Installation installation, String service) {
        this.installation = installation;
        this.service = service;
    }

    /** Row level security holds for the owner too: everything is done under the scope of everywhere. */
    void run(String... statements) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.wilayah', '*', false)");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long number(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.wilayah', '*', false)");
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    String text(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.wilayah', '*', false)");
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private Connection connect() throws SQLException, IOException {
        String owner = service + "_owner";
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + installation.postgresPort() + "/" + service,
                owner,
                installation.databasePassword(owner));
    }
}

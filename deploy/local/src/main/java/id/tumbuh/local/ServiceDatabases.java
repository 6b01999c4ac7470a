package id.tumbuh.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A database for each service with two roles: the owner, who migrates it, and the application, which row level security
 * binds because it owns nothing.
 */
final class ServiceDatabases {

    static final List<String> SERVICES = List.of("registry", "measurement", "intervention", "reporting");

    /** Who reads reporting's views with a BI tool: a group, whose logins an installation makes for itself. */
    private static final String BI_READERS = "reporting_bi";

    private ServiceDatabases() {}

    /** Makes what is missing; passwords are set at every start. */
    static void prepare(PostgresServer server, Secrets secrets, Optional<String> password)
            throws SQLException, IOException {
        try (Connection postgres = server.connect("postgres")) {
            for (String service : SERVICES) {
                role(postgres, owner(service), secrets, password);
                role(postgres, application(service), secrets, password);
                database(postgres, service);
            }
            group(postgres, BI_READERS);
        }
        for (String service : SERVICES) {
            try (Connection database = server.connect(service);
                    Statement statement = database.createStatement()) {
                statement.execute("alter schema public owner to " + owner(service));
                statement.execute("grant usage on schema public to " + application(service));
            }
        }
    }

    static String owner(String service) {
        return service + "_owner";
    }

    static String application(String service) {
        return service + "_app";
    }

    private static void role(Connection postgres, String name, Secrets secrets, Optional<String> password)
            throws SQLException, IOException {
        String secret = password.isPresent() ? password.get() : secrets.get(name);
        try (Statement statement = postgres.createStatement()) {
            if (!exists(postgres, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + name);
            }
            statement.execute("alter role " + name
                    + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password "
                    + statement.enquoteLiteral(secret));
        }
    }

    /** Nobody signs in as it. The service that owns what it may read grants that when it migrates. */
    private static void group(Connection postgres, String name) throws SQLException {
        if (!exists(postgres, "select 1 from pg_roles where rolname = ?", name)) {
            try (Statement statement = postgres.createStatement()) {
                statement.execute("create role " + name + " nologin");
            }
        }
    }

    private static void database(Connection postgres, String service) throws SQLException {
        try (Statement statement = postgres.createStatement()) {
            if (!exists(postgres, "select 1 from pg_database where datname = ?", service)) {
                statement.execute("create database " + service + " owner " + owner(service));
            }
            statement.execute("revoke all on database " + service + " from public");
            statement.execute("grant connect on database " + service + " to " + application(service));
        }
    }

    private static boolean exists(Connection postgres, String question, String name) throws SQLException {
        try (PreparedStatement statement = postgres.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}

package id.tumbuh.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.testing.LocalServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A registry that was there before families had a past: the owner migrates it under row level security. */
class UpgradeTest {
    private static final String FAMILY = "0198c1a0-0000-7000-8000-000000000001";

    @Test
    void whatWasKnownOfFamiliesIsTheirFirstObservationAndTheirNamesAreFindable() throws SQLException {
        try (LocalServers servers = LocalServers.start();
                Connection owner = DriverManager.getConnection(
                        servers.jdbcUrl("registry"), "registry_owner", migrated(servers, "1101"))) {
            execute(owner, """
                    select set_config('app.wilayah', '*', false);
                    insert into area (code, name, search) values ('36.04.20.2006', 'Bojong Menteng', 'bojong menteng');
                    insert into family (id, area_code, head_name, data_key, drinking_water, welfare_rank, youngest_child, targeted,
                        at_risk, risk_factors, rule_version, fingerprint, version)
                    values ('%1$s', '36.04.20.2006', 'Budi Contoh', '\\x01', 'RAIN', 2, '2024-03-17', true, true,
                        '{UNSAFE_WATER}', 'krs-1', '\\x01', 2);
                    insert into child (id, family_id, area_code, sex, birth_date, name, active, fingerprint, version)
                    values ('0198c1a0-0000-7000-8000-000000000002', '%1$s', '36.04.20.2006', 'P', '2024-03-17',
                        'Melati Contoh', true, '\\x01', 1)""".formatted(FAMILY));

            migrated(servers, "latest");

            assertThat(one(owner, "select child_births::text from family")).isEqualTo("{2024-03-17}");
            assertThat(one(owner, "select (screen_again_on <= current_date)::text from family"))
                    .isEqualTo("true");
            assertThat(one(owner, "select facts::text from family_observation where family_id = '" + FAMILY + "'"))
                    .contains("\"drinkingWater\": \"RAIN\"", "\"welfareRank\": 2")
                    .doesNotContain("latrine");
            assertThat(one(owner, "select count(*)::text from name_to_index")).isEqualTo("2");
        }
    }

    private static String migrated(LocalServers servers, String target) {
        Flyway.configure()
                .dataSource(servers.jdbcUrl("registry"), "registry_owner", LocalServers.PASSWORD)
                .locations("db/platform", "db/migration")
                .placeholders(Map.of("app_role", "registry_app"))
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
        return LocalServers.PASSWORD;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getString(1);
        }
    }
}

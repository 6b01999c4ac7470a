package id.tumbuh.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row level security under the tables of the registry. */
@QuarkusTest
class ScopeTest extends RegistryTest {
    private static final Scope SERANG = Scope.of(List.of(new AreaCode("36.04")));
    private static final Scope SIBLING = Scope.of(List.of(new AreaCode("36.73")));

    @Inject
    Database database;

    @Inject
    DataSource pool;

    @ParameterizedTest
    @ValueSource(strings = {"family", "child", "posyandu"})
    void aSiblingKabupatenSeesNothingOfIt(String table) {
        aChildOf(aFamily());
        post(
                "/v1/posyandu:batch",
                "[{\"id\":\"%s\",\"area\":\"%s\",\"name\":\"%s\"}]"
                        .formatted(UUID.randomUUID(), DESA, UUID.randomUUID()));

        assertThat(count(SERANG, table)).isPositive();
        assertThat(count(SIBLING, table)).isZero();
        assertThat(count(Scope.of(List.of()), table)).isZero();
    }

    @Test
    void aConnectionUsedAgainRemembersNobodysScope() throws SQLException {
        aChildOf(aFamily());
        for (int use = 0; use < 40; use++) {
            count(SERANG, "child");
            try (Connection reused = pool.getConnection();
                    Statement statement = reused.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from child")) {
                row.next();
                assertThat(row.getLong(1)).isZero();
            }
        }
    }

    @Test
    void nothingIsWrittenOrMovedOutsideOfTheScope() {
        UUID family = aFamily();

        assertThatThrownBy(() -> database.write(
                        SERANG,
                        tx -> tx.sql().execute("update family set area_code = '36.73.01.1001' where id = ?", family)))
                .hasMessageContaining("row-level security");
        int changed =
                database.write(SIBLING, tx -> tx.sql().execute("update family set rw = '9' where id = ?", family));
        assertThat(changed).isZero();
    }

    @Test
    void theApplicationOwnsNoTable() {
        assertThat(tables.rows(
                        "select tablename from pg_tables where schemaname = 'public' and tableowner = current_user"))
                .isEmpty();
        assertThat(tables.rows("select relname from pg_class where relname in ('family', 'child', 'posyandu')"
                        + " and not (relrowsecurity and relforcerowsecurity)"))
                .isEmpty();
    }

    private long count(Scope scope, String table) {
        return database.read(
                scope,
                sql -> sql.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
    }
}

package id.tumbuh.reporting.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Unhurried;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** How long a statement may take that counts everything. */
@QuarkusTest
@WithTestResource(RealServers.class)
class UnhurriedTest {
    @Inject
    Database database;

    @Test
    void anAnswerIsWaitedForAsLongAsThePatienceAndNoLonger() {
        database.read(Scope.everywhere(), sql -> {
            long before = timeout(sql);
            assertThat(before).isBetween(1L, 60_000L);

            assertThat(Unhurried.work(sql, Duration.ofMinutes(30), () -> timeout(sql)))
                    .isEqualTo(Duration.ofMinutes(30).toMillis());

            assertThat(timeout(sql)).isEqualTo(before);
            return sql;
        });
        assertThatThrownBy(() -> database.read(
                        Scope.everywhere(),
                        sql -> Unhurried.work(sql, Duration.ofMillis(50), () -> sql.execute("select pg_sleep(20)"))))
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void workThatFailsLeavesTheConnectionAsItWas() {
        database.read(Scope.everywhere(), sql -> {
            long before = timeout(sql);
            assertThatThrownBy(() -> Unhurried.work(sql, Duration.ofMinutes(30), () -> {
                        throw new IllegalStateException("of its own");
                    }))
                    .hasMessage("of its own");

            assertThat(timeout(sql)).isEqualTo(before);
            return sql;
        });
    }

    private static long timeout(Handle sql) {
        try {
            return sql.getConnection().getNetworkTimeout();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

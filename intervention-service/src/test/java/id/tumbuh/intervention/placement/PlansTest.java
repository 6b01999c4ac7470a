package id.tumbuh.intervention.placement;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Plans;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** How long a transaction's say in its plans holds. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PlansTest {
    private static final String KEPT = "force_generic_plan";

    @Inject
    Database database;

    /** The pool hands the connection on, at the latest when every one was used. */
    @RepeatedTest(20)
    void plansAreKeptUntilTheTransactionEndsAndNotByTheConnection() {
        assertThat(database.write(Scope.everywhere(), Plans.KEPT, PlansTest::mode))
                .isEqualTo(KEPT);
        assertThat(database.write(Scope.everywhere(), PlansTest::mode)).isNotEqualTo(KEPT);
        assertThat(database.<String>rehearse(Scope.everywhere(), PlansTest::mode))
                .isNotEqualTo(KEPT);
    }

    @Test
    void workBeyondTheScopeLeavesThemKept() {
        String mode = database.write(Scope.of(List.of(new AreaCode("36"))), Plans.KEPT, tx -> {
            tx.beyondScope(sql -> sql.execute("select 1"));
            return mode(tx);
        });

        assertThat(mode).isEqualTo(KEPT);
    }

    private static String mode(Transaction tx) {
        return tx.sql()
                .createQuery("select current_setting('plan_cache_mode')")
                .mapTo(String.class)
                .one();
    }
}

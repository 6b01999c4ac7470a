package id.tumbuh.intervention.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.delivery.Promises;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** In the kabupaten 68.05. A claim that has looked at the consent, and not yet at the sponsor's places, when the consent is withdrawn. */
@QuarkusTest
@WithTestResource(RealServers.class)
class WithdrawalMeanwhileTest {
    @Inject
    Promises promises;

    @Inject
    TestDatabase test;

    @Inject
    Database database;

    @Inject
    ClaimNeed claim;

    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode("68.05.10.2001"));
    private final UUID id = UUID.randomUUID();

    private record Running(Future<Placing> claimed, Future<?> withdrawn) {}

    @Test
    void aConsentWithdrawnWhileAClaimIsDecidedEndsWhatWasClaimed() throws Exception {
        UUID before = promises.commit(child, home, LocalDate.of(2026, 8, 1), 30);
        promises.release(before, home);
        Map<String, Object> pair = test.row("select need_id, sponsor_id from placement where id = ?", before);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Running running = whileTheSponsorIsLocked(
                    threads,
                    new ClaimNeed.Claim(id, TestDatabase.id(pair, "need_id"), TestDatabase.id(pair, "sponsor_id")));
            running.withdrawn().get();

            assertThat(running.claimed().get()).isInstanceOf(Placing.Done.class);
            assertThat(test.row("select state, reason from placement where id = ?", id))
                    .containsEntry("state", "ENDED")
                    .containsEntry("reason", "CONSENT_WITHDRAWN");
        }
    }

    /** Ends when the withdrawal waits too, or is through. */
    private Running whileTheSponsorIsLocked(ExecutorService threads, ClaimNeed.Claim wanted) {
        return database.write(Scope.everywhere(), tx -> {
            tx.sql().execute("select 1 from sponsor where id = ? for update", wanted.sponsorId());
            Future<Placing> claimed = threads.submit(() -> claim.claim(actor(), wanted, Instant.now()));
            await().until(() -> waiting() == 1);
            Future<?> withdrawn = threads.submit(() -> promises.withdraw(child, home));
            await().until(() -> withdrawn.isDone() || waiting() == 2);
            return new Running(claimed, withdrawn);
        });
    }

    private int waiting() {
        return test.rows("select distinct pid from pg_locks where not granted").size();
    }

    private static Actor actor() {
        return Actor.system("intervention.test");
    }
}

package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.local.Component;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two hundred sponsors want each of a thousand needs at once, and the service that decides is killed again and again meanwhile. Each
 * client keeps a ledger of what it was told; whatever the answers that were lost, ledger and database say the same. A thousand needs are
 * claimed many in a request, as offices do; some dozens one by one, as applications do.
 */
@ExtendWith(Tumbuh.class)
class ClaimsUnderKillTest {
    private static final int CLIENTS = 200;
    private static final int NEEDS = Integer.getInteger("tumbuh.journey.needs", 1_000);
    private static final int ONE_BY_ONE = 36;
    private static final int ROWS = 100;
    private static final int KILLS = 3;
    /** A seed that ever failed is kept here as another number. */
    private static final long SEED = Long.getLong("tumbuh.journey.seed", 15);

    @Test
    void everyNeedHasOneHolderAndNoAcknowledgedClaimIsLost(Tumbuh.Running tumbuh) throws Exception {
        claimed(tumbuh, new ClaimedNeeds(tumbuh, 0, ONE_BY_ONE), (client, needs) -> client.oneByOne(needs), ONE_BY_ONE);
    }

    @Test
    void ofAThousandNeedsClaimedTogetherToo(Tumbuh.Running tumbuh) throws Exception {
        Random seeds = new Random(SEED);
        claimed(
                tumbuh,
                new ClaimedNeeds(tumbuh, ONE_BY_ONE, ONE_BY_ONE + NEEDS),
                (client, needs) -> client.inBatches(needs, ROWS, new Random(nextSeed(seeds))),
                NEEDS);
    }

    private static synchronized long nextSeed(Random seeds) {
        return seeds.nextLong();
    }

    private static void claimed(
            Tumbuh.Running tumbuh,
            ClaimedNeeds world,
            BiFunction<ClaimingClient, List<UUID>, ClaimLedger.OfClient> claiming,
            int many)
            throws Exception {
        Api tpps = tumbuh.as("tpps", ClaimedNeeds.KABUPATEN);
        List<UUID> needs = world.open();
        List<ClaimingClient> all = world.sponsors(CLIENTS).stream()
                .map(sponsor -> new ClaimingClient(tpps, sponsor))
                .toList();
        long begun = System.nanoTime();
        ClaimLedger ledger = together(
                all.stream()
                        .map(client -> (Claiming) () -> claiming.apply(client, needs))
                        .toList(),
                tumbuh);
        System.out.printf(
                "%d claims for %d needs, killed %d times (seed %d), %d answers lost, in %.1f s%n",
                ledger.size(), many, KILLS, SEED, ledger.lost(), (System.nanoTime() - begun) / 1e9);

        assertThat(ledger.size()).isEqualTo(many * CLIENTS);
        assertThat(ledger.lost()).as("claims under way when it was killed").isGreaterThanOrEqualTo(KILLS);
        ledger.agreesWithTheDatabase(tumbuh, needs);
        assertThat(tumbuh.as("admin")
                        .get(Component.INTERVENTION, "/v1/quarantine")
                        .body())
                .isEmpty();
    }

    /** What one client does. */
    @FunctionalInterface
    private interface Claiming {
        ClaimLedger.OfClient claim();
    }

    private static ClaimLedger together(List<Claiming> all, Tumbuh.Running tumbuh) throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        ClaimLedger ledger = new ClaimLedger();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ClaimLedger.OfClient>> running = all.stream()
                    .map(one -> clients.submit(() -> {
                        begin.await();
                        return one.claim();
                    }))
                    .toList();
            begin.countDown();
            killAtRandomPoints(tumbuh, running);
            for (Future<ClaimLedger.OfClient> one : running) {
                ledger.add(one.get(3, TimeUnit.MINUTES));
            }
        }
        return ledger;
    }

    private static void killAtRandomPoints(Tumbuh.Running tumbuh, List<Future<ClaimLedger.OfClient>> clients)
            throws IOException, InterruptedException {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(1_000)));
            assertThat(clients)
                    .as("still claiming at kill %d, seed %d", kill + 1, SEED)
                    .anyMatch(one -> !one.isDone());
            tumbuh.installation().kill(Component.INTERVENTION);
            tumbuh.installation().awaitReady();
        }
    }
}

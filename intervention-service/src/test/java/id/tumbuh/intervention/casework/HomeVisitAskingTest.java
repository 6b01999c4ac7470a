package id.tumbuh.intervention.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.delivery.Promises;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** In the kabupaten 96.04, in kecamatan that no other test has. */
@QuarkusTest
@WithTestResource(RealServers.class)
class HomeVisitAskingTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 15);
    private static int kecamatan = 80;

    @Inject
    Promises promises;

    @Inject
    TestDatabase database;

    @Inject
    WeighingTelling weighings;

    private final String area = "96.04." + kecamatan++ + ".2001";
    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(area));

    @Test
    void aChildThatDoesNotGainTwiceWhileItIsHelpedIsVisitedOnce() {
        UUID placement = promises.commit(child, home, FROM, 90);

        weigh(1, FROM.plusDays(10), false);
        assertThat(visits()).isEmpty();
        weigh(2, FROM.plusDays(40), true);
        weigh(2, FROM.plusDays(40), true);
        weigh(3, FROM.plusDays(70), true);

        assertThat(visits()).containsExactly("home-visit-asked 1");
        given().auth()
                .oauth2(TestTokens.token(Roles.PUSKESMAS, area))
                .get("/v1/home-visits")
                .then()
                .body("placementId", contains(placement.toString()))
                .body("field", contains("DINKES"))
                .body("measuredOn", contains("2026-09-24"));
        given().auth()
                .oauth2(TestTokens.token(Roles.PUSKESMAS, "96.05"))
                .get("/v1/home-visits")
                .then()
                .body("", empty());
    }

    @Test
    void theDaysOfThePromiseCountFromItsFirstToItsLast() {
        promises.commit(child, home, FROM, 90);

        weigh(1, FROM.minusDays(1), true);
        assertThat(visits()).isEmpty();
        weigh(2, FROM.plusDays(90), true);
        assertThat(visits()).isEmpty();
        weigh(2, FROM.plusDays(89), true);

        assertThat(visits()).hasSize(1);
    }

    @Test
    void whetherTheWeighingOrThePromiseIsToldFirstMakesNoDifference() {
        weigh(1, FROM.plusDays(5), true);
        promises.commit(child, home, FROM, 90);

        assertThat(visits()).hasSize(1);
    }

    @Test
    void aMonthOfTheHelpCountsAlsoWhenALaterOneIsKnown() {
        promises.commit(child, home, FROM, 90);

        weigh(2, FROM.plusDays(40), false);
        weigh(1, FROM.plusDays(10), true);

        assertThat(visits()).containsExactly("home-visit-asked 1");
    }

    @Test
    void inWhateverOrderAndBatchesTheMonthsComeOneVisitIsAsked() {
        List<WeighingTelling.Told> months = new ArrayList<>(List.of(
                WeighingTelling.gain(child, home, 1, FROM.plusDays(5)),
                WeighingTelling.noGain(child, home, 2, FROM.plusDays(35)),
                WeighingTelling.noGain(child, home, 3, FROM.plusDays(50)),
                WeighingTelling.gain(child, home, 4, FROM.plusDays(80))));
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            UUID other = UUID.randomUUID();
            Home there = new Home(UUID.randomUUID(), home.area());
            promises.commit(other, there, FROM, 90);
            Collections.shuffle(months, random);
            for (int from = 0; from < months.size(); ) {
                int to = Math.min(months.size(), from + 1 + random.nextInt(3));
                weighings.batch(months.subList(from, to).stream()
                        .map(month -> of(month, other, there))
                        .toArray(WeighingTelling.Told[]::new));
                from = to;
            }

            assertThat(visits(there)).as("seed %d", seed).containsExactly("home-visit-asked 1");
        }
    }

    @Test
    void aVisitIsTakenBackWhenItsWeighingIsAndStandsAgainWhenItWasRight() {
        promises.commit(child, home, FROM, 90);
        weigh(1, FROM.plusDays(10), true);
        WeighingTelling.Told weighing = WeighingTelling.noGain(child, home, 1, FROM.plusDays(10));

        weighings.batch(weighing.taken());
        weighings.batch(weighing.taken());
        assertThat(visits()).containsExactly("home-visit-asked 1", "home-visit-withdrawn 2");
        assertThat(listed()).isZero();
        assertThat(openReferrals()).isZero();

        weighings.batch(weighing);
        assertThat(visits()).containsExactly("home-visit-asked 1", "home-visit-withdrawn 2", "home-visit-asked 3");
        assertThat(listed()).isEqualTo(1);
        assertThat(openReferrals()).isEqualTo(1);
    }

    @Test
    void aVisitStandsWhileAnotherMonthOfTheHelpCallsForIt() {
        promises.commit(child, home, FROM, 90);
        weigh(1, FROM.plusDays(10), true);
        weigh(2, FROM.plusDays(40), true);

        weigh(1, FROM.plusDays(10), false); // corrected: it did gain
        assertThat(visits()).containsExactly("home-visit-asked 1");
        weigh(2, FROM.plusDays(40), false);

        assertThat(visits()).containsExactly("home-visit-asked 1", "home-visit-withdrawn 2");
    }

    @Test
    void aVisitThatWasMadeStands() {
        promises.commit(child, home, FROM, 90);
        weigh(1, FROM.plusDays(10), true);
        database.write(
                "update referral set state = 'CLOSED', stage = 'DONE', reason = 'DONE', accepted_on = sent_on, due_on = sent_on,"
                        + " closed_on = sent_on, proof_what = 'COUNSELLED', proof_on = sent_on, proof_quantity = 1"
                        + " where child_id = ?",
                child);

        weighings.batch(
                WeighingTelling.noGain(child, home, 1, FROM.plusDays(10)).taken());

        assertThat(visits()).containsExactly("home-visit-asked 1");
    }

    @Test
    void aWeighingOfAnotherChildAsksForNoVisitOfThisOne() {
        promises.commit(child, home, FROM, 90);
        weigh(1, FROM.plusDays(10), true);
        UUID right = new UUID(child.getMostSignificantBits(), 77); // the same measurement

        weighings.batch(WeighingTelling.noGain(right, home, 1, FROM.plusDays(10)));

        assertThat(visits()).containsExactly("home-visit-asked 1", "home-visit-withdrawn 2");
    }

    /** A month that is told late changes nothing about the need, so nothing else would make one wait for the other. */
    @Test
    void aPromiseThatIsMadeAtThisMomentIsSeen() throws InterruptedException, ExecutionException {
        UUID placement = promises.hold(child, home);
        weigh(2, FROM.plusDays(40), false);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            AtomicReference<Future<Integer>> promise = new AtomicReference<>();
            weighings.holding(
                    () -> {
                        Future<Integer> other = thread.submit(() -> Promises.move(
                                        placement, home, "commit", 1, "{\"from\":\"%s\",\"days\":90}".formatted(FROM))
                                .statusCode());
                        promise.set(other);
                        await().until(() -> other.isDone()
                                || !database.rows("select 1 from pg_locks where not granted")
                                        .isEmpty());
                    },
                    WeighingTelling.noGain(child, home, 1, FROM.plusDays(10)));
            assertThat(promise.get().get()).isEqualTo(200);
        }

        assertThat(visits()).containsExactly("home-visit-asked 1");
    }

    private long listed() {
        return given().auth()
                .oauth2(TestTokens.token(Roles.PUSKESMAS, area))
                .get("/v1/home-visits")
                .jsonPath()
                .getList("")
                .size();
    }

    private long openReferrals() {
        return database.rows("select 1 from referral where child_id = ? and state = 'OPEN'", child)
                .size();
    }

    private static WeighingTelling.Told of(WeighingTelling.Told month, UUID child, Home home) {
        return new WeighingTelling.Told(child, home, month.number(), month.day(), month.voided(), month.shows());
    }

    private List<String> visits() {
        return visits(home);
    }

    private List<String> visits(Home of) {
        return database.announced(of.familyId()).stream()
                .filter(event -> event.startsWith("home-visit"))
                .toList();
    }

    private void weigh(int number, LocalDate day, boolean twiceNotGained) {
        weighings.tell(child, home, number, day, twiceNotGained);
    }
}

package id.tumbuh.intervention.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.UUID;
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
    void onlyTheLatestWeighingCounts() {
        promises.commit(child, home, FROM, 90);

        weigh(2, FROM.plusDays(40), false);
        weigh(1, FROM.plusDays(10), true);

        assertThat(visits()).isEmpty();
    }

    private List<String> visits() {
        return database.announced(home.familyId()).stream()
                .filter(event -> event.startsWith("home-visit"))
                .toList();
    }

    private void weigh(int number, LocalDate day, boolean twiceNotGained) {
        weighings.tell(child, home, number, day, twiceNotGained);
    }
}

package id.tumbuh.intervention.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.delivery.Promises;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of a sponsor and a programme one gives a child its food at a time; in the kabupaten 68.02, each test in a desa. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OneGiverTest {
    private static final String KABUPATEN = "68.02";
    private static final LocalDate FROM = LocalDate.of(2026, 2, 2);
    private static int desa = 2001;

    @Inject
    Promises promises;

    @Inject
    PmtLists lists;

    @Inject
    TestDatabase database;

    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(KABUPATEN + ".10." + desa++));

    @Test
    void whatASponsorGivesNoProgrammePaysForInThatTime() {
        promises.commit(child, home, FROM, 90);
        UUID pmt = lists.programme(KABUPATEN, "PMT", 2026);
        LocalDate last = FROM.plusDays(89);

        enrol(pmt, FROM.minusDays(20), FROM).body("[0].problem.code", equalTo("GIVEN_BY_SPONSOR"));
        enrol(pmt, last, last.plusDays(20))
                .body("[0].outcome", equalTo("REFUSED"))
                .body("[0].problem.status", equalTo(409))
                .body("[0].problem.title", equalTo("Orang tua asuh sudah memberi hal yang sama pada waktu itu"));
        enrol(pmt, last.plusDays(1), last.plusDays(20)).body("[0].outcome", equalTo("DONE"));
    }

    @Test
    void anythingElseAProgrammeGivesAsEver() {
        promises.commit(child, home, FROM, 90);

        enrol(lists.programme(KABUPATEN, "COUNSELLING", 2026), FROM, FROM.plusDays(30))
                .body("[0].outcome", equalTo("DONE"));
    }

    @Test
    void aPromiseThatEndedCountsUntilItsLastDay() {
        LocalDate today = Days.today();
        UUID placement = promises.commit(child, home, today.minusDays(20), 90);
        promises.release(placement, home);
        LocalDate tomorrow = today.plusDays(1); // perhaps of another year, and its money too

        enrol(lists.programme(KABUPATEN, "PMT", today.getYear()), today, today)
                .body("[0].problem.code", equalTo("GIVEN_BY_SPONSOR"));
        enrol(lists.programme(KABUPATEN, "PMT", tomorrow.getYear()), tomorrow, tomorrow)
                .body("[0].outcome", equalTo("DONE"));
    }

    @Test
    void whatIsHeldForASponsorIsKeptForItAndAHoldThatRanOutIsNot() {
        LocalDate today = Days.today();
        UUID placement = promises.hold(child, home);
        UUID pmt = lists.programme(KABUPATEN, "PMT", today.getYear());

        enrol(pmt, today, today).body("[0].problem.code", equalTo("GIVEN_BY_SPONSOR"));
        database.write(
                "update placement set held_until = clock_timestamp() - interval '1 second' where id = ?", placement);
        enrol(pmt, today, today).body("[0].outcome", equalTo("DONE"));
    }

    @Test
    void nobodyIsFedTwice() {
        UUID placement = promises.commit(child, home, FROM, 28);
        UUID pmt = lists.programme(KABUPATEN, "PMT", 2026);
        enrol(pmt, FROM.minusDays(10), FROM.plusDays(10));
        enrol(pmt, FROM.plusDays(28), FROM.plusDays(60)).body("[0].outcome", equalTo("DONE"));

        Promises.move(placement, home, "renew", 2, "{\"days\":1}")
                .then()
                .statusCode(409)
                .body("code", equalTo("FUNDED_OTHERWISE"));
        assertThat(database.rows(
                        "select day from delivery where child_id = ? and item = 'FOOD' and state <> 'CANCELLED' and day between ? and ?"
                                + " and enrolment_id is not null",
                        child,
                        FROM,
                        FROM.plusDays(27)))
                .isEmpty();
    }

    private ValidatableResponse enrol(UUID programme, LocalDate from, LocalDate to) {
        return lists.enrol(KABUPATEN, programme, child, from, to).then().statusCode(200);
    }
}

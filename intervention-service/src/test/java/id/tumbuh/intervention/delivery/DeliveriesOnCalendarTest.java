package id.tumbuh.intervention.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test in a kecamatan of its own in the kabupaten 88.05. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DeliveriesOnCalendarTest {
    private static final LocalDate TODAY = Days.today();
    private static int kecamatan = 10;

    @Inject
    Promises promises;

    @Inject
    DeliveriesOnCalendar calendar;

    @Inject
    Telling telling;

    @Inject
    TestDatabase database;

    private final String desa = "88.05." + kecamatan++ + ".2001";
    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(desa));

    @Test
    void whatIsToBeBroughtIsOneEntryForADesaAndADay() {
        promises.commit(child, home, TODAY, 28);
        promises.commit(UUID.randomUUID(), new Home(UUID.randomUUID(), home.area()), TODAY, 10);

        shown(desa)
                .body(
                        "title",
                        contains(
                                "Pengantaran bantuan: 2 (14 porsi)",
                                "Pengantaran bantuan: 2 (10 porsi)",
                                "Pengantaran bantuan: 1 (7 porsi)",
                                "Pengantaran bantuan: 1 (7 porsi)"))
                .body(
                        "from",
                        contains(
                                TODAY.toString(),
                                TODAY.plusDays(7).toString(),
                                TODAY.plusDays(14).toString(),
                                TODAY.plusDays(21).toString()));
        assertThat(database.rows("select 1 from calendar_entry where feature = 'delivery' and area_code = ?", desa))
                .hasSize(4);
        shown("88.06").body("$", empty());
    }

    @Test
    void aCalendarProgramReadsItAndLearnsOfNobody() {
        UUID placement = promises.commit(child, home, TODAY, 14);

        assertThat(summaries()).containsExactly("Pengantaran bantuan: 1 (7 porsi)", "Pengantaran bantuan: 1 (7 porsi)");
        assertThat(file())
                .doesNotContain(child.toString())
                .doesNotContain(home.familyId().toString())
                .doesNotContain(placement.toString());
    }

    @Test
    void whatWasToldOfIsCountedAndStays() {
        promises.commit(child, home, TODAY, 7);
        UUID delivery = TestDatabase.id(
                database.row("select id from delivery where child_id = ? and item = 'FOOD'", child), "id");
        shown(desa).body("title", contains("Pengantaran bantuan: 1 (7 porsi)"));

        given().auth()
                .oauth2(TestTokens.token(Roles.KADER, desa))
                .contentType(ContentType.JSON)
                .body("[{\"id\":\"%s\",\"outcome\":\"DELIVERED\",\"day\":\"%s\",\"quantity\":7}]"
                        .formatted(delivery, TODAY))
                .post("/v1/deliveries:batch")
                .then()
                .body("outcome", contains("CREATED"));

        shown(desa).body("title", contains("Pengantaran bantuan: 1 (7 porsi), dilaporkan 1"));
        assertThat(events()).allMatch(event -> event.getSequence().getValue() == 1);
    }

    @Test
    void aPromiseThatEndsTakesItsDaysOffTheCalendar() {
        UUID placement = promises.commit(child, home, TODAY, 21);
        shown(desa);

        promises.release(placement, home);

        shown(desa).body("from", contains(TODAY.toString()));
        assertThat(events().stream()
                        .filter(event -> event.getStatus().isCancelled())
                        .toList())
                .hasSize(2);
    }

    @Test
    void itGoesWhereTheFamilyGoes() {
        promises.commit(child, home, TODAY, 7);
        shown(desa);
        String there = desa.replace(".2001", ".2002");

        telling.tell(
                new Fact.Residence(child, 2, TODAY, new Home(home.familyId(), new AreaCode(there)), null, true, false));

        shown(desa).body("$", empty());
        shown(there).body("title", contains("Pengantaran bantuan: 1 (7 porsi)"));
    }

    @Test
    void doneAgainNothingChanges() {
        promises.commit(child, home, TODAY, 7);
        shown(desa);
        database.write("insert into delivery_day_changed (area_code, day) values (?, current_date)", desa);
        shown(desa);

        assertThat(events()).allMatch(event -> event.getSequence().getValue() == 0);
    }

    private ValidatableResponse shown(String area) {
        while (calendar.step()) {
            // the next portion
        }
        return given().auth()
                .oauth2(TestTokens.token(Roles.KADER, area))
                .get(
                        "/v1/calendar?area={area}&from={from}&to={to}&kinds=DELIVERY",
                        area,
                        TODAY.toString(),
                        TODAY.plusDays(60).toString())
                .then()
                .statusCode(200);
    }

    private List<String> summaries() {
        shown(desa);
        return events().stream().map(event -> event.getSummary().getValue()).toList();
    }

    private List<VEvent> events() {
        return Biweekly.parse(file()).first().getEvents();
    }

    private String file() {
        return given().auth()
                .oauth2(TestTokens.token(Roles.KADER, desa))
                .get("/v1/calendar.ics?area={area}&kinds=DELIVERY", desa)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

package id.tumbuh.measurement.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.measurement.exchange.ChangedMeasurements.Comparison;
import id.tumbuh.measurement.exchange.Ledger.State;
import id.tumbuh.measurement.exchange.Ledger.Told;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class LedgerResourceTest {

    /** An area no other test weighs in, so that what is counted here is what was put here. */
    private static final String VILLAGE = "53.01.01.2001";

    @Inject
    ChangedMeasurements changed;

    @Inject
    Ledger ledger;

    @Inject
    Weighings weighings;

    @Inject
    Database database;

    @Test
    void ledgerShowsTheCallersOwnAreasPageByPage() {
        String destination = "ledger-" + UUID.randomUUID();
        List<UUID> weighed = new ArrayList<>();
        for (int child = 0; child < 5; child++) {
            weighed.add(weighings.weigh(Child.aChild().in(VILLAGE), "2025-08-12", Weighings.WHOLE));
        }
        changed.queue(new Comparison(destination, Duration.ZERO, Duration.ofHours(1)));
        database.write(Scope.everywhere(), tx -> {
            ledger.note(tx.sql(), destination, List.of(told(weighed.get(0), State.DELIVERED, 200, null)));
            ledger.note(tx.sql(), destination, List.of(told(weighed.get(1), State.SET_ASIDE, 422, "invalid")));
            return 2;
        });

        get(Roles.ADMIN, "53.01", "?state=SET_ASIDE")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("lines.findAll { it.destination == '" + destination + "' }.measurementId", hasSize(1))
                .body("lines.find { it.destination == '" + destination + "' }.lastStatus", equalTo(422))
                .body("lines.find { it.destination == '" + destination + "' }.reason", equalTo("invalid"));
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.token(Roles.SYSTEM, "53.01"))
                .post("/v1/exchange/ledger:retry")
                .then()
                .statusCode(403);
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.token(Roles.ADMIN, "53.01"))
                .post("/v1/exchange/ledger:retry")
                .then()
                .statusCode(200)
                .body("lines", equalTo(1));
        get(Roles.ADMIN, "53.01", "?state=SET_ASIDE").statusCode(200).body("lines", hasSize(0));
        assertThat(weighings.line(destination, weighed.get(1)).attempts()).isZero();
        assertThat(pages("53.01", destination)).containsExactlyInAnyOrderElementsOf(weighed);
        get(Roles.SYSTEM, "11", "").statusCode(200).body("lines", hasSize(0)).body("counts.PENDING", equalTo(0));
    }

    @Test
    void whatIsNoLedgerIsRefused() {
        get(Roles.BKKBN, "53.01", "?state=SENT").statusCode(400);
        get(Roles.BKKBN, "53.01", "?limit=0").statusCode(400);
        get(Roles.BKKBN, "53.01", "?limit=1001").statusCode(400);
        get(Roles.BKKBN, "53.01", "?after=bm8").statusCode(400).body("code", equalTo("INVALID_CURSOR"));
        for (String role : List.of(Roles.KADER, Roles.PUSKESMAS, Roles.PARTNER)) {
            get(role, "53.01", "").statusCode(403);
        }
    }

    private List<UUID> pages(String area, String destination) {
        List<UUID> seen = new ArrayList<>();
        String query = "?limit=2";
        while (query != null) {
            var page = get(Roles.BKKBN, area, query).statusCode(200).extract();
            page.jsonPath()
                    .<String>getList("lines.findAll { it.destination == '" + destination + "' }.measurementId")
                    .forEach(id -> seen.add(UUID.fromString(id)));
            String link = page.header("Link");
            query = link == null ? null : link.substring(link.indexOf('?'), link.indexOf('>'));
        }
        return seen;
    }

    private static Told told(UUID measurement, State state, int status, @Nullable String reason) {
        return new Told(measurement, 1, state, status, reason, Set.of(), Duration.ZERO);
    }

    private static ValidatableResponse get(String role, String area, String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.token(role, area))
                .get("/v1/exchange/ledger" + query)
                .then();
    }
}

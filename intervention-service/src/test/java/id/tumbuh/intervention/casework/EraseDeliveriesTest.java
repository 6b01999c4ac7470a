package id.tumbuh.intervention.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.delivery.Promises;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.erasure.ApplyErasures;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was brought to a child goes with it: deliveries, reports, photos, visits; what its kitchen gave stays without its name. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EraseDeliveriesTest {
    private static final String AREA = "96.04.79.2001";
    private static final String HASH = "cd".repeat(32);

    @Inject
    Promises promises;

    @Inject
    TestDatabase database;

    @Inject
    Database transactions;

    @Inject
    ApplyErasures erasures;

    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(AREA));
    private final UUID erasure = UUID.randomUUID();

    @Test
    void aChildGoesWithWhatWasBroughtToItAndTheKitchensStockStays() {
        UUID placement = promises.commit(child, home, LocalDate.of(2026, 8, 15), 14);
        UUID delivery = TestDatabase.id(
                database.row(
                        "select id from delivery where placement_id = ? and item = 'FOOD' and day = date '2026-08-15'",
                        placement),
                "id");
        UUID kitchen = bring(delivery);
        database.write(
                "insert into photo (id, delivery_id, area_code, hash, bytes, width, height) values (?, ?, ?, ?, 1, 1, 1)",
                UUID.randomUUID(),
                delivery,
                AREA,
                HASH);
        database.write("""
                insert into home_visit (id, placement_id, child_id, family_id, area_code, measurement_id, measured_on, cause, field,
                    version)
                values (?, ?, ?, ?, ?, ?, date '2026-08-20', 'HOME_VISIT', 'DINKES', 1)""", UUID.randomUUID(), placement, child, home.familyId(), AREA, UUID.randomUUID());

        erase();

        for (String table : List.of("delivery", "home_visit", "placement")) {
            assertThat(database.rows("select 1 from " + table + " where family_id = ?", home.familyId()))
                    .as(table)
                    .isEmpty();
        }
        assertThat(database.rows("select 1 from delivery_report where delivery_id = ?", delivery))
                .isEmpty();
        assertThat(database.rows("select 1 from photo where delivery_id = ?", delivery))
                .isEmpty();
        assertThat(database.rows("select 1 from photo_orphan where hash = ?", HASH))
                .hasSize(1);
        assertThat(database.rows("select quantity, delivery_id from stock_movement where provider_id = ?", kitchen))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("delivery_id", null));
        assertThat(database.row(
                        "select body, partition_key, topic from outbox where key = ? order by id desc limit 1",
                        delivery.toString()))
                .containsEntry("body", null)
                .containsEntry("partition_key", "*")
                .containsEntry("topic", "intervention.deliveries");
        assertThat(database.lastBody(erasure)).contains("\"delivery\":2", "\"home_visit\":1");
    }

    private static UUID bring(UUID delivery) {
        UUID kitchen = UUID.randomUUID();
        tpps().body("{\"kind\":\"DASHAT\",\"name\":\"Dapur Contoh\",\"area\":\"" + AREA + "\",\"mealsPerDay\":60}")
                .put("/v1/providers/{id}", kitchen)
                .then()
                .statusCode(201);
        tpps().body("""
                        [{"id":"%s","direction":"IN","item":"EGG","unit":"PIECE","quantity":30,"day":"2026-08-14"}]""".formatted(UUID.randomUUID()))
                .post("/v1/providers/{id}/stock-movements:batch", kitchen)
                .then()
                .statusCode(200);
        tpps().body("""
                        [{"id":"%s","day":"2026-08-15","outcome":"DELIVERED","quantity":7,"providerId":"%s",
                          "taken":{"item":"EGG","unit":"PIECE","quantity":15}}]""".formatted(delivery, kitchen))
                .post("/v1/deliveries:batch")
                .then()
                .statusCode(200);
        return kitchen;
    }

    private void erase() {
        ReceivedEvent told = new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.registry.child-erased.v1",
                "registry.erasures",
                0,
                0,
                erasure.toString(),
                1,
                Instant.EPOCH,
                null,
                """
                {"erasureId":"%s","version":1,"familyId":"%s","areaCode":"96.04.79.2001","childIds":["%s"],"otherIds":[],
                 "erasedOn":"2026-12-24"}""".formatted(erasure, home.familyId(), child).getBytes(StandardCharsets.UTF_8));
        transactions.write(Scope.everywhere(), tx -> {
            erasures.apply(tx, List.of(told));
            return told;
        });
    }

    private static RequestSpecification tpps() {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, "96.04")).contentType(ContentType.JSON);
    }
}

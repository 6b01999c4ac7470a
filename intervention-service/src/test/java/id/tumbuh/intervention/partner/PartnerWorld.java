package id.tumbuh.intervention.partner;

import static io.restassured.RestAssured.given;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.permission.ConsentTelling;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Partners, their sponsors, and children in a province of the tests' own (97, for pages 87), a kabupaten for each test. */
@ApplicationScoped
public class PartnerWorld {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final String FOREVER = "2099-12-31";
    private static final AtomicInteger NEXT = new AtomicInteger(10);

    private final Telling telling;
    private final ConsentTelling consents;
    private final TestDatabase database;

    PartnerWorld(Telling telling, ConsentTelling consents, TestDatabase database) {
        this.telling = telling;
        this.consents = consents;
        this.database = database;
    }

    /** A child with an open need and the consent to be helped. */
    public record Child(UUID id, Home home, ConsentTelling.Consent consent) {}

    public static String kabupaten() {
        return "97." + NEXT.getAndIncrement();
    }

    public Child child(String desa) {
        return child(desa, null);
    }

    /**
     * A child with an open need.
     *
     * @param partner whom alone the consent serves; null for the programme
     */
    public Child child(String desa, @Nullable String partner) {
        Child child = withoutConsent(desa, partner);
        consents.tell(child.consent(), 1, false);
        return child;
    }

    public Child withoutConsent(String desa, @Nullable String partner) {
        UUID id = UUID.randomUUID();
        Home home = new Home(UUID.randomUUID(), new AreaCode(desa));
        telling.tell(new Fact.Growth(id, 1, DAY, home, Stunting.STUNTED, 14, true));
        telling.tell(new Fact.Residence(id, 1, DAY, home, LocalDate.now(ZONE).minusMonths(19), true, false));
        return new Child(
                id, home, new ConsentTelling.Consent(UUID.randomUUID(), id, home.familyId(), desa, partner, FOREVER));
    }

    public void consent(Child child) {
        consents.tell(child.consent(), 1, false);
    }

    public void withdraw(Child child) {
        consents.tell(child.consent(), 2, true);
    }

    public void close(Child child) {
        telling.tell(new Fact.Growth(child.id(), 2, DAY.plusDays(60), child.home(), Stunting.NORMAL, 16, true));
    }

    public void weigh(Child child, LocalDate day, String weightKg, String lengthForAge, String mark) {
        database.write(
                """
                insert into weighing (measurement_id, child_id, area_code, version, measured_on, age_months, voided, weight_kg,
                    length_for_age, mark) values (?, ?, ?, 1, ?, 14, false, cast(? as numeric), cast(? as numeric), ?)""", UUID.randomUUID(), child.id(), child.home().area().value(), day, weightKg, lengthForAge, mark);
    }

    /** Registers the application; returns the id of a sponsor that it acts for. */
    public UUID partner(String client, String area) {
        register(client, area, false, null).then().statusCode(201);
        return sponsor(client, area, 100);
    }

    public static Response register(String client, String area, boolean suspended, @Nullable String ifMatch) {
        RequestSpecification request = tpps();
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .body("{\"institution\":\"PT Contoh\",\"area\":\"%s\",\"contact\":\"Manajer CSR\",\"suspended\":%s}"
                        .formatted(area, suspended))
                .put("/v1/partners/{client}", client);
    }

    public UUID sponsor(String client, String area, int capacity) {
        UUID id = UUID.randomUUID();
        tpps().body("""
                        {"kind":"COMPANY","institution":"PT Contoh","area":"%s","capacity":%d,"client":"%s","from":"2020-01-01",
                         "until":"2099-12-31"}""".formatted(area, capacity, client))
                .put("/v1/sponsors/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    public static RequestSpecification tpps() {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, "97", "87")).contentType(ContentType.JSON);
    }

    public static RequestSpecification as(String client, String... wilayah) {
        return given().auth()
                .oauth2(TestTokens.tokenOf(client, Roles.PARTNER, wilayah))
                .contentType(ContentType.JSON);
    }

    /** The pseudonyms of whom the partner could help. */
    public static List<String> listed(String client, String area) {
        return as(client, area)
                .get("/v1/partner/needs")
                .then()
                .statusCode(200)
                .extract()
                .path("child");
    }

    public static Response hold(String client, String area, UUID id, String child, UUID sponsor) {
        return as(client, area)
                .body("{\"id\":\"%s\",\"child\":\"%s\",\"sponsorId\":\"%s\"}".formatted(id, child, sponsor))
                .post("/v1/partner/placements");
    }

    public static Response move(String client, String area, UUID id, String action, int version, String body) {
        return as(client, area)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/v1/partner/placements/{id}:" + action, id);
    }
}

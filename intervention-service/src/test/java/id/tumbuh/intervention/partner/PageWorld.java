package id.tumbuh.intervention.partner;

import static io.restassured.RestAssured.given;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.area.AreaTelling;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Children as the pages show them, in a province of the tests' own (87), and a browser as far as HTTP goes. */
@ApplicationScoped
class PageWorld {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final AtomicInteger NEXT = new AtomicInteger(10);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final PartnerWorld world;
    private final TestDatabase database;
    private final AreaTelling areas;

    PageWorld(PartnerWorld world, TestDatabase database, AreaTelling areas) {
        this.world = world;
        this.database = database;
        this.areas = areas;
    }

    /** A partner with a sponsor, in a kabupaten of its own with two kecamatan. */
    record Partner(String client, String area, UUID sponsor) {
        String desa() {
            return area + ".01.2001";
        }

        String token() {
            return TestTokens.tokenOf(client, Roles.PARTNER, area);
        }
    }

    /** A placement and whom it helps. */
    record Helped(UUID placement, PartnerWorld.Child child, String name) {}

    static LocalDate today() {
        return LocalDate.now(WIB);
    }

    Partner partner() {
        String area = "87." + NEXT.getAndIncrement();
        areas.publish(area, 1, Map.of(area + ".01", "Sukamaju <i>", area + ".02", "Karangsari"));
        String client = "csr-halaman-" + area;
        return new Partner(client, area, world.partner(client, area));
    }

    /** Another partner of the same kabupaten. */
    Partner other(Partner one) {
        String client = "csr-lain-" + one.area();
        return new Partner(client, one.area(), world.partner(client, one.area()));
    }

    Helped held(Partner partner) {
        PartnerWorld.Child child = world.child(partner.desa());
        String name = PartnerWorld.listed(partner.client(), partner.area()).getFirst();
        UUID id = UUID.randomUUID();
        PartnerWorld.hold(partner.client(), partner.area(), id, name, partner.sponsor())
                .then()
                .statusCode(201);
        return new Helped(id, child, name);
    }

    Helped committed(Partner partner, LocalDate from) {
        Helped helped = held(partner);
        PartnerWorld.move(
                        partner.client(),
                        partner.area(),
                        helped.placement(),
                        "commit",
                        1,
                        "{\"from\":\"%s\",\"days\":90}".formatted(from))
                .then()
                .statusCode(200);
        database.write("delete from delivery where placement_id = ?", helped.placement());
        return helped;
    }

    /** A boy who is helped for two months, weighed four times, with ten deliveries due and one to come. */
    Helped growing(Partner partner) {
        Helped helped = committed(partner, today().minusDays(70));
        database.write(
                "insert into child_sex (child_id, area_code, version, sex) values (?, ?, 1, 'L')",
                helped.child().id(),
                partner.desa());
        weigh(helped, 75, "8.10", "-2.60", "T");
        weigh(helped, 55, "8.35", "-2.55", "N");
        weigh(helped, 32, "8.60", "-2.48", "N");
        weigh(helped, 4, "8.90", "-2.40", "N");
        for (int week = 1; week <= 10; week++) {
            LocalDate day = today().minusDays(7L * week);
            deliver(helped, day, week == 3 ? "MISSED" : week == 6 ? "REFUSED" : "DELIVERED");
        }
        deliver(helped, today().plusDays(2), "PLANNED");
        return helped;
    }

    void weigh(Helped helped, int daysAgo, String weight, String length, String mark) {
        world.weigh(helped.child(), today().minusDays(daysAgo), weight, length, mark);
    }

    void deliver(Helped helped, LocalDate day, String state) {
        boolean isTold = !state.equals("PLANNED");
        database.write(
                """
                insert into delivery (id, placement_id, child_id, family_id, area_code, item, planned, day, quantity, unit, state,
                    told_day, told_quantity, version)
                values (gen_random_uuid(), ?, ?, ?, ?, 'FOOD', true, ?, 7, 'MEAL_DAY', ?, cast(nullif(?, '') as date), cast(nullif(?, '') as numeric), 1)""",
                helped.placement(),
                helped.child().id(),
                helped.child().home().familyId(),
                helped.child().home().area().value(),
                day,
                state,
                isTold ? day.toString() : "",
                state.equals("DELIVERED") ? "7" : "");
    }

    void askForAVisit(Helped helped) {
        database.write(
                """
                insert into home_visit (id, placement_id, child_id, family_id, area_code, measurement_id, measured_on, cause, field,
                    version)
                values (gen_random_uuid(), ?, ?, ?, ?, gen_random_uuid(), current_date, 'HOME_VISIT', 'DINKES', 1)""",
                helped.placement(),
                helped.child().id(),
                helped.child().home().familyId(),
                helped.child().home().area().value());
    }

    static String page(Partner partner, String path) {
        return open(partner, path).then().statusCode(200).extract().asString();
    }

    static Response open(Partner partner, String path) {
        return browser(partner).get(path);
    }

    /** Signed in by the cookie, as a browser is. */
    static RequestSpecification browser(Partner partner) {
        return given().cookie("tumbuh_partner_session", partner.token())
                .redirects()
                .follow(false);
    }

    /** A form of a page that the partner opened just now. */
    static Response send(Partner partner, String path, Map<String, ?> fields) {
        String token = partner.token();
        RequestSpecification form = given().cookie("tumbuh_partner_session", token)
                .redirects()
                .follow(false)
                .header("Origin", origin())
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", formToken(token));
        fields.forEach((name, value) -> form.formParam(name, value.toString()));
        return form.post(path);
    }

    static String origin() {
        return "http://localhost:" + RestAssured.port;
    }

    static String formToken(String token) {
        Matcher found = TOKEN.matcher(given().cookie("tumbuh_partner_session", token)
                .get("/partner")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        if (!found.find()) {
            throw new AssertionError("no form on the page");
        }
        return found.group(1);
    }
}

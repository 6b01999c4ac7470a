package id.tumbuh.intervention.photo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.delivery.Promises;
import id.tumbuh.intervention.programme.PmtLists;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the kabupaten 96.04, in kecamatan that no other test has. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PhotoResourceTest {
    private static int kecamatan = 60;
    private static int width = 200;

    @Inject
    Promises promises;

    @Inject
    PmtLists lists;

    @Inject
    Telling telling;

    @Inject
    TestDatabase database;

    @Inject
    PhotoStore store;

    @Inject
    ForgetPhotos forget;

    private final String area = "96.04." + kecamatan++ + ".2001";
    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(area));
    private UUID first = new UUID(0, 0);
    private UUID second = new UUID(0, 0);
    private int side;

    @BeforeEach
    void twoDeliveries() {
        side = width++; // a picture that no other test has
        UUID placement = promises.commit(child, home, LocalDate.of(2026, 8, 15), 14);
        var rows = database.rows(
                "select id from delivery where placement_id = ? and item = 'FOOD' order by day", placement);
        first = TestDatabase.id(rows.getFirst(), "id");
        second = TestDatabase.id(rows.getLast(), "id");
    }

    @Test
    void aPhotoIsKeptWithoutItsPlaceAndShownToThoseWhoMaySeeTheDelivery() throws IOException {
        String id = add(first, Pictures.withExif(Pictures.jpeg(side, 100), 1, "-6.1234 106.5678"))
                .then()
                .statusCode(201)
                .body("width", equalTo(side))
                .extract()
                .path("id");

        Response shown = kader().get("/v1/photos/{id}", id);
        shown.then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", equalTo("private, no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        assertThat(new String(shown.asByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("-6.1234");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.asByteArray())).getWidth())
                .isEqualTo(side);
        kader().get("/v1/deliveries/{id}/photos", first).then().body("id", contains(id));

        stranger().get("/v1/photos/{id}", id).then().statusCode(404);
        stranger().get("/v1/deliveries/{id}/photos", first).then().statusCode(404);
        stranger()
                .contentType("image/jpeg")
                .body(Pictures.jpeg(10, 10))
                .post("/v1/deliveries/{id}/photos", first)
                .then()
                .statusCode(404);
    }

    @Test
    void aPhotoOfWhatAProgrammeBroughtIsKeptAndShownAlike() throws IOException {
        UUID helped = UUID.randomUUID();
        LocalDate day = LocalDate.of(2026, 8, 3);
        telling.tell(
                new Fact.Growth(helped, 1, day, new Home(UUID.randomUUID(), home.area()), Stunting.STUNTED, 14, true));
        UUID programme = lists.programme("96.04", "PMT", 2026);
        lists.enrol("96.04", programme, helped, day, day.plusDays(6));
        UUID delivery = TestDatabase.id(
                database.row(
                        "select id from delivery where enrolment_id = ? and day = ?",
                        lists.enrolment(programme, helped),
                        day),
                "id");

        String id = add(delivery, Pictures.withExif(Pictures.jpeg(side, 100), 1, "-6.1234 106.5678"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        kader().get("/v1/deliveries/{id}/photos", delivery).then().body("id", contains(id));
        Response shown = kader().get("/v1/photos/{id}", id);
        shown.then().statusCode(200).contentType("image/jpeg");
        assertThat(new String(shown.asByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("-6.1234", "Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.asByteArray())).getWidth())
                .isEqualTo(side);
        stranger().get("/v1/photos/{id}", id).then().statusCode(404);
        stranger().get("/v1/deliveries/{id}/photos", delivery).then().statusCode(404);
    }

    @Test
    void theSamePhotoSentTwiceIsOneAndStoredOnceForTwoDeliveries() throws IOException {
        byte[] photo = Pictures.jpeg(side, 100);

        String id = add(first, photo).then().statusCode(201).extract().path("id");
        add(first, photo).then().statusCode(200).body("id", equalTo(id));
        add(second, photo).then().statusCode(201);

        kader().get("/v1/deliveries/{id}/photos", first).then().body("", hasSize(1));
        assertThat(database.rows("select distinct hash from photo where delivery_id in (?, ?)", first, second))
                .hasSize(1);
    }

    @Test
    void aPictureIsForgottenWithTheLastPhotoThatShowsIt() throws IOException {
        byte[] photo = Pictures.jpeg(side, 100);
        add(first, photo).then().statusCode(201);
        add(second, photo).then().statusCode(201);
        String hash = TestDatabase.text(database.row("select hash from photo where delivery_id = ?", first), "hash");

        lose(first, hash);
        assertThat(store.get(hash)).isPresent();
        lose(second, hash);

        assertThat(store.get(hash)).isEmpty();
        assertThat(database.rows("select 1 from photo_orphan where hash = ?", hash))
                .isEmpty();
    }

    @Test
    void whatIsNoPhotoIsRefused() throws IOException {
        add(first, new byte[] {1, 2, 3}).then().statusCode(400).body("code", equalTo("PHOTO_UNREADABLE"));
        add(first, Pictures.claiming(Pictures.png(10, 10), 50_000)).then().statusCode(400);
        add(first, new byte[2 * 1024 * 1024 + 1]).then().statusCode(413);
        kader().contentType("image/svg+xml")
                .body("<svg/>")
                .post("/v1/deliveries/{id}/photos", first)
                .then()
                .statusCode(415);
        add(UUID.randomUUID(), Pictures.jpeg(10, 10)).then().statusCode(404);
    }

    @Test
    void aPhotoLargerThanOtherBodiesIsTaken() throws IOException {
        byte[] noise = new byte[1_300_000];
        new Random(1).nextBytes(noise);
        byte[] photo = Pictures.jpeg(side, 100);
        byte[] large = Arrays.copyOf(photo, photo.length + noise.length);
        System.arraycopy(noise, 0, large, photo.length, noise.length);

        add(first, large).then().statusCode(201);
    }

    @Test
    void aDeliveryHasNoMorePhotosThanTheRuleAllows() throws IOException {
        for (int photo = 1; photo <= 5; photo++) {
            add(first, Pictures.jpeg(20 + photo, 20)).then().statusCode(201);
        }
        add(first, Pictures.jpeg(99, 20)).then().statusCode(409).body("code", equalTo("TOO_MANY_PHOTOS"));
        add(first, Pictures.jpeg(21, 20)).then().statusCode(200);
    }

    /** As the erasure of a person does it, then the chore. */
    private void lose(UUID delivery, String hash) {
        database.write("delete from photo where delivery_id = ?", delivery);
        database.write("insert into photo_orphan (hash) values (?)", hash);
        while (forget.forget() > 0) {
            // the next portion
        }
    }

    private Response add(UUID delivery, byte[] photo) {
        return kader().contentType("image/jpeg").body(photo).post("/v1/deliveries/{id}/photos", delivery);
    }

    private static RequestSpecification stranger() {
        return given().auth().oauth2(TestTokens.token(Roles.KADER, "96.05"));
    }

    private RequestSpecification kader() {
        return given().auth().oauth2(TestTokens.token(Roles.KADER, area));
    }
}

package id.tumbuh.measurement.chart;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class GrowthChartResourceTest {

    private static final String SERANG = TestTokens.token(Roles.KADER, "36.04");

    @Inject
    Registry registry;

    @Inject
    Database database;

    @Test
    void chartShowsWhatWasMeasuredAndNothingVoided() {
        Child child = measured();
        UUID voided = measure(child, "2025-09-12", "\"weightKg\":9.77");
        database.write(
                Scope.everywhere(),
                tx -> tx.sql().execute("update measurement set voided = true where id = ?", voided));

        chart(SERANG, child.id(), "svg?index=bbu&lang=id")
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("Content-Disposition", nullValue())
                .body(containsString("8,4 kg, Agu 2025"))
                .body(containsString("Kartu Menuju Sehat (KMS), perempuan, 0\u201324 bulan"))
                .body(not(containsString("9,77")))
                .body(not(containsString(child.id().toString())))
                .body(not(containsString(child.birthDate().toString())));
    }

    @Test
    void everyIndexAndLanguageIsDrawn() {
        Child child = measured();
        for (ChartIndex index : ChartIndex.values()) {
            for (Language language : Language.values()) {
                chart(SERANG, child.id(), "svg?index=" + index.word() + "&lang=" + language.tag())
                        .statusCode(200)
                        .body(containsString(index.title(language)));
            }
        }
    }

    @Test
    void withoutALanguageTheBrowserDecides() {
        Child child = measured();

        chart(SERANG, child.id(), "svg").body(containsString("lang=\"id\""));
        given().auth()
                .oauth2(SERANG)
                .header("Accept-Language", "en-GB,id;q=0.5")
                .get("/v1/children/" + child.id() + "/growth-chart.svg")
                .then()
                .body(containsString("lang=\"en\""));
    }

    @Test
    void svgTravelsCompressed() {
        Child child = measured();

        given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .auth()
                .oauth2(SERANG)
                .get("/v1/children/" + child.id() + "/growth-chart.svg")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void pdfIsOneA5Page() throws IOException {
        Child child = measured();

        byte[] body = chart(SERANG, child.id(), "pdf?index=tbu&lang=id")
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Disposition", equalTo("inline; filename=\"grafik-pertumbuhan.pdf\""))
                .extract()
                .asByteArray();

        try (PDDocument pdf = Loader.loadPDF(body)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(Math.round(pdf.getPage(0).getMediaBox().getWidth() / 72 * 25.4))
                    .isEqualTo(148);
            assertThat(Math.round(pdf.getPage(0).getMediaBox().getHeight() / 72 * 25.4))
                    .isEqualTo(210);
            assertThat(new PDFTextStripper().getText(pdf)).contains("72,5", "Pendek");
        }
    }

    @Test
    void pngIsTwelveHundredPixelsAcross() throws IOException {
        byte[] body = chart(SERANG, measured().id(), "png")
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(body));
        assertThat(image.getWidth()).isEqualTo(1200);
    }

    @Test
    void childThatWasNeverMeasuredHasAnEmptyChart() {
        Child child = aChild();
        registry.says(child);

        chart(SERANG, child.id(), "svg?lang=id").statusCode(200).body(containsString("Belum ada hasil ukur."));
    }

    @Test
    void everyReadingIsAudited() {
        Child child = measured();

        for (String format : List.of("svg", "pdf", "png")) {
            chart(SERANG, child.id(), format).statusCode(200);
        }
        chart(SERANG, child.id(), "svg?index=none").statusCode(400);
        chart(TestTokens.token(Roles.KADER, "17.02"), child.id(), "svg").statusCode(404);

        Integer readings = database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("""
                                select count(*) from audit_entry
                                where action = 'READ' and object_type = 'child' and object_id = :id
                                  and subject = 'kader-tester' and area_code = :area""")
                        .bind("id", child.id().toString())
                        .bind("area", child.area())
                        .mapTo(Integer.class)
                        .one());
        assertThat(readings).isEqualTo(3);
    }

    @Test
    void childOfAnotherAreaIsAsUnknownAsOneThatIsNot() {
        Child child = measured();
        String elsewhere = TestTokens.token(Roles.PUSKESMAS, "17.02");

        for (String id : List.of(child.id().toString(), UUID.randomUUID().toString(), "7")) {
            for (String format : List.of("svg", "pdf", "png")) {
                given().auth()
                        .oauth2(elsewhere)
                        .get("/v1/children/" + id + "/growth-chart." + format)
                        .then()
                        .statusCode(404)
                        .contentType("application/problem+json")
                        .body("code", equalTo("NOT_FOUND"));
            }
        }
    }

    @Test
    void unknownIndexOrLanguageIsNamedButNotRepeated() {
        Child child = measured();

        chart(SERANG, child.id(), "svg?index=3604010101010001")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/index"))
                .body("errors[0].reason", equalTo("UNKNOWN_WORD"))
                .body(not(containsString("3604010101010001")));
        chart(SERANG, child.id(), "pdf?lang=su").statusCode(400).body("errors[0].pointer", equalTo("/lang"));
    }

    @Test
    void rolesThatDoNotReadMeasurementsSeeNoChart() {
        Child child = measured();

        chart(TestTokens.token(Roles.PARTNER, "36.04"), child.id(), "svg").statusCode(403);
        chart(TestTokens.token(Roles.OPD, "36.04"), child.id(), "pdf").statusCode(403);
        given().get("/v1/children/" + child.id() + "/growth-chart.svg").then().statusCode(401);
    }

    private Child measured() {
        Child child = aChild();
        registry.says(child);
        measure(child, "2025-07-12", "\"weightKg\":8.2,\"lengthHeightCm\":71.5");
        measure(child, "2025-08-12", "\"weightKg\":8.4,\"lengthHeightCm\":72.5");
        return child;
    }

    private static UUID measure(Child child, String day, String measures) {
        UUID id = UUID.randomUUID();
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(SERANG)
                .contentType(ContentType.JSON)
                .body("[{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",%s}]"
                        .formatted(id, child.id(), day, measures))
                .post("/v1/measurements:batch")
                .then()
                .statusCode(200)
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private static ValidatableResponse chart(String token, UUID child, String format) {
        return given().auth()
                .oauth2(token)
                .get("/v1/children/" + child + "/growth-chart." + format)
                .then();
    }
}

package id.tumbuh.measurement.skdn;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.measurement.weighing.Weighings;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recaps of two desa of a kecamatan that no other test uses. Registry is not there: see {@link LookUpPlacesTest}. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RecapResourceTest {

    private static int kecamatan = 70;

    @Inject
    Registry registry;

    @Inject
    Weighings weighings;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private String area = "";
    private String upper = "";
    private String lower = "";

    @BeforeEach
    void inNewPlaces() {
        area = "36.04." + kecamatan++;
        upper = area + ".2001";
        lower = area + ".2002";
    }

    @Test
    void desaIsTheSumOfItsPosyanduAndOfThoseWithout() {
        weighed(child(upper, first));
        child(upper, first);
        weighed(child(upper, second));
        weighed(child(upper, null));
        child(lower, null);

        recap(upper)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("form", equalTo("F1"))
                .body("names", equalTo("AWAY"))
                .body("areaName", nullValue())
                .body("rows", hasSize(3))
                .body("rows.find { it.posyanduId == '" + first + "' }.figures.sum.s", equalTo(2))
                .body("rows.find { it.posyanduId == '" + first + "' }.figures.sum.d", equalTo(1))
                .body("rows[2].posyanduId", nullValue())
                .body("rows[2].figures.sum.d", equalTo(1))
                .body("total.sum.s", equalTo(4))
                .body("total.p.s", equalTo(4))
                .body("total.l.s", equalTo(0))
                .body("total.sum.d", equalTo(3))
                .body("total.ratios.dOfS.value", equalTo(0.75f))
                .body("bands.ageBand", equalTo(List.of("12-23")))
                .body("reporting.posyandu", equalTo(2))
                .body("reporting.closed", equalTo(0))
                .body("reporting.notYet.posyanduId", containsInAnyOrder(first.toString(), second.toString()));
    }

    @Test
    void closedMonthEntersAsItWasClosedAndSaysThatItChanged() {
        weighed(child(upper, first));
        close(first);
        weighed(child(upper, first));
        weighed(child(upper, second));

        recap(upper)
                .body("rows.find { it.posyanduId == '" + first + "' }.state", equalTo("CLOSED"))
                .body("rows.find { it.posyanduId == '" + first + "' }.figures.sum.d", equalTo(1))
                .body("rows.find { it.posyanduId == '" + first + "' }.changedSince", equalTo(true))
                .body("rows.find { it.posyanduId == '" + second + "' }.state", equalTo("OPEN"))
                .body("rows.find { it.posyanduId == '" + second + "' }.changedSince", equalTo(false))
                .body("total.sum.d", equalTo(2))
                .body("reporting.closed", equalTo(1))
                .body("reporting.notYet.posyanduId", equalTo(List.of(second.toString())));

        reopen(first);
        recap(upper).body("total.sum.d", equalTo(3)).body("reporting.closed", equalTo(0));
    }

    @Test
    void closedWithoutWeighingIsReportedAsThat() {
        child(upper, first);
        close(first);

        recap(upper).body("reporting.closed", equalTo(1)).body("reporting.withoutWeighing", equalTo(1));
    }

    /** Two of the posyandu's three children live above, one below: all three are counted above, and once. */
    @Test
    void posyanduBelongsToTheDesaWhereMostOfItsChildrenLive() {
        child(upper, first);
        child(upper, first);
        child(lower, first);
        child(lower, second);

        recap(upper).body("rows", hasSize(1)).body("total.sum.s", equalTo(3));
        recap(lower)
                .body("rows.posyanduId", equalTo(List.of(second.toString())))
                .body("total.sum.s", equalTo(1));
        recap(area)
                .body("form", equalTo("F2"))
                .body("rows.areaCode", equalTo(List.of(upper, lower)))
                .body("rows.figures.sum.s", equalTo(List.of(3, 1)))
                .body("total.sum.s", equalTo(4));
    }

    @Test
    void kecamatanTakesClosedFiguresInTheDesaOfTheirPosyandu() {
        weighed(child(upper, first));
        close(first);
        weighed(child(upper, first));
        child(upper, second);
        child(lower, null);

        recap(area)
                .body("rows[0].state", equalTo("PARTLY_CLOSED"))
                .body("rows[0].posyandu", equalTo(2))
                .body("rows[0].closed", equalTo(1))
                .body("rows[0].figures.sum.s", equalTo(2))
                .body("rows[0].figures.sum.d", equalTo(1))
                .body("rows[0].changedSince", equalTo(true))
                .body("rows[1].posyandu", equalTo(0))
                .body("rows[1].figures.sum.s", equalTo(1))
                .body("total.sum.s", equalTo(3));
    }

    @Test
    void workbookAndPagesShowTheSame() throws IOException {
        weighed(child(upper, first));

        byte[] workbook = get("/v1/skdn-recap.xlsx?month=2025-08&area=" + upper, Weighings.PUSKESMAS)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Disposition", equalTo("attachment; filename=\"skdn-F1-" + upper + "-2025-08.xlsx\""))
                .extract()
                .asByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet sheet = read.getFirstSheet();
            assertThat(sheet.read().get(5).getCellText(1)).isEqualTo("Jumlah");
            assertThat(sheet.read().get(5).getCellAsNumber(6).orElseThrow()).isEqualByComparingTo("1");
        }
        byte[] pages = get("/v1/skdn-recap.pdf?month=2025-08&area=" + upper, Weighings.PUSKESMAS)
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();
        try (PDDocument pdf = Loader.loadPDF(pages)) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("Rekap SKDN bulan Agustus 2025 - Desa " + upper)
                    .contains("Layanan registri tidak menjawab")
                    .contains(RecapWording.posyandu(first, null));
        }
    }

    @Test
    void areaWithoutAChildIsARecapOfNothing() {
        recap(upper)
                .statusCode(200)
                .body("rows", hasSize(0))
                .body("total.sum.s", equalTo(0))
                .body("total.ratios.kOfS.value", nullValue());
        get("/v1/skdn-recap.pdf?month=2025-08&area=" + upper, Weighings.PUSKESMAS)
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".xlsx", ".pdf"})
    void areaOfOthersIsNotFound(String format) {
        weighed(child(upper, first));
        String query = "/v1/skdn-recap" + format + "?month=2025-08&area=";

        get(query + upper, TestTokens.token(Roles.PUSKESMAS, "17.02")).statusCode(404);
        get(query + area, TestTokens.token(Roles.TPPS, upper)).statusCode(404);
        get(query + upper, TestTokens.token(Roles.TPPS, upper)).statusCode(200);
        get(query + upper, TestTokens.token(Roles.KADER, upper)).statusCode(403);
        get(query + upper, TestTokens.token(Roles.OPD, upper)).statusCode(403);
        given().get(query + upper).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "month=2025-08, /area, REQUIRED",
        "month=2025-08&area=36.04, /area, NO_RECAP_OF_THIS_AREA",
        "month=2025-08&area=3604202006, /area, NO_RECAP_OF_THIS_AREA",
        "area=36.04.20.2006, /month, REQUIRED",
        "area=36.04.20.2006&month=2025-8, /month, INVALID_MONTH",
        "area=36.04.20.2006&month=2999-01, /month, MONTH_TO_COME"
    })
    void questionThatIsNoneIsNamedAndNotRepeated(String query, String pointer, String reason) {
        for (String format : List.of("", ".xlsx", ".pdf")) {
            get("/v1/skdn-recap" + format + "?" + query, Weighings.PUSKESMAS)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].pointer", equalTo(pointer))
                    .body("errors[0].reason", equalTo(reason))
                    .body(not(containsString("3604202006")));
        }
    }

    private Child child(String desa, @Nullable UUID posyandu) {
        Child child = aChild().in(desa);
        Child registered = posyandu == null ? child : child.at(posyandu);
        registry.says(registered);
        return registered;
    }

    private void weighed(Child child) {
        weighings.measure(child, "2025-08-10", "\"weightKg\":8.2");
    }

    private static void close(UUID posyandu) {
        post("/v1/posyandu/" + posyandu + "/months/2025-08:close");
    }

    private static void reopen(UUID posyandu) {
        post("/v1/posyandu/" + posyandu + "/months/2025-08:reopen?reason=OTHER");
    }

    private static void post(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Weighings.PUSKESMAS)
                .post(path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse recap(String area) {
        return get("/v1/skdn-recap?month=2025-08&area=" + area, Weighings.PUSKESMAS);
    }

    private static ValidatableResponse get(String path, String token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get(path).then();
    }
}

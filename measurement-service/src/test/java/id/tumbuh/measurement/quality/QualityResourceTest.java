package id.tumbuh.measurement.quality;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.measurement.weighing.Announced;
import id.tumbuh.measurement.weighing.Weighings;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class QualityResourceTest {

    private static final String PUSKESMAS = TestTokens.token(Roles.PUSKESMAS, "36.04");

    @Inject
    Registry registry;

    @Inject
    Weighings weighings;

    @Inject
    Announced announced;

    @Inject
    AssessQuality assess;

    private final UUID posyandu = UUID.randomUUID();

    @Test
    void roundedHeightsOfAKitArePointedAt() {
        String area = "36.04.22.2001";
        for (int number = 0; number < 22; number++) {
            Child child = child(area);
            weighings.measure(
                    child,
                    "2025-08-12",
                    "\"weightKg\":8.%d,\"lengthHeightCm\":76.5,\"kit\":\"KIT-1\"".formatted(1 + number % 3));
            weighings.measure(
                    child,
                    "2025-08-13",
                    "\"weightKg\":8.%d,\"lengthHeightCm\":76.%d,\"kit\":\"KIT-2\""
                            .formatted(2 + number % 2, 6 + number % 3));
        }

        quality("36.04.22", "kit")
                .statusCode(200)
                .body("months", equalTo(6))
                .body("rows.key", contains("KIT-1", "KIT-2"))
                .body("rows[0].verdict", equalTo("POOR"))
                .body("rows[0].measured", equalTo(22))
                .body("rows[0].reasons", hasItem("Tinggi badan berakhir ,0 atau ,5: 22 dari 22 (100%)"));
        quality("36.04.22", "measurer").body("rows.key", contains("puskesmas-tester"));
        quality("36.04.22", "posyandu")
                .body("rows.key", contains(posyandu.toString()))
                .body("rows[0].measured", equalTo(44));
        given().auth()
                .oauth2(TestTokens.token(Roles.PUSKESMAS, "17.02"))
                .get("/v1/measuring-quality?area=36.04.22&month=2025-08&by=kit")
                .then()
                .body("rows", hasSize(0));
    }

    @Test
    void posyanduIsAnnouncedWhenSomethingElseIsSaidOfItAndNeverTwiceTheSame() {
        Child child = child(Registry.TUNJUNG_TEJA);
        weighings.measure(child, "2025-07-12", "\"weightKg\":8.1,\"lengthHeightCm\":76.2");
        weighings.measure(child, "2025-08-12", "\"weightKg\":8.1,\"lengthHeightCm\":76.2");

        assess.assessWhatIsDue();
        assess.assessWhatIsDue();

        assertThat(announced.about(posyandu + "/2025-07")).hasSize(1);
        var august = announced.about(posyandu + "/2025-08");
        assertThat(august).hasSize(1);
        assertThat(august.getFirst().body().get("measured").asInt()).isEqualTo(2);
        assertThat(august.getFirst().body().at("/indicators/4/numerator").asInt())
                .isEqualTo(1);

        weighings.measure(child, "2025-07-13", "\"weightKg\":8.2,\"lengthHeightCm\":76.3");
        assess.assessWhatIsDue();

        assertThat(announced.about(posyandu + "/2025-08"))
                .extracting(Announced.Event::sequence)
                .containsExactly(1L, 2L);
        assertThat(announced
                        .about(posyandu + "/2025-08")
                        .getLast()
                        .body()
                        .get("measured")
                        .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "area=36.04&month=2025-08, /area, AREA_TOO_WIDE",
        "month=2025-08, /area, REQUIRED",
        "area=36.04.22, /month, REQUIRED",
        "area=36.04.22&month=x, /month, INVALID_DATE",
        "area=36.04.22&month=2025-08&by=name, /by, UNKNOWN_GROUPING"
    })
    void whatCannotBeReadIsNamed(String query, String pointer, String reason) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(PUSKESMAS)
                .get("/v1/measuring-quality?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
    }

    private Child child(String area) {
        Child child =
                aChild().in(area).correctedTo(Sex.P, LocalDate.of(2024, 3, 17)).at(posyandu);
        registry.says(child);
        return child;
    }

    private static ValidatableResponse quality(String area, String by) {
        return given().auth()
                .oauth2(PUSKESMAS)
                .get("/v1/measuring-quality?area=" + area + "&month=2025-08&by=" + by)
                .then();
    }
}

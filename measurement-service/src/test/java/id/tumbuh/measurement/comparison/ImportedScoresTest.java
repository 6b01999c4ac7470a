package id.tumbuh.measurement.comparison;

import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cause that is named is one that reproduces the other system's figure. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ImportedScoresTest {

    private static final WhoGrowthStandard STANDARD = WhoGrowthStandard.load();
    private static final GrowthIndex HEIGHT = GrowthIndex.LENGTH_HEIGHT_FOR_AGE;
    private static final LocalDate BORN = LocalDate.of(2024, 3, 17);
    private static final LocalDate DAY = LocalDate.of(2025, 8, 12);
    private static final Measures LYING = measures()
            .weightKg(8.4)
            .lengthHeightCm(72.5)
            .position(Position.LYING)
            .build();

    @Inject
    Registry registry;

    @Test
    void systemThatLooksUpCompletedMonthsIsFoundOut() {
        Assessment byMonths = STANDARD.assess(Sex.P, Age.ofMonths(16), LYING);

        assertThat(cause(byMonths.z(HEIGHT))).isEqualTo(LikelyCause.AGE_IN_COMPLETED_MONTHS);
    }

    @Test
    void systemThatTreatsThePositionOtherwiseIsFoundOut() {
        Measures standing = measures()
                .weightKg(8.4)
                .lengthHeightCm(72.5)
                .position(Position.STANDING)
                .build();

        assertThat(cause(STANDARD.assess(Sex.P, Age.on(DAY, BORN), standing).z(HEIGHT)))
                .isEqualTo(LikelyCause.POSITION);
        assertThat(cause(STANDARD.assess(Sex.P, Age.ofMonths(16), standing).z(HEIGHT)))
                .isEqualTo(LikelyCause.AGE_AND_POSITION);
    }

    @Test
    void systemThatScoresGirlsAsBoysIsFoundOut() {
        assertThat(cause(STANDARD.assess(Sex.L, Age.on(DAY, BORN), LYING).z(HEIGHT)))
                .isEqualTo(LikelyCause.SEX);
    }

    /** Ours is -2.47. */
    @ParameterizedTest
    @CsvSource({"-2.5, ROUNDING", "-2.4, OTHER_STANDARD", "-9.99, OTHER_STANDARD", "0, OTHER_STANDARD"})
    void roundedFigureIsFoundOutAndTheRestIsAnotherStandard(double imported, LikelyCause cause) {
        assertThat(cause(imported)).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"-2.47, 0", "-2.46, 0", "-2.48, 0", "-2.45, 1", "-2.49, 1"})
    void oneUnitOfTheLastDecimalIsNoDifference(double imported, int differences) {
        assertThat(scored(imported).differences(STANDARD, 0.01)).hasSize(differences);
    }

    @Test
    void differencesOfAMonthAreListedAndCounted() {
        String area = "36.04.21.2001";
        String token = TestTokens.token(Roles.PUSKESMAS, "36.04.21");
        IntStream.rangeClosed(1, 5).forEach(number -> {
            Child child = aChild().in(area);
            registry.says(child);
            registry.imports(
                    UUID.randomUUID(),
                    1,
                    child.id(),
                    "2025-08-12",
                    ",\"weightKg\":8.4,\"lengthHeightCm\":72.5,\"position\":\"LYING\",\"importedZ\":{\"lengthHeightForAge\":%s}"
                            .formatted(number == 5 ? "-9.0" : number == 1 ? "-2.46" : "-2.5"));
        });

        get(token, "/v1/imported-scores/summary?area=36.04.21&month=2025-08")
                .statusCode(200)
                .body("compared", equalTo(5))
                .body("differing", equalTo(4))
                .body("causes.ROUNDING", equalTo(3))
                .body("causes.OTHER_STANDARD", equalTo(1));
        String link = get(token, "/v1/imported-scores?area=36.04.21&month=2025-08&limit=3")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Link", containsString("rel=\"next\""))
                .body("", hasSize(3))
                .extract()
                .header("Link");
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .get(link.substring(link.indexOf('<') + 1, link.indexOf('>')))
                .then()
                .body("", hasSize(1))
                .body("[0].measuredOn", equalTo("2025-08-12"))
                .body("[0].differences", hasSize(1));
        get(TestTokens.token(Roles.PUSKESMAS, "17.02"), "/v1/imported-scores?area=36.04.21&month=2025-08")
                .body("", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "area=36.04&month=August, /month",
        "area=36.04, /month",
        "month=2025-08, /area",
        "area=3604&month=2025-08, /area",
        "area=36.04&month=2025-08&limit=0, /limit"
    })
    void whatCannotBeReadIsNamed(String query, String pointer) {
        get(TestTokens.token(Roles.PUSKESMAS, "36.04"), "/v1/imported-scores?" + query)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    private static LikelyCause cause(double imported) {
        return scored(imported).differences(STANDARD, 0.01).getFirst().cause();
    }

    private static ScoredElsewhere scored(double imported) {
        return new ScoredElsewhere(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Registry.TUNJUNG_TEJA,
                Sex.P,
                BORN,
                DAY,
                LYING,
                Map.of(HEIGHT, imported));
    }

    private static ValidatableResponse get(String token, String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get(path).then();
    }
}

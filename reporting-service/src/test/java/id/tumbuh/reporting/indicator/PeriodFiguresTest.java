package id.tumbuh.reporting.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.LocalServers;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quarters, semesters and years of a kabupaten in which children were weighed again and again, from a fixed seed. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PeriodFiguresTest {
    private static final String KABUPATEN = "62.11";
    private static final List<String> DESA =
            List.of("62.11.01.2001", "62.11.01.2002", "62.11.02.2001", "62.11.02.2002");
    private static final List<String> STATUS = List.of("NORMAL", "NORMAL", "STUNTED", "SEVERELY_STUNTED");
    private static final int CHILDREN = 60;
    private static long measured;

    @Inject
    Given given;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    /** Weighed in about every second month of 2025, in the south never after August; some measurements are voided again. */
    @BeforeEach
    void aKabupaten() {
        if (measured > 0) {
            return;
        }
        Random random = new Random(62);
        List<Announcement> events = new ArrayList<>(List.of(Given.areas(KABUPATEN, "Contoh")));
        for (int i = 0; i < CHILDREN; i++) {
            UUID child = new UUID(62, i);
            String desa = DESA.get(i % DESA.size());
            LocalDate born = LocalDate.of(2020 + random.nextInt(5), 1 + random.nextInt(12), 10);
            events.add(Given.child(child, 1, desa, "L", born, true));
            for (int month = 1; month <= (desa.startsWith("62.11.02") ? 8 : 11); month++) {
                if (random.nextBoolean()) {
                    Measured one = Measured.of(child, LocalDate.of(2025, month, 1 + random.nextInt(28)), desa)
                            .height(STATUS.get(random.nextInt(STATUS.size())));
                    events.add(one.event());
                    measured++;
                    if (random.nextInt(10) == 0) {
                        events.add(one.voidedNow().event());
                    }
                }
            }
        }
        given.announced(events);
        String counted = "select count(*) from weighing where area_code like '62.11%'";
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(counted(counted)).isEqualTo(measured);
            assertThat(counted("select count(*) from weighing where area_code like '62.11%' and voided"))
                    .isPositive();
            assertThat(counted("select count(*) from child where area_code like '62.11%'"))
                    .isEqualTo(CHILDREN);
        });
    }

    @ParameterizedTest(name = "{0} of {1} in {2}")
    @CsvSource({
        "stunting-prevalence, 62.11, 2025-Q1, 4",
        "stunting-prevalence, 62.11, 2025-S1, 4",
        "stunting-prevalence, 62.11, 2025, 4",
        "stunting-prevalence, 62.11.02, 2025, 4",
        "stunting-prevalence, 62.11.02.2001, 2025-Q4, 4",
        "severe-stunting, 62.11.01, 2025-S2, 8"
    })
    void theStatusOfChildrenIsThatOfTheLatestMonthInWhichAnybodyWasWeighed(
            String code, String area, String period, int bit) {
        Period asked = Period.of(period).orElseThrow();
        String counting = """
                with counting as (
                    select distinct on (child_id, month) month, flags from weighing
                    where not voided and area_code like '%s%%' and age_band < 60 and month between date '%s' and date '%s'
                    order by child_id, month, measured_on desc, measurement_id desc),
                latest as (select max(month) as month from counting where flags & 1 <> 0)
                select count(*) filter (where flags & %d <> 0) from counting join latest using (month)""";
        String first = asked.first() + "-01";
        String last = asked.last() + "-01";

        JsonPath answer = period(code, area, period).statusCode(200).extract().jsonPath();

        assertThat(answer.getLong("numerator")).isEqualTo(counted(counting.formatted(area, first, last, bit)));
        assertThat(answer.getLong("denominator")).isEqualTo(counted(counting.formatted(area, first, last, 2)));
        assertThat(answer.getString("period")).isEqualTo(period);
        assertThat(answer.getList("months")).containsExactly(answer.getString("month"));
    }

    @ParameterizedTest(name = "D/S of {0} in {1}")
    @CsvSource({"62.11, 2025-Q2", "62.11, 2025-S2", "62.11.01, 2025", "62.11.01.2002, 2025-S1"})
    void visitsAreAddedOverTheMonths(String area, String period) {
        Period asked = Period.of(period).orElseThrow();
        String months = "generate_series(date '%s-01', date '%s-01', interval '1 month') as m (month)"
                .formatted(asked.first(), asked.last());

        JsonPath answer = period("weighing-coverage", area, period)
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getLong("numerator"))
                .isEqualTo(counted("select count(distinct (child_id, w.month)) from weighing w join " + months
                        + " on m.month = w.month where not voided and flags & 1 <> 0 and age_band < 60"
                        + " and area_code like '" + area + "%'"));
        assertThat(answer.getLong("denominator"))
                .isEqualTo(counted("select count(*) from child c join " + months
                        + " on c.birth_month <= m.month and c.birth_month >= m.month - interval '60 months'"
                        + " where active and area_code like '" + area + "%'"));
        assertThat(answer.getList("months")).hasSize(asked.length());
        assertThat(answer.getString("month")).isEqualTo(asked.last().toString());
    }

    @Test
    void everyLevelsSumEqualsItsChildrens() {
        for (String code : List.of("stunting-prevalence", "wasting", "weighing-coverage")) {
            for (String period : List.of("2025-Q1", "2025-Q4", "2025-S1", "2025-S2", "2025")) {
                for (String area : List.of("62", KABUPATEN, "62.11.01", "62.11.02")) {
                    JsonPath answer = period(code, area, period).extract().jsonPath();
                    assertThat(sum(answer, "numerator"))
                            .as(code + " " + period + " " + area)
                            .isEqualTo(answer.getLong("numerator"));
                    assertThat(sum(answer, "denominator")).isEqualTo(answer.getLong("denominator"));
                }
                for (String by : List.of("sex", "age-band")) {
                    JsonPath answer = asked(code, KABUPATEN, "?period=" + period + "&by=" + by)
                            .extract()
                            .jsonPath();
                    assertThat(sum(answer, "numerator")).isEqualTo(answer.getLong("numerator"));
                    assertThat(sum(answer, "denominator")).isEqualTo(answer.getLong("denominator"));
                }
            }
        }
    }

    @Test
    void whatThereIsIsThatOfTheEndAndOfARunningPeriodThatOfNow() {
        Period running = Period.semesterOf(MonthCounters.present());
        given.announced(
                Given.family(new UUID(62, 1), 1, DESA.getFirst(), true, List.of("UNSAFE_WATER")),
                Given.family(new UUID(62, 2), 1, DESA.getLast(), true, List.of()));
        String newest = """
                select count(*) from (select distinct on (family_id) * from family_month where area_code like '62.11%%'
                    and month <= date '%s-01' order by family_id, month desc) f where counted and %s""";

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> period("krs-share", KABUPATEN, running.code())
                        .body("numerator", equalTo(1))
                        .body("denominator", equalTo(2))
                        .body("rows.numerator", contains(1, 0)));
        JsonPath answer =
                period("krs-share", KABUPATEN, running.code()).extract().jsonPath();
        assertThat(answer.getLong("numerator"))
                .isEqualTo(counted(newest.formatted(answer.getString("month"), "at_risk")));
        assertThat(answer.getLong("denominator"))
                .isEqualTo(counted(newest.formatted(answer.getString("month"), "targeted")));
        assertThat(answer.getString("month")).isEqualTo(MonthCounters.present().toString());
        period("krs-share", KABUPATEN, running.before().code())
                .body("denominator", equalTo(0))
                .body("value", nullValue())
                .body("month", equalTo(running.before().last().toString()));
    }

    @Test
    void aPeriodWithoutAWeighingIsNoDataAndNotZero() {
        period("stunting-prevalence", KABUPATEN, "2024-S1")
                .statusCode(200)
                .body("denominator", equalTo(0))
                .body("value", nullValue())
                .body("month", equalTo("2024-06"));
    }

    @ParameterizedTest(name = "{0} is refused at {1}: {2}")
    @CsvSource({
        "?period=2025-S3, /period, PERIOD_UNKNOWN",
        "?period=2200-S1, /period, PERIOD_AHEAD",
        "?period=2025-S1&month=2025-07, /month, MONTH_OUTSIDE_PERIOD",
        "?period=2025-S1&asOf=2025-08-01T00:00:00Z, /period, PERIOD_NOT_PUBLISHED",
        "?period=2025-S1&by=shoe-size, /by, OUT_OF_RANGE"
    })
    void aWrongQuestionIsAnsweredWithItsField(String question, String pointer, String reason) {
        asked("stunting-prevalence", KABUPATEN, question)
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
    }

    @Test
    void withAMonthOfThePeriodTheMonthIsMeantAndWithNeitherTheLatest() {
        asked("stunting-prevalence", KABUPATEN, "?period=2025-S1&month=2025-02")
                .body("month", equalTo("2025-02"))
                .body("period", nullValue())
                .body("months", hasSize(1));
        asked("stunting-prevalence", KABUPATEN, "?by=area")
                .body("month", equalTo("2025-11"))
                .body("period", nullValue());
    }

    private static long sum(JsonPath answer, String what) {
        return answer.getList("rows." + what, Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static ValidatableResponse period(String code, String area, String period) {
        return asked(code, area, "?period=" + period);
    }

    private static ValidatableResponse asked(String code, String area, String question) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "62"))
                .get("/v1/indicators/" + code + question + "&area=" + area)
                .then();
    }

    private long counted(String query) {
        return Jdbi.create(url, "reporting_owner", LocalServers.PASSWORD).inTransaction(sql -> {
            sql.execute("select set_config('app.wilayah', '*', true)");
            return sql.createQuery(query).mapTo(Long.class).one();
        });
    }
}

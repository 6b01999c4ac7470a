package id.tumbuh.reporting.bi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two kabupaten of one province; each has ten children, of whom seven were weighed in July 2024, and two families. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BiViewsTest {
    private static final List<String> KABUPATEN = List.of("65.01", "65.02");
    private static final String COUNTED = "select area_code from bi.indicator_month union select area_code from"
            + " bi.recorded_case union select area_code from bi.published_figure";
    private static boolean announced;

    @Inject
    Given given;

    @Inject
    BiLogin logins;

    @BeforeEach
    void twoKabupaten() {
        if (announced) {
            return;
        }
        announced = true;
        List<Announcement> events = new ArrayList<>();
        for (String kabupaten : KABUPATEN) {
            events.add(Given.areas(kabupaten, "Contoh"));
            children(events, kabupaten);
            for (int i = 0; i < 2; i++) {
                events.add(Given.family(
                        new UUID(6500 + place(kabupaten), 100 + i),
                        1,
                        kabupaten + ".01.2001",
                        true,
                        i == 0 ? List.of("UNSAFE_WATER") : List.of()));
            }
        }
        given.announced(events);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(count(logins.superuser(), """
                                select coalesce((select sum(weighed) from growth_counter where area_code = '65.01')
                                    + (select sum(weighed) from growth_counter where area_code = '65.02')
                                    + (select sum(children) from population_counter where area_code in ('65.01', '65.02'))
                                    + (select sum(stunted) from case_counter where area_code in ('65.01', '65.02'))
                                    + (select sum(amount) from month_counter
                                        where area_code in ('65.01', '65.02') and measure = 'families.targeted'), 0)""")).isEqualTo(14L + 20 + 2 + 4));
        for (String kabupaten : KABUPATEN) {
            published(kabupaten);
        }
    }

    private static void children(List<Announcement> events, String kabupaten) {
        for (int i = 0; i < 10; i++) {
            UUID child = new UUID(6500 + place(kabupaten), i);
            String desa = kabupaten + (i < 6 ? ".01.2001" : ".02.2001");
            events.add(Given.child(child, 1, desa, "L", LocalDate.of(2023, 5, 20), true));
            if (i < 7) {
                events.add(Measured.of(child, LocalDate.of(2024, 7, 10), desa)
                        .height(i == 0 ? "SEVERELY_STUNTED" : "NORMAL")
                        .event());
            }
            if (i == 0) {
                events.add(Given.status(child, 1, desa, "SEVERELY_STUNTED"));
            }
        }
    }

    private static int place(String kabupaten) {
        return KABUPATEN.indexOf(kabupaten);
    }

    private static void published(String kabupaten) {
        given().auth()
                .oauth2(TestTokens.token("tpps", kabupaten))
                .contentType("application/json")
                .body("{\"id\":\"%s\",\"area\":\"%s\",\"month\":\"2024-07\"}".formatted(UUID.randomUUID(), kabupaten))
                .post("/v1/publications")
                .then()
                .statusCode(201);
    }

    @Test
    void aLoginSeesItsKabupatenAndNotTheNeighbour() {
        Jdbi serang = logins.of("bi_own", "65.01");

        assertThat(areas(serang))
                .contains("65.01", "65.01.01", "65.01.01.2001", "65.01.02.2001")
                .allMatch(area -> area.startsWith("65.01"));
        for (String view : List.of("indicator_month", "recorded_case", "published_figure")) {
            assertThat(count(serang, "select count(*) from bi." + view + " where area_code = '65.01'"))
                    .as(view)
                    .isPositive();
        }
        assertThat(list(serang, "select area_code from bi.area where in_scope and area_level = 'KECAMATAN'"))
                .containsExactlyInAnyOrder("65.01.01", "65.01.02");
    }

    @Test
    void twoAreasAreBothAndEverywhereIsAlsoTheCountry() {
        assertThat(areas(logins.of("bi_two", "65.01.01", "65.02.02")))
                .contains("65.01.01", "65.01.01.2001", "65.02.02", "65.02.02.2001")
                .allMatch(area -> area.startsWith("65.01.01") || area.startsWith("65.02.02"));
        assertThat(areas(logins.of("bi_all", "*"))).contains("ID", "65", "65.01", "65.02.02.2001");
    }

    @Test
    void aLoginWithoutAnAreaSeesNothing() {
        assertThat(areas(logins.of("bi_nobody"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set app.wilayah = '*'",
                "set app.wilayah_one = '65'",
                "set app.wilayah = ',65.02,'",
                "alter role current_user set app.wilayah = '*'",
                "set role reporting_bi",
                "set row_security = off"
            })
    void nothingThatALoginSetsShowsMore(String attempt) {
        String name = "bi_sly_" + Integer.toHexString(attempt.hashCode());
        Jdbi sly = logins.of(name, "65.01");

        List<String> seen = sly.withHandle(sql -> {
            try {
                sql.execute(attempt);
                return sql.createQuery(COUNTED).mapTo(String.class).list();
            } catch (RuntimeException refused) {
                assertThat(refused).hasMessageMatching("(?s).*(row-level security|permission denied).*");
                return List.of();
            }
        });

        assertThat(seen).allMatch(area -> area.startsWith("65.01"));
        assertThat(areas(logins.as(name))).allMatch(area -> area.startsWith("65.01"));
    }

    @Test
    void theTablesBehindTheViewsShowNoMoreThanTheViews() {
        Jdbi serang = logins.of("bi_deep", "65.01");
        for (String table :
                List.of("growth_counter", "population_counter", "month_counter", "case_counter", "published_figure")) {
            List<String> seen = serang.withHandle(sql -> {
                sql.execute("set app.wilayah = '*'");
                return sql.createQuery("select distinct area_code from " + table)
                        .mapTo(String.class)
                        .list();
            });
            assertThat(seen).as(table).isNotEmpty().allMatch(area -> area.startsWith("65.01"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into bi_login_area (login, area_code, reason) values ('bi_bold', '*', 'mine')",
                "update bi_login_area set area_code = '*'",
                "select * from bi_login_area",
                "insert into growth_counter select * from growth_counter",
                "update case_counter set stunted = 0",
                "delete from month_counter",
                "truncate case_counter",
                "update area set name = 'x'",
                "create table public.mine (a int)",
                "create table bi.mine (a int)",
                "create temp table mine (a int)",
                "create function bi.bi_scope() returns text[] language sql return array['']",
                "select * from stunting_case",
                "select * from child",
                "select * from weighing",
                "select * from audit_entry",
                "select note from publication",
                "set role reporting_owner",
                "set role reporting_app",
                "set session authorization postgres"
            })
    void aLoginCanNeitherWriteNorReadWhatIsOfOneChild(String attempt) {
        Jdbi bold = superuserKnows("bi_bold") ? logins.as("bi_bold") : logins.of("bi_bold", "65.01");

        assertThatThrownBy(() -> bold.useHandle(sql -> sql.execute(attempt))).hasMessageContaining("permission denied");
        assertThat(areas(bold)).contains("65.01").allMatch(area -> area.startsWith("65.01"));
    }

    private boolean superuserKnows(String login) {
        return count(logins.superuser(), "select count(*) from pg_roles where rolname = '" + login + "'") > 0;
    }

    /** Whoever sets app.wilayah would see all of a table that has only the policy of the application. */
    @Test
    void everyTableTheGroupMayReadIsBoundOrPublic() {
        List<String> open = list(logins.superuser(), """
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                    and has_any_column_privilege('reporting_bi', c.oid, 'select, insert, update')
                    and not (c.relrowsecurity and c.relforcerowsecurity and exists (
                        select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
                            and 'reporting_bi'::regrole = any (p.polroles)))""");

        assertThat(open).containsExactlyInAnyOrder("area", "indicator", "publication");
        assertThat(list(logins.superuser(), """
                select relname from pg_class where relnamespace = 'bi'::regnamespace
                    and not coalesce('security_invoker=true' = any (reloptions), false)""")).isEmpty();
    }

    @Test
    void theApplicationSeesWhatItSawAndNothingOfTheLogins() {
        logins.application().useHandle(sql -> {
            sql.execute("set app.wilayah = ',65.02,'");
            assertThat(sql.createQuery("select distinct left(area_code, 5) from growth_counter")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("65.02");
        });
        assertThatThrownBy(() -> count(logins.application(), "select count(*) from bi_login_area"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void figuresAreThoseOfTheApi() {
        Jdbi serang = logins.of("bi_same", "65.01");
        List<String> codes = list(serang, "select indicator_code from bi.indicator");
        assertThat(codes).hasSizeGreaterThan(10);
        for (String code : codes) {
            for (String month :
                    List.of("2024-07", "2024-08", MonthCounters.present().toString())) {
                for (String area : List.of("65.01", "65.01.02", "65.01.01.2001", "65.01.02.2002")) {
                    same(code, area, month, serang);
                }
            }
        }
        assertThat(row(serang, "stunting-prevalence", "65.01", "2024-07"))
                .containsEntry("numerator", 1L)
                .containsEntry("denominator", 7L)
                .containsEntry("percent", new BigDecimal("14.2857"))
                .containsEntry("coverage_percent", new BigDecimal("70.0000"));
    }

    private static void same(String code, String area, String month, Jdbi login) {
        JsonPath api = given().auth()
                .oauth2(TestTokens.token("tpps", "65.01"))
                .queryParam("area", area)
                .queryParam("month", month)
                .get("/v1/indicators/" + code)
                .jsonPath();
        Map<String, Object> row = row(login, code, area, month);
        String what = code + " " + area + " " + month;
        assertThat(api.getLong("denominator")).as(what).isEqualTo(row.getOrDefault("denominator", 0L));
        assertThat(api.getLong("numerator")).as(what).isEqualTo(row.getOrDefault("numerator", 0L));
        assertThat(number(api.get("value"))).as(what).isEqualTo(number(row.get("percent")));
        assertThat(number(api.get("coverage"))).as(what).isEqualTo(number(row.get("coverage_percent")));
    }

    private static String number(@Nullable Object value) {
        return value == null ? "none" : "%.3f".formatted(new BigDecimal(value.toString()));
    }

    private static Map<String, Object> row(Jdbi login, String code, String area, String month) {
        return login.withHandle(sql -> sql.createQuery(
                        "select numerator, denominator, percent, coverage_percent from bi.indicator_month"
                                + " where indicator_code = :code and area_code = :area and month = :month")
                .bind("code", code)
                .bind("area", area)
                .bind("month", YearMonth.parse(month).atDay(1))
                .mapToMap()
                .findOne()
                .orElse(Map.of()));
    }

    @Test
    void aMonthInWhichNobodyCameIsThereWithWhoWasExpected() {
        Jdbi serang = logins.of("bi_gap", "65.01");

        assertThat(row(serang, "weighing-coverage", "65.01", "2024-08"))
                .containsEntry("numerator", 0L)
                .containsEntry("denominator", 10L)
                .containsEntry("percent", new BigDecimal("0.0000"));
        assertThat(row(serang, "stunting-prevalence", "65.01", "2024-08")).containsEntry("percent", null);
    }

    @Test
    void publishedFiguresTellWhichRevisionIsTheNewest() {
        Jdbi serang = logins.of("bi_published", "65.01");
        Map<String, Object> figure =
                serang.withHandle(sql -> sql.createQuery("""
                        select numerator, denominator, percent, newest, area_name, coverage_percent from bi.published_figure
                        where area_code = '65.01' and indicator_code = 'stunting-prevalence' and month = '2024-07-01'""").mapToMap().one());
        assertThat(figure)
                .containsEntry("numerator", 1L)
                .containsEntry("denominator", 7L)
                .containsEntry("percent", new BigDecimal("14.2857"))
                .containsEntry("coverage_percent", new BigDecimal("70.0000"))
                .containsEntry("newest", true)
                .containsEntry("area_name", "Contoh");
    }

    /** docs/bi.md is what somebody who draws figures has in hand. */
    @Test
    void theDictionaryNamesEveryViewAndColumn() throws IOException {
        Path document = Path.of(Objects.requireNonNull(System.getProperty("tumbuh.root")), "docs", "bi.md");
        List<String> documented = new ArrayList<>();
        String view = "";
        Pattern heading = Pattern.compile("### (bi\\.\\w+)");
        Pattern column = Pattern.compile("\\| `(\\w+)` \\| .+ \\|");
        for (String line : Files.readAllLines(document)) {
            var named = heading.matcher(line);
            var described = column.matcher(line);
            if (named.matches()) {
                view = named.group(1);
            } else if (described.matches()) {
                documented.add(view + "." + described.group(1));
            }
        }

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(list(
                        logins.superuser(),
                        "select 'bi.' || table_name || '.' || column_name from information_schema.columns"
                                + " where table_schema = 'bi'"));
    }

    private static List<String> areas(Jdbi login) {
        return list(login, COUNTED);
    }

    private static List<String> list(Jdbi login, String query) {
        return login.withHandle(
                sql -> sql.createQuery(query).mapTo(String.class).list());
    }

    private static long count(Jdbi login, String query) {
        return login.withHandle(sql -> sql.createQuery(query).mapTo(Long.class).one());
    }
}

package id.tumbuh.reporting.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.growth.Recomputation;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Families by the end of each month, in a kabupaten for each story. */
@QuarkusTest
@WithTestResource(RealServers.class)
class FamilyCountersTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    FamilyConsumer consumer;

    @Inject
    Figures figures;

    @Inject
    Indicators indicators;

    @Inject
    Recomputation recomputation;

    private final UUID family = UUID.randomUUID();
    private long offset;

    @Test
    void overTheRealBrokerAFamilyAtRiskIsCountedAtEveryLevelNow() {
        given.announced(
                Given.family(family, 1, "83.01.01.2001", true, List.of("UNSAFE_WATER")),
                Given.companion(
                        UUID.randomUUID(),
                        1,
                        family,
                        "83.01.01.2001",
                        MonthCounters.present().minusMonths(1).atDay(1),
                        null));

        for (String area : List.of("83.01.01.2001", "83.01.01", "83.01")) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(figure("krs-companioned", area, MonthCounters.present())
                                    .numerator())
                            .isOne());
        }
        assertThat(figure("krs-share", "83.01", MonthCounters.present()))
                .isEqualTo(figure("krs-water", "83.01", MonthCounters.present()));
    }

    @ParameterizedTest(name = "at the end of {0} {1} of {2} are at risk, {3} newly")
    @CsvSource({
        "2025-10, 0, 0, 0",
        "2025-11, 0, 1, 0",
        "2025-12, 1, 1, 1",
        "2026-01, 1, 1, 0",
        "2026-02, 1, 1, 0",
        "2026-03, 0, 1, 0",
        "2026-04, 0, 1, 0",
        "2026-05, 1, 1, 0",
        "2027-01, 1, 1, 0"
    })
    void whatWasKnownAtTheEndOfTheMonthCounts(YearMonth month, long atRisk, long targeted, long newly) {
        String desa = "83.02.01.2001";
        apply(at("2025-11-30T16:59:59Z", Given.family(family, 1, desa, true, List.of())));
        // an hour before midnight in Jakarta it is still yesterday in Greenwich
        apply(at("2025-11-30T17:00:00Z", Given.family(family, 2, desa, true, List.of("UNSAFE_WATER"))));
        apply(at(
                "2026-03-05T02:00:00Z",
                Given.family(family, 3, desa, true, List.of("UNSAFE_WATER", "TOO_MANY_CHILDREN"))));
        apply(at("2026-03-20T02:00:00Z", Given.family(family, 4, desa, true, List.of())));
        apply(at("2026-05-02T02:00:00Z", Given.family(family, 5, desa, true, List.of("UNSAFE_SANITATION"))));
        assertThat(figure("krs-share", "83.02", month).numerator()).isEqualTo(atRisk);
        assertThat(figure("krs-share", "83.02", month).denominator()).isEqualTo(targeted);
        assertThat(figure("krs-new", "83.02", month).numerator()).isEqualTo(newly);

        forget(family);
        assertThat(figure("krs-share", "83.02", month).denominator()).isZero();
    }

    @Test
    void withAFamilyThatMovesItsRiskMovesFromThatMonthOn() {
        apply(at("2026-01-10T02:00:00Z", Given.family(family, 1, "83.03.01.2001", true, List.of("UNSAFE_WATER"))));
        apply(at("2026-03-10T02:00:00Z", Given.family(family, 2, "83.03.02.2001", true, List.of("UNSAFE_WATER"))));

        assertThat(figure("krs-share", "83.03.01", MARCH.minusMonths(1)).numerator())
                .isOne();
        assertThat(figure("krs-share", "83.03.01", MARCH).numerator()).isZero();
        assertThat(figure("krs-share", "83.03.02", MARCH).numerator()).isOne();
        assertThat(figure("krs-share", "83.03", MARCH).numerator()).isOne();
    }

    @ParameterizedTest(name = "in the care from {0} until {1}: at the end of March {2}")
    @CsvSource({
        "2026-03-31, , 1",
        "2026-04-01, , 0",
        "2026-01-01, 2026-03-31, 0",
        "2026-01-01, 2026-04-01, 1",
    })
    void whoIsInTheCareOfATeamWhenTheMonthEndsIsAccompanied(LocalDate from, LocalDate until, long accompanied) {
        String desa = "83.04.01.2001";
        apply(at("2026-01-10T02:00:00Z", Given.family(family, 1, desa, true, List.of("UNSAFE_WATER"))));
        apply(at("2026-05-10T02:00:00Z", Given.companion(UUID.randomUUID(), 1, family, desa, from, until)));

        assertThat(figure("krs-companioned", "83.04", MARCH).numerator()).isEqualTo(accompanied);
        assertThat(figure("krs-companioned", "83.04", MARCH).denominator()).isOne();
        forget(family);
    }

    @ParameterizedTest(name = "visited on {0}, which counts: {1}; in March {2}, in April {3}")
    @CsvSource({
        "2026-02-28, true, 0, 0",
        "2026-03-01, true, 1, 0",
        "2026-03-31, true, 1, 0",
        "2026-03-31, false, 0, 0",
        "2026-04-01, true, 0, 1"
    })
    void aFamilyAtRiskIsUnderSurveillanceInTheMonthInWhichItIsVisited(
            LocalDate on, boolean counts, long march, long april) {
        String desa = "53.01.01.2001";
        apply(at("2026-01-10T02:00:00Z", Given.family(family, 1, desa, true, List.of("UNSAFE_WATER"))));
        ReceivedEvent visit = at("2026-05-10T02:00:00Z", Given.visit(family, desa, on, counts));
        apply(visit);
        apply(visit);

        assertThat(figure("krs-visited", "53.01", MARCH).numerator()).isEqualTo(march);
        assertThat(figure("krs-visited", "53.01", MARCH.plusMonths(1)).numerator())
                .isEqualTo(april);
        assertThat(figure("krs-visited", "53.01", MARCH).denominator()).isOne();
        forget(family);
        assertThat(figure("krs-visited", "53.01", MARCH).numerator()).isZero();
    }

    @Test
    void aFamilyFoundToBeAnotherIsNotCountedAndBackAgainWhenThatIsUndone() {
        apply(at("2026-01-10T02:00:00Z", Given.family(family, 1, "83.05.01.2001", true, List.of("UNSAFE_WATER"))));
        apply(at("2026-03-10T02:00:00Z", merged(2)));
        assertThat(figure("krs-share", "83.05", MARCH).denominator()).isZero();
        assertThat(figure("krs-share", "83.05", MARCH.minusMonths(1)).denominator())
                .isOne();

        apply(at("2026-03-11T02:00:00Z", Given.family(family, 3, "83.05.01.2001", true, List.of("UNSAFE_WATER"))));
        assertThat(figure("krs-share", "83.05", MARCH).numerator()).isOne();
    }

    /** Thousands of histories: whatever the order, the portions and the repeats, the counters are those of a count from scratch. */
    @Test
    void aHistoryIsCountedAlikeInAnyOrderAndEqualsACountFromScratch() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<ReceivedEvent> story = story(random, "83.06.0" + (1 + seed % 3) + ".2001");
            List<ReceivedEvent> told = new ArrayList<>(story);
            IntStream.range(0, story.size() / 3).forEach(_ -> told.add(story.get(random.nextInt(story.size()))));
            Collections.shuffle(told, random);
            for (int from = 0; from < told.size(); ) {
                int to = Math.min(told.size(), from + 1 + random.nextInt(12));
                apply(told.subList(from, to));
                from = to;
            }
        }
        Recomputation.Compared compared = recomputation.compare().stocks();
        assertThat(compared.compared()).isGreaterThan(100);
        assertThat(compared.different()).isZero();
        assertThat(figure("krs-share", "83.06", YearMonth.of(2026, 11)).denominator())
                .isPositive();
    }

    /** Five families over two years, who move, are flagged and cleared, merged and accompanied. */
    private List<ReceivedEvent> story(Random random, String desa) {
        List<ReceivedEvent> story = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            UUID one = UUID.randomUUID();
            Instant time = Instant.parse("2024-11-03T02:00:00Z");
            for (int version = 1; version <= 6; version++) {
                time = time.plus(Duration.ofDays(random.nextInt(120)));
                String area = random.nextInt(4) == 0 ? desa.replace(".2001", ".2002") : desa;
                List<String> factors = random.nextBoolean() ? List.of() : List.of("UNSAFE_WATER", "UNSAFE_SANITATION");
                story.add(at(time.toString(), Given.family(one, version, area, random.nextInt(5) > 0, factors)));
            }
            UUID assignment = UUID.randomUUID();
            LocalDate from = LocalDate.of(2024, 12, 1).plusDays(random.nextInt(500));
            story.add(at("2026-06-01T02:00:00Z", Given.companion(assignment, 1, one, desa, from, null)));
            story.add(at(
                    "2026-07-01T02:00:00Z",
                    Given.companion(assignment, 2, one, desa, from, from.plusDays(random.nextInt(200)))));
            for (int visit = random.nextInt(4); visit > 0; visit--) {
                story.add(at("2026-07-01T02:00:00Z", Given.visit(one, desa, from.plusDays(random.nextInt(300)), true)));
            }
        }
        return story;
    }

    private Announcement merged(long version) {
        return Given.event(
                "registry.families",
                "registry.family-merged",
                family.toString(),
                family.toString(),
                version,
                """
                {"familyId":"%s","version":%d,"areaCode":"83.05.01.2001","targeted":false,"targetCategories":[],"atRisk":false,
                "riskFactors":[],"ruleVersion":"1","mergedInto":"%s"}""".formatted(family, version, UUID.randomUUID()));
    }

    private void apply(ReceivedEvent event) {
        apply(List.of(event));
    }

    private void apply(List<ReceivedEvent> events) {
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, events);
            return true;
        });
    }

    private void forget(UUID one) {
        database.write(
                Scope.everywhere(),
                tx -> EraseFamily.of(tx, new ErasureNotice(UUID.randomUUID(), one, true, List.of(), List.of())));
    }

    private ReceivedEvent at(String time, Announcement event) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                event.type(),
                event.topic(),
                0,
                offset++,
                event.key(),
                event.sequence(),
                Instant.parse(time),
                null,
                Objects.requireNonNull(event.body()));
    }

    private Figure figure(String code, String area, YearMonth month) {
        return indicators
                .of(code)
                .of(database.read(Scope.everywhere(), sql -> figures.sums(sql, List.of(area), month))
                        .getOrDefault(area, Sums.NONE));
    }
}

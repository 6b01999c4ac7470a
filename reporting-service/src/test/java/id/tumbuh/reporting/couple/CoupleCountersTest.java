package id.tumbuh.reporting.couple;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Couples who plan to marry, by the end of each month; a kabupaten for each story. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CoupleCountersTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate REGISTERED = LocalDate.of(2026, 1, 15);

    @Inject
    Database database;

    @Inject
    Given given;

    @Inject
    CoupleConsumer consumer;

    @Inject
    Figures figures;

    @Inject
    Indicators indicators;

    @Inject
    Recomputation recomputation;

    private final UUID couple = UUID.randomUUID();

    @Test
    void overTheRealBrokerOneOfTwoCouplesHasATeamAndTheOtherWasChecked() {
        UUID other = UUID.randomUUID();
        given.announced(
                Given.couple(couple, 1, "51.01.01.2001", REGISTERED, null),
                Given.couple(other, 1, "51.01.02.2001", REGISTERED, null),
                Given.companionOfCouple(UUID.randomUUID(), 1, couple, "51.01.01.2001", REGISTERED, null),
                Given.coupleCheck(UUID.randomUUID(), 1, other, "51.01.02.2001", REGISTERED, false));

        YearMonth now = MonthCounters.present();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(figure("couples-companioned", "51.01", now).numerator()).isOne();
            assertThat(figure("couples-checked", "51.01", now).numerator()).isOne();
            assertThat(figure("couples-checked", "51.01", now).denominator()).isEqualTo(2);
        });
        assertThat(figure("couples-companioned", "51.01.01", now).numerator()).isOne();
        assertThat(figure("couples-checked", "51.01.01", now).numerator()).isZero();
    }

    @ParameterizedTest(name = "in care from {0} until {1}, married on {2}: at the end of March {3} of {4}")
    @CsvSource({
        "2026-03-31, , , 1, 1",
        "2026-04-01, , , 0, 1",
        "2026-02-01, 2026-03-31, , 0, 1",
        "2026-02-01, 2026-04-01, , 1, 1",
        "2026-02-01, , 2026-03-31, 0, 0",
        "2026-02-01, , 2026-04-01, 1, 1"
    })
    void aCoupleCountsWhileItPlansAndIsInSomebodysCare(
            LocalDate from, LocalDate until, LocalDate married, long cared, long planned) {
        apply(List.of(
                event(Given.companionOfCouple(UUID.randomUUID(), 2, couple, "51.02.01.2001", from, until)),
                event(Given.couple(couple, 2, "51.02.01.2001", REGISTERED, married)),
                event(Given.couple(couple, 1, "51.02.01.2001", REGISTERED, null))));

        assertThat(figure("couples-companioned", "51.02", MARCH).numerator()).isEqualTo(cared);
        assertThat(figure("couples-companioned", "51.02", MARCH).denominator()).isEqualTo(planned);
        erase();
        assertThat(figure("couples-companioned", "51.02", MARCH).denominator()).isZero();
    }

    @Test
    void aCheckCountsFromItsDayOnUnlessItIsTakenBack() {
        UUID check = UUID.randomUUID();
        apply(List.of(
                event(Given.couple(couple, 1, "51.03.01.2001", REGISTERED, null)),
                event(Given.coupleCheck(check, 1, couple, "51.03.01.2001", LocalDate.of(2026, 3, 31), false))));
        assertThat(figure("couples-checked", "51.03", MARCH.minusMonths(1)).numerator())
                .isZero();
        assertThat(figure("couples-checked", "51.03", MARCH).numerator()).isOne();
        assertThat(figure("couples-checked", "51.03", MARCH.plusMonths(5)).numerator())
                .isOne();

        apply(List.of(event(Given.coupleCheck(check, 2, couple, "51.03.01.2001", LocalDate.of(2026, 3, 31), true))));
        assertThat(figure("couples-checked", "51.03", MARCH).numerator()).isZero();
    }

    @Test
    void anErasedCoupleLeavesTheFiguresAndDoesNotComeBack() {
        apply(List.of(
                event(Given.couple(couple, 1, "51.04.01.2001", REGISTERED, null)),
                event(Given.companionOfCouple(UUID.randomUUID(), 1, couple, "51.04.01.2001", REGISTERED, null)),
                event(Given.coupleCheck(UUID.randomUUID(), 1, couple, "51.04.01.2001", REGISTERED, false))));

        assertThat(erase()).isEqualTo(3);

        assertThat(figure("couples-checked", "51.04", MARCH).denominator()).isZero();
    }

    @Test
    void storiesInAnyOrderEqualACountFromScratch() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<ReceivedEvent> told = story(random);
            told.add(told.get(random.nextInt(told.size())));
            Collections.shuffle(told, random);
            int cut = random.nextInt(told.size());
            apply(told.subList(0, cut));
            apply(told.subList(cut, told.size()));
        }
        assertThat(recomputation.compare().stocks().different()).isZero();
        assertThat(figure("couples-companioned", "51.05", YearMonth.of(2026, 6)).numerator())
                .isPositive();
    }

    /** Six couples who move, marry, are cared for and checked. */
    private static List<ReceivedEvent> story(Random random) {
        List<ReceivedEvent> told = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            UUID one = UUID.randomUUID();
            String area = "51.05.0" + (1 + random.nextInt(4)) + ".2001";
            LocalDate registered = REGISTERED.plusDays(random.nextInt(200));
            told.add(event(Given.couple(one, 1, area, registered, null)));
            told.add(event(Given.couple(
                    one, 2, area.replace("2001", "2002"), registered, registered.plusDays(random.nextInt(300)))));
            UUID care = UUID.randomUUID();
            LocalDate from = registered.plusDays(random.nextInt(60));
            told.add(event(Given.companionOfCouple(care, 1, one, area, from, null)));
            told.add(event(Given.companionOfCouple(care, 2, one, area, from, from.plusDays(random.nextInt(120)))));
            UUID check = UUID.randomUUID();
            told.add(event(Given.coupleCheck(check, 1, one, area, from, false)));
            told.add(event(Given.coupleCheck(check, 2, one, area, from.plusDays(40), random.nextInt(3) == 0)));
        }
        return told;
    }

    private long erase() {
        return database.write(
                Scope.everywhere(),
                tx -> CoupleHistories.erase(
                        tx, new ErasureNotice(UUID.randomUUID(), UUID.randomUUID(), true, List.of(), List.of(couple))));
    }

    private void apply(List<ReceivedEvent> events) {
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, events);
            return true;
        });
    }

    private static ReceivedEvent event(Announcement event) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                event.type(),
                event.topic(),
                0,
                0,
                event.key(),
                event.sequence(),
                Instant.EPOCH,
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

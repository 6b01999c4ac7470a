package id.tumbuh.reporting.quality;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The consumer is called itself: what it does with twice and with older must not depend on when Kafka delivers. */
@QuarkusTest
@WithTestResource(RealServers.class)
class QualityConsumerTest {
    private static final String DESA = "82.07.01.2001";

    @Inject
    Database database;

    @Inject
    QualityConsumer consumer;

    @Inject
    Qualities qualities;

    @Test
    void theSameAndOlderAssessmentsChangeNothing() {
        UUID posyandu = new UUID(827, 1);
        Assessed first = Assessed.of(posyandu, "2024-07", DESA).cases(0);
        Assessed second = first.version(2).cases(5);

        apply(first);
        assertThat(quality("82.07.01", "2024-07").noCase()).isEqualTo(1);
        apply(second);
        apply(second);
        apply(first);

        MeasuringQuality quality = quality("82.07.01", "2024-07");
        assertThat(quality.posyandu()).isEqualTo(1);
        assertThat(quality.noCase()).isZero();
        assertThat(weakest("82.07.01")).isEmpty();
    }

    @Test
    void ofSeveralInOnePollTheNewestCounts() {
        UUID posyandu = new UUID(827, 2);
        Assessed first = Assessed.of(posyandu, "2024-07", "82.07.02.2001").rounded(40);

        apply(first.version(3).rounded(10), first.version(1), first.version(2));

        assertThat(quality("82.07.02", "2024-07").roundedHeights()).isEqualTo(10);
    }

    @Test
    void theNewestMonthOfEachPosyanduCountsAndNoLongerThanTheWindow() {
        UUID posyandu = new UUID(827, 3);
        apply(
                Assessed.of(posyandu, "2024-01", "82.07.03.2001").rounded(11),
                Assessed.of(posyandu, "2024-03", "82.07.03.2001").rounded(13),
                Assessed.of(posyandu, "2025-01", "82.07.03.2001").rounded(15));

        assertThat(quality("82.07.03", "2023-12").posyandu()).isZero();
        assertThat(quality("82.07.03", "2024-01").roundedHeights()).isEqualTo(11);
        assertThat(quality("82.07.03", "2024-02").roundedHeights()).isEqualTo(11);
        assertThat(quality("82.07.03", "2024-08").roundedHeights())
                .as("March is the first of six months")
                .isEqualTo(13);
        assertThat(quality("82.07.03", "2024-09").posyandu())
                .as("and one month later it tells nothing")
                .isZero();
    }

    @Test
    void figuresAddUpAndTheWeakestComesFirst() {
        UUID well = new UUID(827, 10);
        UUID rounding = new UUID(827, 11);
        UUID withoutCase = new UUID(827, 12);
        UUID both = new UUID(827, 13);
        String area = "82.07.04.2001";
        apply(
                Assessed.of(well, "2024-07", area),
                Assessed.of(rounding, "2024-07", area).rounded(40),
                Assessed.of(withoutCase, "2024-07", area).cases(0),
                Assessed.of(both, "2024-07", area).cases(0).rounded(30));

        MeasuringQuality quality = quality("82.07.04", "2024-07");
        assertThat(quality.posyandu()).isEqualTo(4);
        assertThat(quality.noCase()).isEqualTo(2);
        assertThat(quality.poor()).isEqualTo(2);
        assertThat(quality.roundedHeights()).isEqualTo(8 + 40 + 8 + 30);
        assertThat(quality.heights()).isEqualTo(160);
        assertThat(quality.implausible()).isEqualTo(4);
        assertThat(quality.spread()).isCloseTo(1.1, within(1e-9));
        assertThat(weakest("82.07.04"))
                .extracting(WeakPosyandu::posyanduId)
                .containsExactly(both, rounding, withoutCase);
        assertThat(weakest("82.07.04").getFirst().signs())
                .extracting(WeakPosyandu.Sign::code)
                .containsExactly("ROUNDED_HEIGHTS", "NO_CASE");
    }

    @Test
    void anotherKabupatenSeesNothingOfIt() {
        apply(Assessed.of(new UUID(827, 20), "2024-07", "82.07.05.2001").cases(0));

        Qualities.Window window = new Qualities.Window("82.07.05", YearMonth.of(2024, 7), 6);
        Scope stranger = Scope.of(List.of(new AreaCode("82.08")));
        assertThat(database.read(stranger, sql -> qualities.of(sql, window)).posyandu())
                .isZero();
        List<WeakPosyandu> weakest = database.read(stranger, sql -> qualities.weakest(sql, window, 10));
        assertThat(weakest).isEmpty();
        // The code of another area may begin alike: 82.07.05 is none of 82.07.0.
        assertThat(quality("82.07.06", "2024-07").posyandu()).isZero();
    }

    @Test
    void aMonthThatIsNoneIsSetAsideAndATombstoneIsNothing() {
        Assessed wrong = Assessed.of(new UUID(827, 30), "2024-13", "82.07.08.2001");
        assertThatThrownBy(() -> apply(wrong)).isInstanceOf(UnreadableEvent.class);

        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, List.of(received(wrong.event(), new byte[0])));
            return null;
        });
        assertThat(quality("82.07.08", "2024-12").posyandu()).isZero();
    }

    private void apply(Assessed... assessments) {
        List<ReceivedEvent> events = Stream.of(assessments)
                .map(Assessed::event)
                .map(event -> received(event, requireNonNull(event.body())))
                .toList();
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, events);
            return null;
        });
    }

    private static ReceivedEvent received(Announcement event, byte[] body) {
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
                body);
    }

    private MeasuringQuality quality(String area, String month) {
        return database.read(
                Scope.everywhere(), sql -> qualities.of(sql, new Qualities.Window(area, YearMonth.parse(month), 6)));
    }

    private List<WeakPosyandu> weakest(String area) {
        return database.read(
                Scope.everywhere(),
                sql -> qualities.weakest(sql, new Qualities.Window(area, YearMonth.of(2024, 7), 6), 10));
    }
}

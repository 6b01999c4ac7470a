package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.faltering.NewestWeighing;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Permenkes;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardPolicy;
import id.tumbuh.measurement.kms.CardPolicyFixture;
import id.tumbuh.measurement.roster.GrowthStatus;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.stunting.HeightFinding;
import id.tumbuh.measurement.stunting.StuntingStatus;
import id.tumbuh.measurement.weighing.StandingCards.StandingCard;
import id.tumbuh.measurement.weighing.StandingCards.StandingWeighing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * However the revisions of a child's measurements come, early, late, twice, corrected before they were there, the state they
 * leave is one and the same: 10,000 seeded histories, each in 20 orders. Filled in step by step as the service does it, from the
 * month of the change on, and compared with the card filled in at once.
 */
class OrderOfArrivalTest {

    private static final int HISTORIES = 10_000;
    private static final int ORDERS = 20;
    private static final WhoGrowthStandard STANDARD = WhoGrowthStandard.load();
    private static final CardPolicy CARD = CardPolicyFixture.CARD;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 1);

    /** A revision as it arrives; the highest version of an id counts. */
    private record Arrival(AssessedMeasurement revision) {
        UUID id() {
            return revision.measurement().id();
        }
    }

    /** What is known of the child after everything came. */
    private record State(Map<UUID, String> measurements, Stunting stunting, String newest) {}

    @Test
    void orderOfArrivalLeavesTheSameState() {
        Random random = new Random(5408);
        for (int history = 0; history < HISTORIES; history++) {
            RosteredChild child = aChild(random);
            List<Arrival> arrivals = arrivals(child, random);
            State expected = atOnce(child, arrivals);
            for (int order = 0; order < ORDERS; order++) {
                List<Arrival> shuffled = new ArrayList<>(arrivals);
                shuffled.add(arrivals.get(random.nextInt(arrivals.size())));
                shuffled.add(arrivals.get(random.nextInt(arrivals.size())));
                Collections.shuffle(shuffled, random);

                assertThat(oneByOne(child, shuffled))
                        .as("history %d, order %d", history, order)
                        .isEqualTo(expected);
            }
        }
    }

    private static State oneByOne(RosteredChild child, List<Arrival> arrivals) {
        Map<UUID, AssessedMeasurement> stored = new HashMap<>();
        NewestWeighing newest = NewestWeighing.NONE;
        for (Arrival arrival : arrivals) {
            AssessedMeasurement standing = stored.get(arrival.id());
            if (standing != null
                    && standing.measurement().version()
                            >= arrival.revision().measurement().version()) {
                continue;
            }
            LocalDate from = arrival.revision().measurement().measuredOn();
            if (standing != null && standing.measurement().measuredOn().isBefore(from)) {
                from = standing.measurement().measuredOn();
            }
            GrowthCards filled =
                    GrowthCards.fill(child, standingFrom(stored, from), List.of(arrival.revision()), Set.of(), CARD);
            filled.written().forEach(one -> stored.put(one.measurement().id(), one));
            for (UUID shifted : filled.shifted()) {
                AssessedMeasurement other = stored.get(shifted);
                if (other != null) {
                    stored.put(shifted, other.marked(filled.entry(shifted), CARD));
                }
            }
            newest = filled.newest();
        }
        return state(stored, newest);
    }

    private static State atOnce(RosteredChild child, List<Arrival> arrivals) {
        Map<UUID, AssessedMeasurement> latest = new HashMap<>();
        arrivals.stream()
                .sorted(Comparator.comparingInt(
                        arrival -> arrival.revision().measurement().version()))
                .forEach(arrival -> latest.put(arrival.id(), arrival.revision()));
        GrowthCards filled = GrowthCards.fill(child, StandingCard.empty(), latest.values(), Set.of(), CARD);
        Map<UUID, AssessedMeasurement> stored = new HashMap<>();
        filled.written().forEach(one -> stored.put(one.measurement().id(), one));
        return state(stored, filled.newest());
    }

    /** What {@link StandingCards} reads. */
    private static StandingCard standingFrom(Map<UUID, AssessedMeasurement> stored, LocalDate day) {
        LocalDate from = day.withDayOfMonth(1);
        TreeMap<YearMonth, AssessedMeasurement> before = new TreeMap<>();
        Map<UUID, StandingWeighing> weighings = new HashMap<>();
        for (AssessedMeasurement one : stored.values()) {
            Measurement measurement = one.measurement();
            if (measurement.measuredOn().isBefore(from)) {
                if (measurement.marking().entry() != null) {
                    before.put(YearMonth.from(measurement.measuredOn()), one);
                }
            } else if (measurement.weighed()) {
                weighings.put(
                        measurement.id(),
                        new StandingWeighing(
                                one.weighing(),
                                measurement.marking().entry(),
                                measurement.marking().belowRedLine()));
            }
        }
        Marking last = before.isEmpty()
                ? Marking.NONE
                : before.lastEntry().getValue().measurement().marking();
        return new StandingCard(last.entry(), last.belowRedLine(), weighings);
    }

    private static State state(Map<UUID, AssessedMeasurement> stored, NewestWeighing newest) {
        Map<UUID, String> measurements = new TreeMap<>();
        List<HeightFinding> findings = new ArrayList<>();
        stored.forEach((id, one) -> {
            Measurement measurement = one.measurement();
            measurements.put(id, measurement.measuredOn() + " " + measurement.voided() + " " + measurement.marking());
            Stunting stunting = one.stunting();
            if (stunting != null && !measurement.voided()) {
                findings.add(new HeightFinding(
                        id, measurement.measuredOn(), stunting, one.assessment().z(GrowthIndex.LENGTH_HEIGHT_FOR_AGE)));
            }
        });
        return new State(measurements, StuntingStatus.of(findings).stunting(), newest.toString());
    }

    private static List<Arrival> arrivals(RosteredChild child, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        int measurements = 2 + random.nextInt(5);
        for (int number = 0; number < measurements; number++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            int revisions = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
            for (int version = 1; version <= revisions; version++) {
                arrivals.add(new Arrival(revision(child, id, version, random)));
            }
        }
        return arrivals;
    }

    private static AssessedMeasurement revision(RosteredChild child, UUID id, int version, Random random) {
        boolean weighed = random.nextInt(8) > 0;
        Measurement measurement = new Measurement(
                id,
                child.id(),
                child.areaCode(),
                null,
                null,
                FIRST_DAY.plusDays(random.nextInt(200)),
                "POSYANDU",
                version,
                version > 1 && random.nextInt(3) == 0,
                measures()
                        .weightKg(weighed ? 4 + random.nextInt(30) / 10.0 : Double.NaN)
                        .lengthHeightCm(random.nextInt(3) == 0 ? Double.NaN : 52 + random.nextInt(20))
                        .build(),
                1,
                Marking.NONE);
        return AssessedMeasurement.of(measurement, child, STANDARD, Permenkes.POLICY);
    }

    private static RosteredChild aChild(Random random) {
        return new RosteredChild(
                new UUID(random.nextLong(), random.nextLong()),
                1,
                UUID.randomUUID(),
                "36.04.20.2006",
                null,
                random.nextBoolean() ? Sex.L : Sex.P,
                LocalDate.of(2024, 1, 5).plusDays(random.nextInt(90)),
                true,
                null,
                null,
                GrowthStatus.UNKNOWN);
    }
}

package id.tumbuh.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is hidden, and whether somebody who adds and subtracts everything that is published finds it. */
class SuppressionTest {
    private static final PublicationRules RULES = new PublicationRules(10, 5, 5, Invented.PARTS, Invented.APART);
    /** The mistake that is easily made: small counts are hidden, and nothing else. */
    private static final PublicationRules SMALL_ONLY = new PublicationRules(10, 5, 0, Invented.PARTS, Invented.APART);

    private static final List<Share> STUNTED = List.of(new Share("stunted", "height", true));
    private static final PublicationRules PLAIN = new PublicationRules(10, 5, 5, List.of(), List.of());

    @ParameterizedTest(name = "{0} of 100 is shown as {1}")
    @CsvSource(
            nullValues = "hidden",
            value = {
                "0, 0",
                "1, hidden",
                "9, hidden",
                "10, 10",
                "12, 10",
                "13, 15",
                "90, 90",
                "91, hidden",
                "99, hidden",
                "100, 100"
            })
    void smallCountsAndSmallComplementsAreHidden(long stunted, Long shown) {
        Suppressed suppressed = suppressed(Map.of("85.01.01", counts(stunted, 100)));

        assertThat(suppressed.of("85.01.01", "stunted")).isEqualTo(shown);
        assertThat(suppressed.of("85.01.01", "height")).isEqualTo(100);
    }

    @ParameterizedTest(name = "of {0} children nothing is told but that there are none or enough")
    @CsvSource(
            nullValues = "hidden",
            value = {"0, 0", "1, hidden", "9, hidden", "10, 10"})
    void aSmallWholeIsHiddenToo(long children, Long shown) {
        assertThat(suppressed(Map.of("85.01.01", counts(0, children))).of("85.01.01", "height"))
                .isEqualTo(shown);
    }

    @Test
    void aSecondPartIsHiddenWhereTheWholeWouldTellTheFirst() {
        Suppressed suppressed = suppressed(Map.of(
                "85.01", counts(12, 400),
                "85.01.01", counts(1, 200),
                "85.01.02", counts(11, 200)));

        assertThat(suppressed.of("85.01.01", "stunted")).isNull();
        assertThat(suppressed.of("85.01.02", "stunted")).isNull();
        assertThat(suppressed.of("85.01", "stunted")).isEqualTo(10);
    }

    @Test
    void roundingAloneIsEnoughWhereManyPartsBlurTheDifference() {
        Suppressed suppressed = suppressed(Map.of(
                "85.01", counts(125, 900),
                "85.01.01", counts(5, 300),
                "85.01.02", counts(60, 300),
                "85.01.03", counts(60, 300)));

        assertThat(suppressed.of("85.01.01", "stunted")).isNull();
        assertThat(suppressed.of("85.01.02", "stunted")).isEqualTo(60);
        assertThat(suppressed.of("85.01.03", "stunted")).isEqualTo(60);
    }

    @Test
    void theOnlyPartGoesWithItsWhole() {
        Suppressed suppressed = suppressed(Map.of("85.01", counts(7, 300), "85.01.01", counts(7, 300)));

        assertThat(suppressed.of("85.01", "stunted")).isNull();
        assertThat(suppressed.of("85.01.01", "stunted")).isNull();
    }

    @Test
    void whatNoAreaAccountsForDoesNotOpenTheRest() {
        Suppressed suppressed =
                suppressed(Map.of("85.01", counts(40, 300), "85.01.01", counts(20, 150), "85.01.02", counts(15, 147)));

        assertThat(suppressed.of("85.01", "stunted")).isEqualTo(40);
        assertThat(suppressed.of("85.01.02", "stunted")).isEqualTo(15);
    }

    @Test
    void whatWasHiddenOnceInAMonthStaysHidden() {
        Counts counts = new Counts(Map.of("85.01.01", counts(30, 100), "85.01.02", counts(0, 100)));
        Earlier earlier = new Earlier(
                new Counts(Map.of("85.01.01", counts(5, 100), "85.01.02", counts(5, 100))),
                Set.of(new Cell("85.01.01", "stunted"), new Cell("85.01.02", "stunted")));

        Suppressed suppressed = Suppression.of(counts, STUNTED, PLAIN, List.of(earlier));

        assertThat(suppressed.of("85.01.01", "stunted")).isNull();
        assertThat(suppressed.of("85.01.02", "stunted"))
                .as("nothing is no secret")
                .isEqualTo(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anAttackerWithEverythingPublishedPinsNoHiddenCount(int seed) {
        Counts truth = Invented.from(new Random(seed)).counts();
        Suppressed published = Suppression.of(truth, Invented.SHARES, RULES, List.of());
        Attacker attacker = attacker(new Attacker.Snapshot("first", truth, published));

        assertThat(attacker.attacked()).isPositive();
        assertThat(attacker.pinned()).isEmpty();
        assertThat(published.shown().values().stream().filter(shown -> shown > 0))
                .as("something is left to read")
                .hasSizeGreaterThan(truth.byArea().size() / 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("moreSeeds")
    void twoSnapshotsOfAMonthTellNoMoreThanOne(int seed) {
        assertThat(revised(seed, RULES).pinned()).isEmpty();
    }

    @Test
    void theAttackerSucceedsWhereOnlySmallCountsAreHidden() {
        long pinned = seeds().mapToObj(seed -> Invented.from(new Random(seed)).counts())
                .filter(truth -> !attacker(new Attacker.Snapshot(
                                "first", truth, Suppression.of(truth, Invented.SHARES, SMALL_ONLY, List.of())))
                        .pinned()
                        .isEmpty())
                .count();

        assertThat(pinned).isPositive();
    }

    @Test
    void theAttackerSucceedsWhereNobodyThoughtOfWhoIsNotBoth() {
        PublicationRules forgetful = new PublicationRules(10, 5, 5, Invented.PARTS, List.of());

        assertThat(revised(158, forgetful).pinned()).isNotEmpty();
    }

    /**
     * The only part that counts was shown before and is the same: nothing can be hidden any more that would blur the whole, which is told
     * as closely as that part. It has 12, and was hidden to protect others.
     */
    @Test
    void whatAnEarlierSnapshotShowedTellsAWholeThatIsNotSmall() {
        assertThat(revised(199, RULES).pinned()).containsOnly(Map.entry("second 85.01 stunted", 3L));
    }

    /** With everything published of a month and of its revision. */
    private static Attacker revised(int seed, PublicationRules rules) {
        Random random = new Random(seed);
        Invented before = Invented.from(random);
        Counts first = before.counts();
        Counts second = before.corrected(random).counts();
        Suppressed one = Suppression.of(first, Invented.SHARES, rules, List.of());
        Suppressed two = Suppression.of(second, Invented.SHARES, rules, List.of(earlier(first, one)));
        return attacker(new Attacker.Snapshot("first", first, one), new Attacker.Snapshot("second", second, two));
    }

    @Test
    void theAttackerSucceedsWhereARevisionForgetsWhatWasHidden() {
        long pinned = fewSeeds()
                .filter(seed -> {
                    Random random = new Random(seed);
                    Invented before = Invented.from(random);
                    Counts first = before.counts();
                    Counts second = before.corrected(random).counts();
                    return !attacker(
                                    new Attacker.Snapshot(
                                            "first", first, Suppression.of(first, Invented.SHARES, RULES, List.of())),
                                    new Attacker.Snapshot(
                                            "second",
                                            second,
                                            Suppression.of(second, Invented.SHARES, RULES, List.of())))
                            .pinned()
                            .isEmpty();
                })
                .count();

        assertThat(pinned).isPositive();
    }

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    static IntStream fewSeeds() {
        return IntStream.range(100, 112);
    }

    /** With 158 a kecamatan shrinks to two children: who is stunted and who is heavy are not the same, and that told both. */
    static IntStream moreSeeds() {
        return IntStream.concat(fewSeeds(), IntStream.of(118, 119, 144, 147, 151, 156, 158));
    }

    private static Earlier earlier(Counts then, Suppressed told) {
        Set<Cell> hidden = new HashSet<>();
        then.byArea()
                .forEach((area, counts) -> counts.keySet().stream()
                        .filter(measure -> told.of(area, measure) == null)
                        .forEach(measure -> hidden.add(new Cell(area, measure))));
        return new Earlier(then, hidden);
    }

    private static Attacker attacker(Attacker.Snapshot... snapshots) {
        List<Share> shares =
                Stream.concat(Invented.SHARES.stream(), Invented.PARTS.stream()).toList();
        return new Attacker(RULES, shares, Invented.APART, List.of(snapshots));
    }

    private static Suppressed suppressed(Map<String, Map<String, Long>> counts) {
        return Suppression.of(new Counts(counts), STUNTED, PLAIN, List.of());
    }

    private static Map<String, Long> counts(long stunted, long height) {
        return new HashMap<>(Map.of("stunted", stunted, "height", height));
    }
}

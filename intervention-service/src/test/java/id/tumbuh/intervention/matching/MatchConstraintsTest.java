package id.tumbuh.intervention.matching;

import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchConstraintsTest {
    private static final AreaCode DESA = new AreaCode("36.04.20.2006");
    private static final MatchPlan.Terms TERMS = new MatchPlan.Terms(Invented.WEIGHTS, Map.of("36.04.20", 1));
    private static int ids;

    private final ConstraintVerifier<MatchConstraints, MatchPlan> constraints =
            ConstraintVerifier.build(new MatchConstraints(), MatchPlan.class, SoughtNeed.class);

    @Test
    void aSponsorMayHelpAsManyAsItPromisedAndNotOneMore() {
        FreeSponsor sponsor = sponsor(2, "36.04.20.2006", null);
        SoughtNeed one = given(sponsor, need(DESA, null));
        SoughtNeed two = given(sponsor, need(DESA, null));
        SoughtNeed three = given(sponsor, need(DESA, null));

        constraints
                .verifyThat(MatchConstraints::noMoreThanPromised)
                .given(sponsor, one, two)
                .penalizesBy(0);
        constraints
                .verifyThat(MatchConstraints::noMoreThanPromised)
                .given(sponsor, one, two, three)
                .penalizesBy(1);
    }

    @Test
    void aFamilyThatConsentedToOnePartnerIsHelpedByNoOther() {
        Set<String> partners = Set.of("csr-satu");

        penalized(given(sponsor(1, "36.04", "csr-satu"), need(DESA, partners)), 0);
        penalized(given(sponsor(1, "36.04", "csr-dua"), need(DESA, partners)), 1);
        penalized(given(sponsor(1, "36.04", null), need(DESA, partners)), 1);
        penalized(given(sponsor(1, "36.04", "csr-dua"), need(DESA, null)), 0);
    }

    @Test
    void whoGivesNothingOfWhatIsNeededHelpsNobody() {
        FreeSponsor builder = new FreeSponsor(id(), DESA, 1, List.of(), Set.of(Item.Kind.LATRINE), null);

        penalized(given(builder, need(DESA, null)), 1);
    }

    @Test
    void theMoreUrgentAreWorthMore() {
        constraints
                .verifyThat(MatchConstraints::urgentFirst)
                .given(TERMS, given(sponsor(1, "36.04", null), need(DESA, null)))
                .rewardsWith(76 * 100);
        constraints
                .verifyThat(MatchConstraints::urgentFirst)
                .given(TERMS, need(DESA, null))
                .rewardsWith(0);
    }

    @Test
    void aKecamatanIsRewardedUpToItsFairShare() {
        FreeSponsor sponsor = sponsor(2, "36.04", null);

        constraints
                .verifyThat(MatchConstraints::fairShare)
                .given(TERMS, given(sponsor, need(DESA, null)))
                .rewardsWith(2_000);
        constraints
                .verifyThat(MatchConstraints::fairShare)
                .given(TERMS, given(sponsor, need(DESA, null)), given(sponsor, need(DESA, null)))
                .rewardsWith(2_000);
    }

    @ParameterizedTest(name = "a sponsor of {0}: {1}")
    @CsvSource({
        "36.04.20.2006, 200",
        "36.04.20.2007, 150",
        "36.04.20, 150",
        "36.04.16.2001, 50",
        "36.04, 50",
        "36.73.01.1001, 0"
    })
    void theNearerTheBetter(String area, int points) {
        FreeSponsor elsewhere = new FreeSponsor(
                id(), new AreaCode(area), 1, List.of(new AreaCode("36.01")), Set.of(Item.Kind.FOOD), null);

        constraints
                .verifyThat(MatchConstraints::wellSuited)
                .given(TERMS, given(elsewhere, need(DESA, null)))
                .rewardsWith(points);
    }

    @Test
    void aWishAndAnEarlierPairCount() {
        FreeSponsor wishes = new FreeSponsor(
                id(),
                new AreaCode("36.73.01.1001"),
                1,
                List.of(new AreaCode("36.04.20")),
                Set.of(Item.Kind.FOOD),
                null);
        SoughtNeed known =
                new SoughtNeed(new SoughtNeed.Facts(id(), DESA, 76, Set.of(Item.Kind.FOOD), null, Set.of(wishes.id())));

        constraints
                .verifyThat(MatchConstraints::wellSuited)
                .given(TERMS, given(wishes, need(DESA, null)))
                .rewardsWith(300);
        constraints
                .verifyThat(MatchConstraints::wellSuited)
                .given(TERMS, given(wishes, known))
                .rewardsWith(700);
    }

    private void penalized(SoughtNeed need, int by) {
        constraints.verifyThat(MatchConstraints::consentedAndUseful).given(need).penalizesBy(by);
    }

    private static SoughtNeed given(FreeSponsor sponsor, SoughtNeed need) {
        need.give(sponsor);
        return need;
    }

    private static SoughtNeed need(AreaCode area, @Nullable Set<String> partners) {
        return new SoughtNeed(
                new SoughtNeed.Facts(id(), area, 76, Set.of(Item.Kind.FOOD, Item.Kind.WATER), partners, Set.of()));
    }

    private static FreeSponsor sponsor(int free, String area, @Nullable String client) {
        return new FreeSponsor(id(), new AreaCode(area), free, List.of(), Set.of(Item.Kind.FOOD), client);
    }

    private static UUID id() {
        return new UUID(0, ++ids);
    }
}

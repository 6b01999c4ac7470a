package id.tumbuh.intervention.referral;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FamilyReferralsTest {
    private static final UUID FAMILY = new UUID(0, 1);
    private static final String NEED = "need-9/1";
    private static final AreaCode AREA = new AreaCode("36.04.20.2006");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final FieldRule RULE = new FieldRule(
            1,
            Map.of(
                    new RiskFactor("UNSAFE_WATER"), new OpdField("PUPR"),
                    new RiskFactor("UNSAFE_SANITATION"), new OpdField("PUPR"),
                    new RiskFactor("NO_MODERN_CONTRACEPTION"), new OpdField("DP3AKB")));

    @Test
    void eachFactorWithAFieldIsReferredToIt() {
        List<Referral> opened =
                settled(family(1, "UNSAFE_WATER", "NO_MODERN_CONTRACEPTION", "MOTHER_TOO_OLD"), List.of(NEED));

        assertThat(opened).allSatisfy(referral -> {
            assertThat(referral).isInstanceOf(Referral.Open.class);
            assertThat(referral.home()).isEqualTo(new Home(FAMILY, AREA));
            assertThat(referral.openedOn()).isEqualTo(DAY);
            assertThat(referral.ruleVersion()).isOne();
            assertThat(referral.version()).isOne();
        });
        assertThat(opened)
                .extracting(referral -> referral.factor() + " -> " + referral.field())
                .containsExactly("NO_MODERN_CONTRACEPTION -> DP3AKB", "UNSAFE_WATER -> PUPR");
    }

    @Test
    void aFamilyWithoutAStuntedChildIsReferredNowhere() {
        assertThat(settled(family(1, "UNSAFE_WATER"), List.of())).isEmpty();
    }

    @Test
    void whatIsReferredAlreadyStaysAsItIs() {
        Referral.Open open = opened(family(1, "UNSAFE_WATER"));

        assertThat(settled(family(2, "UNSAFE_WATER", "MOTHER_TOO_OLD"), List.of(NEED), open))
                .isEmpty();
        assertThat(settled(family(2, "UNSAFE_WATER"), List.of("need-8/1", NEED), open))
                .isEmpty();
    }

    @Test
    void aFactorThatIsGoneClosesItsReferral() {
        Referral.Open open = opened(family(1, "UNSAFE_WATER"));

        assertThat(settled(family(2), List.of(NEED), open))
                .containsExactly(open.closed(ReferralReason.RISK_FACTOR_GONE, DAY));
    }

    @Test
    void theLastNeedThatEndsClosesEveryReferral() {
        Referral.Open open = opened(family(1, "UNSAFE_WATER"));

        assertThat(settled(family(1, "UNSAFE_WATER"), List.of(), open))
                .containsExactly(open.closed(ReferralReason.NO_STUNTED_CHILD, DAY));
    }

    @Test
    void aFamilyThatMovedIsReferredAnewWhereItLives() {
        Referral.Open open = opened(family(1, "UNSAFE_WATER"));
        Family moved = new Family(
                FAMILY,
                new AreaCode("17.02.01.2001"),
                2,
                family(1, "UNSAFE_WATER").factors(),
                null);

        List<Referral> changed = settled(moved, List.of(NEED), open);

        assertThat(changed).hasSize(2);
        assertThat(changed.getFirst()).isEqualTo(open.closed(ReferralReason.FAMILY_MOVED, DAY));
        assertThat(changed.getLast().home().area()).isEqualTo(moved.area());
        assertThat(changed.getLast().id()).isNotEqualTo(open.id());
    }

    @Test
    void aReferralIsKeptWhenTheRuleNamesAnotherFieldLater() {
        Referral.Open open = opened(family(1, "UNSAFE_WATER"));
        FieldRule corrected = new FieldRule(2, Map.of(new RiskFactor("UNSAFE_WATER"), new OpdField("PERKIM")));

        assertThat(FamilyReferrals.settled(
                        family(2, "UNSAFE_WATER"), new TreeSet<>(List.of(NEED)), List.of(open), corrected, DAY))
                .isEmpty();
    }

    @Test
    void aFactorThatComesBackIsReferredAnew() {
        UUID first = opened(family(1, "UNSAFE_WATER")).id();

        assertThat(opened(family(3, "UNSAFE_WATER")).id()).isNotEqualTo(first);
        assertThat(opened(family(1, "UNSAFE_WATER")).id()).isEqualTo(first);
    }

    @Test
    void aChildThatWentAndCameBackIsReferredAnew() {
        Referral first = settled(family(1, "UNSAFE_WATER"), List.of("need-9/1")).getFirst();
        Referral second =
                settled(family(1, "UNSAFE_WATER"), List.of("need-9/3")).getFirst();

        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void aReferralNeverEndsBeforeItBegan() {
        Referral.Open open = opened(family(1, "UNSAFE_WATER"));

        assertThat(open.closed(ReferralReason.RISK_FACTOR_GONE, DAY.minusDays(1))
                        .closedOn())
                .isEqualTo(DAY);
    }

    @Test
    void whatTheOpdDoesSurvivesUntilTheFactorIsGone() {
        Referral.Open open = opened(family(1, "UNSAFE_WATER"));
        Progress.Done done = new Progress.Sent(DAY)
                .accepted(DAY, DAY.plusDays(9))
                .done(new Proof("WELL_BUILT", DAY, BigDecimal.ONE, null));
        Referral.Open finished = open.at(done);

        assertThat(settled(family(2, "UNSAFE_WATER"), List.of(NEED), finished)).isEmpty();
        assertThat(settled(family(2), List.of(NEED), finished)).singleElement().satisfies(closed -> {
            assertThat(closed.progress()).isEqualTo(done);
            assertThat(closed.version()).isEqualTo(3);
        });
    }

    @Test
    void aPoorFamilyIsReferredForItAsLongAsItsRankIsLowEnough() {
        FieldRule rule = new FieldRule(
                1, RULE.fields(), new FieldRule.Welfare(7, 4, new RiskFactor("POOR"), new OpdField("DINSOS")));

        assertThat(rule.causes(Set.of(), 4)).containsExactly(new RiskFactor("POOR"));
        assertThat(rule.causes(Set.of(), 5)).isEmpty();
        assertThat(rule.causes(Set.of(), null)).isEmpty();
        assertThat(rule.fieldOf(new RiskFactor("POOR"))).contains(new OpdField("DINSOS"));
        assertThat(rule.versionOf(new RiskFactor("POOR"))).isEqualTo(7);
        assertThat(rule.versionOf(new RiskFactor("UNSAFE_WATER"))).isOne();
    }

    @Test
    void whatAPersonReferredStaysWhateverTheFactsAreAndMovesAlong() {
        Referral.Open byHand = Referral.Open.sent(new Referral.Matter(
                new UUID(3, 3),
                new Home(FAMILY, AREA),
                null,
                new RiskFactor("HOUSE"),
                new OpdField("PUPR"),
                1,
                Referral.Origin.PERSON,
                DAY));
        Family moved = new Family(FAMILY, new AreaCode("17.02.01.2001"), 2, Set.of(), null);

        assertThat(settled(family(2), List.of(), byHand)).isEmpty();
        List<Referral> changed = settled(moved, List.of(), byHand);
        assertThat(changed).hasSize(2);
        assertThat(changed.getFirst()).isEqualTo(byHand.closed(ReferralReason.FAMILY_MOVED, DAY));
        assertThat(changed.getLast().matter().origin()).isEqualTo(Referral.Origin.PERSON);
        assertThat(changed.getLast().home().area()).isEqualTo(moved.area());
    }

    private static Referral.Open opened(Family family) {
        return (Referral.Open) settled(family, List.of(NEED)).getFirst();
    }

    private static List<Referral> settled(Family family, List<String> needs, Referral.Open... open) {
        return FamilyReferrals.settled(family, new TreeSet<>(needs), Arrays.asList(open), RULE, DAY);
    }

    private static Family family(long version, String... factors) {
        Set<RiskFactor> all = Arrays.stream(factors).map(RiskFactor::new).collect(Collectors.toSet());
        return new Family(FAMILY, AREA, version, all, null);
    }
}

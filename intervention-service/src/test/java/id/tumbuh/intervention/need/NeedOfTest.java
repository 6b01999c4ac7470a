package id.tumbuh.intervention.need;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Child;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Pregnancy;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Signs;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NeedOfTest {
    private static final UUID CHILD = new UUID(0, 2);
    private static final UUID PREGNANCY = new UUID(0, 3);
    private static final Home HOME = new Home(new UUID(0, 1), new AreaCode("36.04.20.2006"));
    private static final Home ELSEWHERE = new Home(new UUID(0, 1), new AreaCode("17.02.01.2001"));
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final LocalDate BORN = LocalDate.of(2024, 3, 17);
    private static final Cause WATER = new Cause("UNSAFE_WATER");
    private static final Item FOOD = new Item(Item.Kind.FOOD, 180, 2_700_000);
    private static final NeedRules RULES = new NeedRules(
            Map.of(
                    new Cause("STUNTED"),
                    new NeedRules.Answer(true, 40, List.of(FOOD)),
                    new Cause("SEVERELY_STUNTED"),
                    new NeedRules.Answer(true, 60, List.of(FOOD)),
                    Cause.CHRONIC_ENERGY_DEFICIENCY_RISK,
                    new NeedRules.Answer(true, 50, List.of(FOOD)),
                    WATER,
                    new NeedRules.Answer(false, 6, List.of())),
            new NeedRules.Rank(30, 24, Map.of(1, 20), 1),
            60,
            "need-1.1.1");
    private static final Plan PLAN =
            new Plan(List.of(new Cause("STUNTED")), List.of(FOOD), 40, false, null, "need-1.1.1");
    private static final Need.Open OPEN = Need.open(
            Need.Opening.by(Beneficiary.Ref.child(CHILD), "growth/3", NeedReason.CAUSE_FOUND), HOME, PLAN, DAY);

    @Test
    void aStuntedChildOpensANeed() {
        Need need = after(growth(4, Stunting.STUNTED), null).orElseThrow();

        assertThat(need)
                .isEqualTo(Need.open(
                        Need.Opening.by(Beneficiary.Ref.child(CHILD), "growth/4", NeedReason.CAUSE_FOUND),
                        HOME,
                        PLAN,
                        DAY));
        assertThat(need.version()).isOne();
    }

    @Test
    void aChildThatIsNotStuntedOpensNone() {
        assertThat(after(growth(4, Stunting.NORMAL), null)).isEmpty();
    }

    @Test
    void anInactiveChildOpensNone() {
        Child gone = child(Stunting.STUNTED).after(residence(HOME, false)).orElseThrow();

        assertThat(new NeedOf(gone, family(), null, null, RULES).after(growth(9, Stunting.STUNTED)))
                .isEmpty();
    }

    /** A file of years ago tells how a child was then; only the calendar makes it too old. */
    @Test
    void whatIsToldLateOpensTheNeedOfThen() {
        Fact.Growth late = new Fact.Growth(CHILD, 4, BORN.plusMonths(72), HOME, Stunting.STUNTED, 30, true);

        assertThat(after(late, null)).isPresent();
    }

    @Test
    void aNeedEndsByAgeOnTheFifthBirthday() {
        Fact.Aged before =
                new Fact.Aged(Beneficiary.Ref.child(CHILD), BORN.plusMonths(60).minusDays(1));
        Fact.Aged on = new Fact.Aged(Beneficiary.Ref.child(CHILD), BORN.plusMonths(60));

        assertThat(settled(child(Stunting.STUNTED), OPEN).after(before)).isEmpty();
        assertThat(settled(child(Stunting.STUNTED), OPEN)
                        .after(on)
                        .orElseThrow()
                        .reason())
                .isEqualTo(NeedReason.GREW_OUT);
    }

    @Test
    void graverStuntingChangesTheNeed() {
        Need need = after(growth(4, Stunting.SEVERELY_STUNTED), OPEN).orElseThrow();

        assertThat(need.id()).isEqualTo(OPEN.id());
        assertThat(need.version()).isEqualTo(2);
        assertThat(need.plan().rank()).isEqualTo(60);
        assertThat(need.reason()).isEqualTo(NeedReason.CAUSES_CHANGED);
    }

    @Test
    void whatIsKnownAlreadyChangesNothing() {
        assertThat(after(growth(4, Stunting.STUNTED), OPEN)).isEmpty();
    }

    @Test
    void whatPutsTheFamilyAtRiskAddsToTheNeedAndOpensNone() {
        Fact.Risks told = new Fact.Risks(
                HOME.familyId(), 2, DAY.plusDays(3), HOME.area(), Set.of(new RiskFactor("UNSAFE_WATER")), 1);
        Family family = family().after(told).orElseThrow();

        Need need = new NeedOf(child(Stunting.STUNTED), family, OPEN, null, RULES)
                .after(told)
                .orElseThrow();
        assertThat(need.plan().causes()).contains(WATER);
        assertThat(need.plan().rank()).isEqualTo(66);
        assertThat(new NeedOf(child(Stunting.STUNTED), family, null, null, RULES).after(told))
                .isEmpty();
    }

    @Test
    void aNeedThatOnlyRanksElsewhereSaysSo() {
        Fact.Risks told = new Fact.Risks(HOME.familyId(), 2, DAY, HOME.area(), Set.of(), 1);

        Need need = new NeedOf(child(Stunting.STUNTED), family().after(told).orElseThrow(), OPEN, null, RULES)
                .after(told)
                .orElseThrow();
        assertThat(need.reason()).isEqualTo(NeedReason.RANKED_ANEW);
        assertThat(need.plan().rank()).isEqualTo(60);
    }

    @Test
    void aMovedChildTakesItsNeedAlong() {
        Need need = after(residence(ELSEWHERE, true), OPEN).orElseThrow();

        assertThat(need).isInstanceOf(Need.Open.class);
        assertThat(need.home()).isEqualTo(ELSEWHERE);
        assertThat(need.reason()).isEqualTo(NeedReason.MOVED);
        assertThat(need.version()).isEqualTo(2);
    }

    @ParameterizedTest(name = "not stunted at {0} months, measured = {1}: {2}")
    @CsvSource({"59, true, CAUSES_GONE", "60, true, GREW_OUT", ", true, CAUSES_GONE", ", false, MEASUREMENT_WITHDRAWN"})
    void theClosedNeedSaysWhy(@Nullable Integer ageMonths, boolean measured, NeedReason reason) {
        Fact.Growth normal = new Fact.Growth(CHILD, 4, DAY.plusDays(90), HOME, Stunting.NORMAL, ageMonths, measured);

        assertThat(after(normal, OPEN))
                .contains(new Need.Closed(OPEN.id(), OPEN.of(), HOME, PLAN, DAY, DAY.plusDays(90), reason, 2));
    }

    @Test
    void anInactiveChildClosesItsNeed() {
        assertThat(after(residence(HOME, false), OPEN).orElseThrow().reason()).isEqualTo(NeedReason.INACTIVE);
    }

    @Test
    void aMergedChildClosesItsNeedAndAnUndoneMergeResumesIt() {
        Need.Closed closed = (Need.Closed) after(new Fact.Residence(CHILD, 6, DAY, HOME, BORN, false, true), OPEN)
                .orElseThrow();
        assertThat(closed.reason()).isEqualTo(NeedReason.MERGED);

        Fact.Residence undone = new Fact.Residence(CHILD, 7, DAY.plusDays(9), ELSEWHERE, BORN, true, false);
        Child again = child(Stunting.SEVERELY_STUNTED).after(undone).orElseThrow();
        Need resumed =
                new NeedOf(again, family(), null, closed, RULES).after(undone).orElseThrow();
        assertThat(resumed.id()).isEqualTo(OPEN.id());
        assertThat(resumed.home()).isEqualTo(ELSEWHERE);
        assertThat(resumed.openedOn()).isEqualTo(DAY);
        assertThat(resumed.reason()).isEqualTo(NeedReason.MERGE_UNDONE);
        assertThat(resumed.plan().rank()).isEqualTo(60);
        assertThat(resumed.version()).isEqualTo(3);
    }

    @Test
    void anErasedChildClosesItsNeed() {
        assertThat(after(new Fact.ChildErased(CHILD, 7, DAY), OPEN)
                        .orElseThrow()
                        .reason())
                .isEqualTo(NeedReason.ERASED);
    }

    @Test
    void aWomanIsHelpedForAsLongAsSheIsPregnant() {
        Fact.Checked checked = new Fact.Checked(PREGNANCY, 1, DAY, HOME, Set.of(Cause.CHRONIC_ENERGY_DEFICIENCY_RISK));
        Pregnancy pregnancy = Pregnancy.unknown(PREGNANCY, HOME).after(checked).orElseThrow();
        Need.Open open = (Need.Open) new NeedOf(pregnancy, family(), null, null, RULES)
                .after(checked)
                .orElseThrow();
        assertThat(open.of()).isEqualTo(Beneficiary.Ref.pregnancy(PREGNANCY));
        assertThat(open.plan().rank()).isEqualTo(80);

        Fact.Carried born = new Fact.Carried(PREGNANCY, 2, DAY.plusDays(90), HOME, false);
        assertThat(new NeedOf(pregnancy.after(born).orElseThrow(), family(), open, null, RULES)
                        .after(born)
                        .orElseThrow()
                        .reason())
                .isEqualTo(NeedReason.PREGNANCY_ENDED);
    }

    @Test
    void aChildThatFallsBackHasANewNeed() {
        Need first = after(growth(4, Stunting.STUNTED), null).orElseThrow();
        Need second = after(growth(6, Stunting.STUNTED), null).orElseThrow();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.version()).isOne();
    }

    @Test
    void aStuntedChildThatComesBackHasANewNeed() {
        Need byGrowth = after(growth(3, Stunting.STUNTED), null).orElseThrow();
        Need byReturn = settled(child(Stunting.STUNTED), null)
                .after(residence(HOME, true))
                .orElseThrow();

        assertThat(byReturn.id()).isNotEqualTo(byGrowth.id());
        assertThat(byReturn.reason()).isEqualTo(NeedReason.RETURNED);
    }

    @Test
    void theSameCauseGivesTheSameId() {
        assertThat(Need.Opening.by(Beneficiary.Ref.child(CHILD), "growth/4", NeedReason.CAUSE_FOUND)
                        .id())
                .isEqualTo(UUID.fromString("e53c697a-8a8e-32ec-a958-19b9aa48adf1"));
    }

    @Test
    void aNeedNeverEndsBeforeItBegan() {
        assertThat(OPEN.closed(NeedReason.INACTIVE, DAY).closedOn()).isEqualTo(DAY);
        assertThat(OPEN.closed(NeedReason.INACTIVE, DAY.minusDays(1)).closedOn())
                .isEqualTo(DAY);
    }

    @ParameterizedTest
    @EnumSource(Stunting.class)
    void stuntingIsASignUnlessItIsNormal(Stunting stunting) {
        assertThat(child(stunting).signs())
                .isEqualTo(stunting == Stunting.NORMAL ? Set.of() : Set.of(new Cause(stunting.name())));
    }

    private static Optional<Need> after(Fact.OfChild fact, Need.@Nullable Open open) {
        Child before = child(open == null ? Stunting.NORMAL : Stunting.STUNTED);
        return settled(before.after(fact).orElseThrow(), open).after(fact);
    }

    private static NeedOf settled(Child child, Need.@Nullable Open open) {
        return new NeedOf(child, family(), open, null, RULES);
    }

    private static Family family() {
        return Family.unknown(HOME.familyId(), HOME.area());
    }

    private static Child child(Stunting stunting) {
        return new Child(CHILD, HOME, 1, true, BORN, 2, stunting, null, new Signs(0, Set.of()));
    }

    private static Fact.Growth growth(long version, Stunting stunting) {
        return new Fact.Growth(CHILD, version, DAY, HOME, stunting, 30, true);
    }

    private static Fact.Residence residence(Home home, boolean active) {
        return new Fact.Residence(CHILD, 6, DAY, home, BORN, active, false);
    }
}

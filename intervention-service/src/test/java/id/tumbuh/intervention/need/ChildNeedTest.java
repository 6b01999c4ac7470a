package id.tumbuh.intervention.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tumbuh.intervention.circumstance.Child;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChildNeedTest {
    private static final UUID CHILD = new UUID(0, 2);
    private static final Home HOME = new Home(new UUID(0, 1), new AreaCode("36.04.20.2006"));
    private static final Home ELSEWHERE = new Home(new UUID(0, 1), new AreaCode("17.02.01.2001"));
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final int BELOW_MONTHS = 60;
    private static final Need.Open OPEN = Need.open(new Need.Opening.ByGrowth(CHILD, 3), HOME, Severity.STUNTED, DAY);

    @ParameterizedTest
    @CsvSource({"STUNTED, STUNTED", "SEVERELY_STUNTED, SEVERELY_STUNTED"})
    void aStuntedChildOpensANeedAsGraveAsItsStunting(Stunting stunting, Severity severity) {
        Need need = after(growth(4, stunting), null).orElseThrow();

        assertThat(need)
                .isEqualTo(Need.open(new Need.Opening.ByGrowth(CHILD, 4), HOME, severity, DAY))
                .isInstanceOf(Need.Open.class);
        assertThat(need.version()).isOne();
        assertThat(need.reason()).isEqualTo(NeedReason.CHILD_STUNTED);
    }

    @Test
    void aChildThatIsNotStuntedOpensNone() {
        assertThat(after(growth(4, Stunting.NORMAL), null)).isEmpty();
    }

    @Test
    void anInactiveChildOpensNone() {
        Child gone = child(Stunting.STUNTED).after(residence(HOME, false)).orElseThrow();

        assertThat(ChildNeed.after(growth(9, Stunting.STUNTED), gone, null, null, BELOW_MONTHS))
                .isEmpty();
    }

    @Test
    void anotherSeverityChangesTheNeed() {
        Need need = after(growth(4, Stunting.SEVERELY_STUNTED), OPEN).orElseThrow();

        assertThat(need.id()).isEqualTo(OPEN.id());
        assertThat(need.version()).isEqualTo(2);
        assertThat(need.severity()).isEqualTo(Severity.SEVERELY_STUNTED);
        assertThat(need.reason()).isEqualTo(NeedReason.SEVERITY_CHANGED);
    }

    @Test
    void theSameStateAgainChangesNothing() {
        assertThat(after(growth(4, Stunting.STUNTED), OPEN)).isEmpty();
    }

    @Test
    void aMovedChildTakesItsNeedAlong() {
        Fact.Residence moved = residence(ELSEWHERE, true);

        Need need = after(moved, OPEN).orElseThrow();

        assertThat(need).isInstanceOf(Need.Open.class);
        assertThat(need.home()).isEqualTo(ELSEWHERE);
        assertThat(need.reason()).isEqualTo(NeedReason.CHILD_MOVED);
        assertThat(need.version()).isEqualTo(2);
    }

    @ParameterizedTest(name = "not stunted at {0} months, measured = {1}: {2}")
    @CsvSource({
        "59, true, NO_LONGER_STUNTED",
        "60, true, GREW_OUT",
        ", true, NO_LONGER_STUNTED",
        ", false, MEASUREMENT_WITHDRAWN"
    })
    void theClosedNeedSaysWhy(@Nullable Integer ageMonths, boolean measured, NeedReason reason) {
        Fact.Growth normal = new Fact.Growth(CHILD, 4, DAY.plusDays(90), HOME, Stunting.NORMAL, ageMonths, measured);

        assertThat(after(normal, OPEN))
                .contains(new Need.Closed(OPEN.id(), CHILD, HOME, Severity.STUNTED, DAY, DAY.plusDays(90), reason, 2));
    }

    @Test
    void anInactiveChildClosesItsNeed() {
        assertThat(after(residence(HOME, false), OPEN).orElseThrow().reason()).isEqualTo(NeedReason.CHILD_INACTIVE);
    }

    @Test
    void aMergedChildClosesItsNeedAndAnUndoneMergeResumesIt() {
        Need.Closed closed = (Need.Closed) after(new Fact.Residence(CHILD, 6, DAY, HOME, false, true), OPEN)
                .orElseThrow();
        assertThat(closed.reason()).isEqualTo(NeedReason.CHILD_MERGED);

        Need resumed = ChildNeed.after(
                        new Fact.Residence(CHILD, 7, DAY.plusDays(9), ELSEWHERE, true, false),
                        new Child(CHILD, ELSEWHERE, 7, true, 2, Stunting.SEVERELY_STUNTED),
                        null,
                        closed,
                        BELOW_MONTHS)
                .orElseThrow();
        assertThat(resumed)
                .isEqualTo(new Need.Open(
                        OPEN.id(), CHILD, ELSEWHERE, Severity.SEVERELY_STUNTED, DAY, NeedReason.MERGE_UNDONE, 3));
    }

    @Test
    void anErasedChildClosesItsNeed() {
        assertThat(after(new Fact.ChildErased(CHILD, 7, DAY), OPEN)
                        .orElseThrow()
                        .reason())
                .isEqualTo(NeedReason.CHILD_ERASED);
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
        Need byReturn = ChildNeed.after(residence(HOME, true), child(Stunting.STUNTED), null, null, BELOW_MONTHS)
                .orElseThrow();

        assertThat(byReturn.id()).isNotEqualTo(byGrowth.id());
    }

    @Test
    void theSameCauseGivesTheSameId() {
        assertThat(new Need.Opening.ByGrowth(CHILD, 4).needId())
                .isEqualTo(UUID.fromString("e53c697a-8a8e-32ec-a958-19b9aa48adf1"));
    }

    @Test
    void aNeedNeverEndsBeforeItBegan() {
        Need.Closed sameDay = OPEN.closed(NeedReason.CHILD_INACTIVE, DAY);
        Need.Closed early = OPEN.closed(NeedReason.CHILD_INACTIVE, DAY.minusDays(1));

        assertThat(sameDay.closedOn()).isEqualTo(DAY);
        assertThat(early.closedOn()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @EnumSource(Stunting.class)
    void onlyAStuntedActiveChildIsInNeed(Stunting stunting) {
        assertThat(child(stunting).inNeed()).isEqualTo(stunting != Stunting.NORMAL);
        assertThat(child(stunting).after(residence(HOME, false)).orElseThrow().inNeed())
                .isFalse();
    }

    @Test
    void normalGrowthHasNoSeverity() {
        assertThatThrownBy(() -> Severity.of(Stunting.NORMAL)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<Need> after(Fact.OfChild fact, Need.@Nullable Open open) {
        Child before = child(
                open == null
                        ? Stunting.NORMAL
                        : Stunting.valueOf(open.severity().name()));
        return ChildNeed.after(fact, before.after(fact).orElseThrow(), open, null, BELOW_MONTHS);
    }

    private static Child child(Stunting stunting) {
        return new Child(CHILD, HOME, 1, true, 2, stunting);
    }

    private static Fact.Growth growth(long version, Stunting stunting) {
        return new Fact.Growth(CHILD, version, DAY, HOME, stunting, 30, true);
    }

    private static Fact.Residence residence(Home home, boolean active) {
        return new Fact.Residence(CHILD, 6, DAY, home, active, false);
    }
}

package id.tumbuh.intervention.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryPlanTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 15);
    private static final UUID PLACEMENT = UUID.fromString("0198c1a0-0000-7000-8000-0000000000e1");
    private static final Home HOME = new Home(new UUID(0, 1), new AreaCode("36.04.20.2006"));
    private static final DeliveryRules RULES = new DeliveryRules(
            Map.of(
                    Item.Kind.FOOD,
                    new DeliveryRules.Rhythm.UntilNext(7, BigDecimal.ONE, Delivery.Unit.MEAL_DAY),
                    Item.Kind.COUNSELLING,
                    new DeliveryRules.Rhythm.Each(14, BigDecimal.ONE, Delivery.Unit.VISIT),
                    Item.Kind.LATRINE,
                    new DeliveryRules.Rhythm.Once(30, BigDecimal.ONE, Delivery.Unit.BUILDING)),
            3);

    @Test
    void foodIsBroughtEveryWeekFromTheFirstDay() {
        assertThat(days(FROM.plusDays(20), Item.Kind.FOOD)).containsExactly(FROM, FROM.plusDays(7), FROM.plusDays(14));
    }

    @Test
    void theDayAfterAWeekBeginsAnother() {
        assertThat(days(FROM.plusDays(6), Item.Kind.FOOD)).containsExactly(FROM);
        assertThat(days(FROM.plusDays(7), Item.Kind.FOOD)).containsExactly(FROM, FROM.plusDays(7));
    }

    @Test
    void theLastFoodIsForTheDaysThatAreLeft() {
        assertThat(plan(FROM.plusDays(8), Item.Kind.FOOD))
                .extracting(slot -> slot.amount().quantity().intValueExact())
                .containsExactly(7, 2);
    }

    @Test
    void allFoodTogetherIsForEveryDayOfThePromise() {
        for (int days = 1; days <= 120; days++) {
            assertThat(plan(FROM.plusDays(days - 1L), Item.Kind.FOOD).stream()
                            .mapToInt(slot -> slot.amount().quantity().intValueExact())
                            .sum())
                    .isEqualTo(days);
        }
    }

    @Test
    void aVisitIsOneHoweverManyDaysAreLeft() {
        assertThat(plan(FROM.plusDays(15), Item.Kind.COUNSELLING))
                .extracting(slot -> slot.amount().quantity().intValueExact())
                .containsExactly(1, 1);
    }

    @Test
    void whatIsGivenOnceComesAfterItsDaysOrOnTheLast() {
        assertThat(days(FROM.plusDays(29), Item.Kind.LATRINE)).containsExactly(FROM.plusDays(29));
        assertThat(days(FROM.plusDays(30), Item.Kind.LATRINE)).containsExactly(FROM.plusDays(30));
        assertThat(days(FROM.plusDays(31), Item.Kind.LATRINE)).containsExactly(FROM.plusDays(30));
    }

    @Test
    void whatTheRuleDoesNotKnowIsNotPlanned() {
        assertThat(plan(FROM.plusDays(90), Item.Kind.HOUSE)).isEmpty();
    }

    @Test
    void theSamePromiseHasTheSameIdsAndALongerOneTheSameAndMore() {
        List<UUID> once = ids(FROM.plusDays(89));

        assertThat(ids(FROM.plusDays(89))).isEqualTo(once);
        assertThat(ids(FROM.plusDays(179))).containsAll(once).hasSizeGreaterThan(once.size());
        assertThat(once).doesNotHaveDuplicates();
    }

    @Test
    void aRenewalKeepsWhatWasToldAndAddsTheRest() {
        List<Delivery> stands = planned(FROM.plusDays(13));
        stands.set(0, told(stands.getFirst()));

        Replan longer = Replan.of(plan(FROM.plusDays(20), Item.Kind.FOOD), stands);

        assertThat(longer.changed()).isEmpty();
        assertThat(longer.fresh()).extracting(one -> one.slot().day()).containsExactly(FROM.plusDays(14));
    }

    @Test
    void aPlanMadeTwiceChangesNothing() {
        Replan again = Replan.of(plan(FROM.plusDays(13), Item.Kind.FOOD), planned(FROM.plusDays(13)));

        assertThat(again.fresh()).isEmpty();
        assertThat(again.changed()).isEmpty();
    }

    @Test
    void whenItEndsOnlyWhatIsDueAfterItsLastDayIsCancelled() {
        List<Delivery> stands = planned(FROM.plusDays(20));
        stands.set(2, told(stands.get(2)));

        assertThat(Replan.ended(stands, FROM.plusDays(7)).changed()).isEmpty();
        assertThat(Replan.ended(stands, FROM.plusDays(6)).changed())
                .singleElement()
                .isInstanceOf(Delivery.Cancelled.class)
                .returns(FROM.plusDays(7), one -> one.slot().day());
    }

    @Test
    void whatWasCancelledIsPlannedAgainWhenItIsWantedAgain() {
        Delivery.Slot slot = plan(FROM, Item.Kind.FOOD).getFirst();

        assertThat(Replan.of(List.of(slot), List.of(new Delivery.Cancelled(slot, 4)))
                        .changed())
                .containsExactly(new Delivery.Planned(slot, 5));
    }

    @Test
    void whatIsPlannedMovesWithTheFamilyAndWhatWasToldStaysWhereItHappened() {
        List<Delivery> stands = planned(FROM.plusDays(13));
        stands.set(0, told(stands.getFirst()));
        Home next = new Home(new UUID(0, 2), new AreaCode("36.04.21.2001"));

        Replan moved = Replan.of(DeliveryPlan.of(promise(FROM.plusDays(13), next, Item.Kind.FOOD), RULES), stands);

        assertThat(moved.fresh()).isEmpty();
        assertThat(moved.changed())
                .singleElement()
                .returns(next, one -> one.slot().home())
                .returns(2L, Delivery::version);
    }

    private static Delivery told(Delivery one) {
        return Delivery.told(one.slot(), Report.notReported(one.slot().day()), 2);
    }

    private static List<Delivery> planned(LocalDate to) {
        return new ArrayList<>(
                plan(to, Item.Kind.FOOD).stream().map(Delivery::plan).toList());
    }

    private static List<LocalDate> days(LocalDate to, Item.Kind item) {
        return plan(to, item).stream().map(Delivery.Slot::day).toList();
    }

    private static List<UUID> ids(LocalDate to) {
        return DeliveryPlan.of(promise(to, HOME, Item.Kind.FOOD, Item.Kind.COUNSELLING), RULES).stream()
                .map(Delivery.Slot::id)
                .toList();
    }

    private static List<Delivery.Slot> plan(LocalDate to, Item.Kind item) {
        return DeliveryPlan.of(promise(to, HOME, item), RULES);
    }

    private static DeliveryPlan.Promise promise(LocalDate to, Home home, Item.Kind... items) {
        return new DeliveryPlan.Promise(
                new Provision.Placement(PLACEMENT),
                Beneficiary.Ref.child(new UUID(0, 3)),
                home,
                List.of(items),
                FROM,
                to);
    }
}

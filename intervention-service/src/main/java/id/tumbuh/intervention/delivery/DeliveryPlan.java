package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What has to be brought, and when: a pure function of the promise and of the dated rule {@code delivery.plan}. */
final class DeliveryPlan {
    private DeliveryPlan() {}

    /** A promise for a period, both days included. */
    record Promise(
            Provision provision, Beneficiary.Ref of, Home home, List<Item.Kind> items, LocalDate from, LocalDate to) {
        Promise {
            items = List.copyOf(items);
        }
    }

    /** By item and day. The same promise gives the same ids, and a longer one the same and more. */
    static List<Delivery.Slot> of(Promise promise, DeliveryRules rules) {
        List<Delivery.Slot> slots = new ArrayList<>();
        for (Item.Kind item : promise.items()) {
            switch (rules.rhythms().get(item)) {
                case DeliveryRules.Rhythm.Each each ->
                    every(promise, each.everyDays())
                            .forEach(day -> slots.add(slot(promise, item, day, amount(each.quantity(), each))));
                case DeliveryRules.Rhythm.UntilNext next ->
                    every(promise, next.everyDays())
                            .forEach(day -> slots.add(slot(promise, item, day, food(promise, day, next))));
                case DeliveryRules.Rhythm.Once once ->
                    slots.add(slot(promise, item, once(promise, once), amount(once.quantity(), once)));
                case null -> {} // nothing that is brought
            }
        }
        return slots;
    }

    static UUID id(UUID provisionId, Item.Kind item, LocalDate day) {
        return UUID.nameUUIDFromBytes(
                ("delivery/" + provisionId + "/" + item + "/" + day).getBytes(StandardCharsets.UTF_8));
    }

    private static List<LocalDate> every(Promise promise, int days) {
        return promise.from()
                .datesUntil(promise.to().plusDays(1), Period.ofDays(days))
                .toList();
    }

    /** The last delivery of food is for as many days as are left. */
    private static Delivery.Amount food(Promise promise, LocalDate day, DeliveryRules.Rhythm.UntilNext rhythm) {
        long left = ChronoUnit.DAYS.between(day, promise.to()) + 1;
        long days = Math.min(left, rhythm.everyDays());
        return amount(rhythm.perDay().multiply(BigDecimal.valueOf(days)), rhythm);
    }

    private static LocalDate once(Promise promise, DeliveryRules.Rhythm.Once rhythm) {
        LocalDate day = promise.from().plusDays(rhythm.afterDays());
        return day.isAfter(promise.to()) ? promise.to() : day;
    }

    private static Delivery.Amount amount(BigDecimal quantity, DeliveryRules.Rhythm rhythm) {
        return new Delivery.Amount(quantity, rhythm.unit());
    }

    private static Delivery.Slot slot(Promise promise, Item.Kind item, LocalDate day, Delivery.Amount amount) {
        return new Delivery.Slot(
                id(promise.provision().id(), item, day),
                promise.provision(),
                promise.of(),
                promise.home(),
                item,
                true,
                day,
                amount);
    }
}

package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Events as contracts show them. */
public final class DeliveryEvents {
    private static final LocalDate DAY = LocalDate.of(2026, 8, 15);
    private static final UUID KITCHEN = UUID.fromString("0198c1a0-0000-7000-8000-0000000000a1");
    private static final Delivery.Slot SLOT = new Delivery.Slot(
            UUID.fromString("7b1f6a54-3f0e-3c11-9d3a-0d2f6f0a0001"),
            new Provision.Placement(UUID.fromString("0198c1a0-0000-7000-8000-0000000000e1")),
            Beneficiary.Ref.child(UUID.fromString("0198c1a0-0000-7000-8000-000000000002")),
            new Home(UUID.fromString("0198c1a0-0000-7000-8000-000000000001"), new AreaCode("36.04.20.2006")),
            Item.Kind.FOOD,
            true,
            DAY,
            new Delivery.Amount(new BigDecimal(7), Delivery.Unit.MEAL_DAY));

    private DeliveryEvents() {}

    public static DeliveryEvent missed() {
        return event(2, Report.notReported(DAY));
    }

    public static DeliveryEvent made() {
        return event(
                3,
                new Report(
                        Report.Outcome.DELIVERED,
                        DAY.plusDays(1),
                        new BigDecimal("7.0"),
                        KITCHEN,
                        "STR-1",
                        null,
                        null));
    }

    public static DeliveryEvent refused() {
        return event(
                4,
                new Report(Report.Outcome.REFUSED, DAY.plusDays(1), null, KITCHEN, null, Report.Reason.ALLERGY, null));
    }

    public static Enum<?>[] reasons() {
        return Report.Reason.values();
    }

    private static DeliveryEvent event(long version, Report report) {
        return DeliveryEvent.of(Delivery.told(SLOT, report, version));
    }
}

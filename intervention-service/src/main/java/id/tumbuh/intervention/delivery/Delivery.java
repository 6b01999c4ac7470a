package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Something that is to be brought, or was. Only the moves listed here are possible; each makes the next version. */
sealed interface Delivery {
    Slot slot();

    long version();

    /**
     * What is to be brought to whom.
     *
     * @param planned whether it follows from the plan, or was told by whoever brought it
     * @param day on which it is due
     */
    record Slot(
            UUID id,
            Provision provision,
            Beneficiary.Ref of,
            Home home,
            Item.Kind item,
            boolean planned,
            LocalDate day,
            Amount amount) {
        Slot at(Home other) {
            return new Slot(id, provision, of, other, item, planned, day, amount);
        }
    }

    /** How much of it. */
    record Amount(BigDecimal quantity, Unit unit) {}

    /** The names stand in events and rules: never renamed. */
    enum Unit {
        /** Food for one day. */
        MEAL_DAY,
        VISIT,
        PACKAGE,
        BUILDING
    }

    static Planned plan(Slot slot) {
        return new Planned(slot, 1);
    }

    /** Deliveries of which somebody told what became of them, or time did. */
    sealed interface Told extends Delivery {
        Report report();
    }

    /** Due, and nothing was told yet. */
    record Planned(Slot slot, long version) implements Delivery {
        Cancelled cancelled() {
            return new Cancelled(slot, version + 1);
        }
    }

    record Delivered(Slot slot, Report report, long version) implements Told {}

    record Missed(Slot slot, Report report, long version) implements Told {}

    /** The family did not want it. */
    record Refused(Slot slot, Report report, long version) implements Told {}

    /** Not due any more: what gives it ended or was planned anew. */
    record Cancelled(Slot slot, long version) implements Delivery {
        Planned plannedAgain(Slot now) {
            return new Planned(now, version + 1);
        }
    }

    static Told told(Slot slot, Report report, long version) {
        return switch (report.outcome()) {
            case DELIVERED -> new Delivered(slot, report, version);
            case MISSED -> new Missed(slot, report, version);
            case REFUSED -> new Refused(slot, report, version);
        };
    }
}

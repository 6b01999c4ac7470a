package id.tumbuh.intervention.delivery;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is announced about a delivery: what became of it, in its whole state. Contracts: {@code contracts/intervention/}.
 *
 * @param placementId by what it is given, under the name it had when only sponsors gave (ADR 29)
 * @param programmeId the programme, where no sponsor gives it; then {@code placementId} is the need's place on its list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryEvent(
        UUID deliveryId,
        long version,
        UUID placementId,
        @Nullable UUID programmeId,
        @Nullable UUID childId,
        @Nullable UUID pregnancyId,
        UUID familyId,
        String areaCode,
        Item.Kind item,

        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate plannedOn,

        BigDecimal plannedQuantity,
        Delivery.Unit unit,
        State state,

        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate day,

        @Nullable BigDecimal quantity,
        @Nullable UUID providerId,
        Report.@Nullable Reason reason)
        implements IntegrationEvent {

    /** The state by its name on the wire. */
    public enum State {
        PLANNED,
        DELIVERED,
        MISSED,
        REFUSED,
        CANCELLED;

        static State of(Delivery delivery) {
            return switch (delivery) {
                case Delivery.Planned _ -> PLANNED;
                case Delivery.Delivered _ -> DELIVERED;
                case Delivery.Missed _ -> MISSED;
                case Delivery.Refused _ -> REFUSED;
                case Delivery.Cancelled _ -> CANCELLED;
            };
        }
    }

    static DeliveryEvent of(Delivery.Told told) {
        Delivery.Slot slot = told.slot();
        Report report = told.report();
        boolean ofChild = slot.of().kind() == Beneficiary.Kind.CHILD;
        return new DeliveryEvent(
                slot.id(),
                told.version(),
                slot.provision().id(),
                Deliveries.enrolment(slot, Provision.Enrolment::programmeId),
                ofChild ? slot.of().id() : null,
                ofChild ? null : slot.of().id(),
                slot.home().familyId(),
                slot.home().area().value(),
                slot.item(),
                slot.day(),
                plain(slot.amount().quantity()),
                slot.amount().unit(),
                State.of(told),
                report.day(),
                report.quantity() == null ? null : plain(report.quantity()),
                report.provider(),
                report.reason());
    }

    /** 10, not 1E+1. */
    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "intervention.deliveries";
    }

    @Override
    @JsonIgnore
    public String type() {
        String happened = switch (state) {
            case DELIVERED -> "delivery-made";
            case MISSED -> "delivery-missed";
            case REFUSED -> "delivery-refused";
            case PLANNED, CANCELLED -> throw new IllegalStateException("a plan is announced by its placement");
        };
        return "id.tumbuh.intervention." + happened + ".v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return deliveryId.toString();
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return familyId.toString();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}

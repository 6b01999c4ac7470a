package id.tumbuh.intervention.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.need.Item;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery as it is answered. */
@Schema(name = "Delivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID id,

        @Schema(description = "By which sponsor's promise it is given") @Nullable
        UUID placementId,

        @Schema(description = "Or by which place on the list of which programme") @Nullable
        UUID enrolmentId,

        @Nullable UUID programmeId,
        @Nullable UUID childId,
        @Nullable UUID pregnancyId,
        UUID familyId,
        String area,
        Item.Kind item,

        @Schema(description = "Whether it follows from the plan")
        boolean planned,

        LocalDate plannedOn,
        BigDecimal plannedQuantity,
        Delivery.Unit unit,
        DeliveryEvent.State state,
        @Nullable LocalDate day,
        @Nullable BigDecimal quantity,
        @Nullable UUID providerId,

        @Schema(
                description =
                        "Of what is only planned: the provider of the desa, or else of its kecamatan, who is to bring it")
        @Nullable
        UUID expectedProviderId,

        @Nullable String receipt,
        Report.@Nullable Reason reason,

        @Schema(description = "Only the partner that sent it has told so far; whoever was there replaces it") @Nullable
        Boolean byPartner,

        long version) {
    static final String EXAMPLE = """
            {"id": "7b1f6a54-3f0e-3c11-9d3a-0d2f6f0a0001", "placementId": "0198c1a0-0000-7000-8000-0000000000e1",
             "childId": "0198c1a0-0000-7000-8000-000000000002", "familyId": "0198c1a0-0000-7000-8000-000000000001",
             "area": "36.04.20.2006", "item": "FOOD", "planned": true, "plannedOn": "2026-08-15", "plannedQuantity": 7,
             "unit": "MEAL_DAY", "state": "DELIVERED", "day": "2026-08-15", "quantity": 7,
             "providerId": "0198c1a0-0000-7000-8000-0000000000a1", "receipt": "STR-0817", "version": 2}""";

    static DeliveryView of(DeliveryQueries.Shown shown) {
        Delivery delivery = shown.delivery();
        Delivery.Slot slot = delivery.slot();
        Report report = delivery instanceof Delivery.Told told ? told.report() : null;
        boolean ofChild = slot.of().kind() == Beneficiary.Kind.CHILD;
        BigDecimal quantity = report == null ? null : report.quantity();
        return new DeliveryView(
                slot.id(),
                Deliveries.placement(slot),
                Deliveries.enrolment(slot, Provision.Enrolment::id),
                Deliveries.enrolment(slot, Provision.Enrolment::programmeId),
                ofChild ? slot.of().id() : null,
                ofChild ? null : slot.of().id(),
                slot.home().familyId(),
                slot.home().area().value(),
                slot.item(),
                slot.planned(),
                slot.day(),
                DeliveryEvent.plain(slot.amount().quantity()),
                slot.amount().unit(),
                DeliveryEvent.State.of(delivery),
                report == null ? null : report.day(),
                quantity == null ? null : DeliveryEvent.plain(quantity),
                report == null ? null : report.provider(),
                shown.expectedFrom(),
                report == null ? null : report.receipt(),
                report == null ? null : report.reason(),
                (report != null && report.byPartner()) ? true : null,
                delivery.version());
    }
}

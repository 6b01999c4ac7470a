package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.need.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A placement as it is answered to those who look after needs and sponsors. */
@Schema(name = "Placement")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlacementView(
        UUID id,
        UUID needId,
        UUID sponsorId,
        @Nullable UUID childId,
        @Nullable UUID pregnancyId,
        UUID familyId,
        String area,
        List<Item.Kind> items,
        PlacementEvent.State state,

        @Schema(description = "Only while it is held") @Nullable
        Instant heldUntil,

        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable EndReason reason,
        @Nullable LocalDate endedOn,
        long version) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000e1", "needId": "3f2a2f57-7d2e-3c0d-9a52-7d1e3f0a5b11",
             "sponsorId": "0198c1a0-0000-7000-8000-0000000000d1", "childId": "0198c1a0-0000-7000-8000-000000000002",
             "familyId": "0198c1a0-0000-7000-8000-000000000001", "area": "36.04.20.2006", "items": ["FOOD"],
             "state": "COMMITTED", "from": "2026-08-15", "to": "2026-11-12", "version": 2}""";

    PlacementView {
        items = List.copyOf(items);
    }

    static PlacementView of(Placement placement) {
        PlacementEvent event = PlacementEvent.of(placement);
        return new PlacementView(
                event.placementId(),
                event.needId(),
                event.sponsorId(),
                event.childId(),
                event.pregnancyId(),
                event.familyId(),
                event.areaCode(),
                event.items(),
                event.state(),
                event.heldUntil(),
                event.from(),
                event.to(),
                event.reason(),
                event.endedOn(),
                event.version());
    }
}

package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.need.Item;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as somebody sends it.
 *
 * @param id of the planned delivery, or made by the sender for one that nobody planned
 * @param provisionId for whom; null where the plan says it
 * @param item what was brought; null where the plan says it
 * @param correction why what had been told was wrong
 */
record Sent(
        UUID id,
        @Nullable UUID provisionId,
        Item.@Nullable Kind item,
        Report report,
        Report.@Nullable Correction correction) {}

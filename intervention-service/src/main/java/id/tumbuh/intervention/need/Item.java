package id.tumbuh.intervention.need;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be given, for how long, and what it costs by the rule {@code need.answers}.
 *
 * @param days how long; null for what is given once
 */
@Schema(name = "NeededItem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Item(
        Kind item,

        @Schema(description = "Null for what is given once", examples = "56") @Nullable
        Integer days,

        @Schema(description = "In rupiah, by the rule; an estimate, not a price", examples = "924000")
        long costRupiah) {

    /** The names stand in events and rules: never renamed. */
    public enum Kind {
        FOOD,
        WATER,
        LATRINE,
        HOUSE,
        COUNSELLING,
        ECONOMIC_SUPPORT
    }

    /** Of two causes that call for the same, the one that calls for more of it. */
    Item orMore(Item other) {
        int byDays = Integer.compare(days == null ? 0 : days, other.days == null ? 0 : other.days);
        int more = byDays == 0 ? Long.compare(costRupiah, other.costRupiah) : byDays;
        return more >= 0 ? this : other;
    }
}

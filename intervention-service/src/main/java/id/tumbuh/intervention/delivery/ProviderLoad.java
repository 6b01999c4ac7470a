package id.tumbuh.intervention.delivery;

import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a provider would have to cook by the plan, day by day. A plan names no kitchen, so what an area eats is shared among its kitchens
 * by what each can make.
 */
@Schema(name = "ProviderLoad")
record ProviderLoad(
        UUID providerId,
        String area,

        @Schema(description = "Meals a day; 0 of one that takes no more", examples = "60")
        int capacity,

        @Schema(description = "Meals a day of all active providers of its area, itself included", examples = "150")
        int capacityOfArea,

        @Schema(description = "The days on which its share is more than it can make")
        List<LocalDate> overloaded,

        List<Day> days) {
    static final String EXAMPLE = """
            {"providerId": "0198c1a0-0000-7000-8000-0000000000a1", "area": "36.04.20", "capacity": 60, "capacityOfArea": 150,
             "overloaded": ["2026-08-16"],
             "days": [{"day": "2026-08-15", "portions": 140, "share": 56, "overloaded": false},
                      {"day": "2026-08-16", "portions": 160, "share": 64, "overloaded": true}]}""";

    /**
     * One day.
     *
     * @param portions meals that the area is to have, planned or delivered
     */
    @Schema(name = "ProviderDay")
    record Day(LocalDate day, long portions, long share, boolean overloaded) {}

    /** Meals that an area is to have on a day. */
    record Portions(LocalDate day, long portions) {}

    /** What the provider can make, and what all of its area can. */
    record Capacity(AreaCode area, int own, int ofArea) {
        /** Rounded up: a part of a meal is cooked as one. Where nobody can cook, all of it is missing. */
        long share(long portions) {
            return ofArea == 0 ? portions : Math.ceilDiv(portions * own, ofArea);
        }
    }

    static ProviderLoad of(UUID provider, Capacity capacity, List<Portions> portions) {
        List<Day> days = portions.stream()
                .map(one -> {
                    long share = capacity.share(one.portions());
                    return new Day(one.day(), one.portions(), share, share > capacity.own());
                })
                .toList();
        return new ProviderLoad(
                provider,
                capacity.area().value(),
                capacity.own(),
                capacity.ofArea(),
                days.stream().filter(Day::overloaded).map(Day::day).toList(),
                days);
    }
}

package id.tumbuh.intervention.matching;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sponsor with places to give.
 *
 * @param free how many
 * @param wishes areas where it would like to help; none is anywhere
 * @param client the application that acts for it
 */
public record FreeSponsor(
        UUID id,
        AreaCode area,
        int free,
        List<AreaCode> wishes,
        Set<Item.Kind> items,
        @Nullable String client) {
    public FreeSponsor {
        wishes = List.copyOf(wishes);
        items = Set.copyOf(items);
    }

    boolean wishesFor(AreaCode area) {
        return wishes.isEmpty() || wishes.stream().anyMatch(wish -> wish.contains(area));
    }
}

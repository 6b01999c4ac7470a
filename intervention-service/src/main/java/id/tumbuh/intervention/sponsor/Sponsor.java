package id.tumbuh.intervention.sponsor;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who promised to help.
 *
 * @param placed how many it helps or has reserved now
 * @param version grows by 1 with every change of the promise; placements leave it as it is
 */
public record Sponsor(UUID id, Promise promise, int placed, boolean active, long version) {

    /**
     * What was promised and by whom.
     *
     * @param institution the OPD, company or community; of an individual the word for it
     * @param name of a person to talk to; null where the institution says it all
     * @param reference the number the institution itself gave it, unique within institution and area
     * @param area where the sponsor belongs, which says who looks after it
     * @param capacity how many children or mothers it helps at once
     * @param preferredAreas where it would like to help; empty is anywhere
     * @param items what it gives
     * @param client the application that acts for it
     */
    public record Promise(
            SponsorKind kind,
            String institution,
            @Nullable String name,
            @Nullable String reference,
            AreaCode area,
            int capacity,
            List<AreaCode> preferredAreas,
            List<Item.Kind> items,
            LocalDate validFrom,
            LocalDate validUntil,
            @Nullable String client) {
        public Promise {
            preferredAreas = List.copyOf(preferredAreas);
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "Promise[" + kind + ", " + capacity + "]";
        }
    }

    int free() {
        return promise.capacity() - placed;
    }
}

package id.tumbuh.registry.aid;

import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Aid as it is planned.
 *
 * @param poorest how many of the families at risk, the poorest first; null: the families are named
 */
record NewAid(
        UUID id,
        AreaCode area,
        String kind,
        Giver giver,
        LocalDate on,
        List<UUID> families,
        @Nullable Integer poorest) {
    NewAid {
        families = families.stream().distinct().toList();
    }

    /** An organisation. */
    record Giver(String kind, String name) {}

    /** To recognise the same aid sent again. */
    String content() {
        return String.join(
                "|",
                area.value(),
                kind,
                giver.kind(),
                giver.name(),
                on.toString(),
                families.stream().sorted().toList().toString(),
                String.valueOf(poorest));
    }
}

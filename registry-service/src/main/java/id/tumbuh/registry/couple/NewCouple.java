package id.tumbuh.registry.couple;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A couple to be married as somebody reports it.
 *
 * @param groomId null for one who is registered nowhere here
 */
public record NewCouple(
        UUID id,
        UUID brideId,
        @Nullable UUID groomId,
        LocalDate registeredOn,
        @Nullable LocalDate plannedWeddingOn) {

    NewCouple of(UUID bride, @Nullable UUID groom) {
        return new NewCouple(id, bride, groom, registeredOn, plannedWeddingOn);
    }

    /** Everything that makes two reports the same, in a fixed order. */
    String content() {
        return String.join(
                "\u001f", "couple", brideId.toString(), text(groomId), registeredOn.toString(), text(plannedWeddingOn));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

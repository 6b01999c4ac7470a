package id.tumbuh.platform.erasure;

import id.tumbuh.platform.messaging.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What registry says of an erasure, as far as a service that keeps copies needs it.
 *
 * @param wholeFamily whether the family itself is erased, with everything of it, or children alone
 * @param otherIds pregnancies, couples and adults erased with it
 */
public record ErasureNotice(
        UUID erasureId, UUID familyId, boolean wholeFamily, List<UUID> childIds, List<UUID> otherIds) {
    public static final String TOPIC = "registry.erasures";
    private static final String FAMILY_ERASED = "id.tumbuh.registry.family-erased.v1";

    public ErasureNotice {
        childIds = List.copyOf(childIds);
        otherIds = List.copyOf(otherIds);
    }

    /** The part of the event that is read; what it does not carry yet is empty. */
    private record Body(
            UUID erasureId,
            UUID familyId,
            List<UUID> childIds,
            @Nullable List<UUID> otherIds) {}

    public static ErasureNotice of(ReceivedEvent event) {
        Body body = event.read(Body.class);
        return new ErasureNotice(
                body.erasureId(),
                body.familyId(),
                event.type().equals(FAMILY_ERASED),
                body.childIds(),
                body.otherIds() == null ? List.of() : body.otherIds());
    }

    /** Everybody and everything that must not come back under its id. */
    public List<UUID> erased() {
        List<UUID> ids = new ArrayList<>(childIds);
        ids.addAll(otherIds);
        if (wholeFamily) {
            ids.add(familyId);
        }
        return List.copyOf(ids);
    }
}

package id.tumbuh.reporting.told;

import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A state as an event told it. */
public record Told<T>(T state, long version) {

    /** The newest of each, in the order of the ids, so that two instances never wait for each other. */
    public static <T> List<Told<T>> newest(
            List<ReceivedEvent> events, Class<T> view, Function<T, ? extends @Nullable UUID> id) {
        Map<UUID, Told<T>> newest = new TreeMap<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                T state = event.read(view);
                newest.merge(
                        Optional.ofNullable(id.apply(state)).orElseThrow(() -> new UnreadableEvent("ID_MISSING")),
                        new Told<>(state, event.sequence()),
                        (one, other) -> one.version() >= other.version() ? one : other);
            }
        }
        return List.copyOf(newest.values());
    }
}

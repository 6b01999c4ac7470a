package id.tumbuh.intervention.webhook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner wants to be told of what.
 *
 * @param disabled why nothing is sent any more; null while it is
 */
record Endpoint(
        UUID id, String url, List<String> types, @Nullable Disabled disabled, long version) {
    Endpoint {
        types = List.copyOf(types);
    }

    /** The names are answered: never renamed. */
    enum Disabled {
        /** It answered 410. */
        GONE,
        /** It failed for three days. */
        RETRIES_EXHAUSTED
    }
}

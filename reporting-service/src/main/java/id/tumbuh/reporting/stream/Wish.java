package id.tumbuh.reporting.stream;

import id.tumbuh.platform.access.Scope;
import java.time.Instant;
import java.util.Set;

/** What a caller asked for and may see, for the stream and for the history alike; and until when. */
record Wish(String area, Set<String> types, Set<StreamedTopic> topics, Scope scope, Instant until) {
    Wish {
        types = Set.copyOf(types);
        topics = Set.copyOf(topics);
    }

    boolean includes(StreamedEvent event) {
        return event.topic().filter(topics::contains).isPresent()
                && (types.isEmpty() || types.contains(event.shortType()))
                && event.isFor(scope, area);
    }
}

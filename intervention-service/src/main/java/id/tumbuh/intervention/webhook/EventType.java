package id.tumbuh.intervention.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import id.tumbuh.intervention.placement.PlacementEvent;
import java.util.Arrays;
import java.util.Optional;

/** What partners are told of. The codes stand in payloads: never renamed. */
enum EventType {
    NEED_OPENED("need.opened"),
    PLACEMENT_HELD("placement.held"),
    PLACEMENT_COMMITTED("placement.committed"),
    PLACEMENT_RENEWED("placement.renewed"),
    PLACEMENT_ENDED("placement.ended"),
    /** Only when a partner asks for it. */
    TEST("webhook.test");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    @JsonValue
    String code() {
        return code;
    }

    static Optional<EventType> subscribable(String code) {
        return Arrays.stream(values())
                .filter(type -> type != TEST && type.code.equals(code))
                .findFirst();
    }

    static EventType of(PlacementEvent event) {
        return switch (event.state()) {
            case HELD -> PLACEMENT_HELD;
            case COMMITTED -> event.isRenewal() ? PLACEMENT_RENEWED : PLACEMENT_COMMITTED;
            case ENDED -> PLACEMENT_ENDED;
        };
    }
}

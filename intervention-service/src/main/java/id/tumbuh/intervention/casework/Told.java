package id.tumbuh.intervention.casework;

import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What is read from the envelope of an event alike for every topic. */
final class Told {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private Told() {}

    /** The day it was told; taken from the event and not from a clock, so that a rebuild dates everything alike. */
    static LocalDate day(ReceivedEvent event) {
        return event.time().atZone(ZONE).toLocalDate();
    }

    /** The aggregate a tombstone erases: it has no body that could say so. */
    static UUID key(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException notAnId) {
            throw new UnreadableEvent("KEY_UNREADABLE");
        }
    }
}

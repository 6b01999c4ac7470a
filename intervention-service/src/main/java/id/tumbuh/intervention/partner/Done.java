package id.tumbuh.intervention.partner;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a form did, told by the page that follows it. */
enum Done {
    HELD,
    COMMITTED,
    RENEWED,
    RELEASED,
    SENT,
    UNABLE;

    static Optional<Done> read(@Nullable String name) {
        return Arrays.stream(values()).filter(done -> done.name().equals(name)).findFirst();
    }

    String in(PartnerMessages words) {
        return switch (this) {
            case HELD -> words.doneHeld();
            case COMMITTED -> words.doneCommitted();
            case RENEWED -> words.doneRenewed();
            case RELEASED -> words.doneReleased();
            case SENT -> words.doneSent();
            case UNABLE -> words.doneUnable();
        };
    }
}

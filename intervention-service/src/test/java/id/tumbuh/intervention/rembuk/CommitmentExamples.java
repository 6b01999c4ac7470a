package id.tumbuh.intervention.rembuk;

import id.tumbuh.platform.messaging.IntegrationEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is announced of a commitment, as its contracts show it. */
public final class CommitmentExamples {
    private CommitmentExamples() {}

    public static List<IntegrationEvent> all() {
        return List.of(
                event(1, "OPEN", null),
                event(2, "KEPT", LocalDate.of(2026, 9, 12)),
                event(2, "BROKEN", null),
                event(2, "WITHDRAWN", null));
    }

    private static CommitmentEvent event(long version, String state, @Nullable LocalDate keptOn) {
        return new CommitmentEvent(
                UUID.fromString("0198c1a0-0000-7000-8000-0000000000d2"),
                version,
                UUID.fromString("0198c1a0-0000-7000-8000-0000000000d1"),
                "36.04",
                "COMPANY",
                BigDecimal.valueOf(120),
                LocalDate.of(2026, 9, 30),
                state,
                keptOn,
                keptOn == null ? null : "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }
}

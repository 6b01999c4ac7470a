package id.tumbuh.intervention.programme;

import id.tumbuh.platform.messaging.IntegrationEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What is announced of a programme, as its contracts show it. */
public final class ProgrammeExamples {
    private ProgrammeExamples() {}

    public static List<IntegrationEvent> all() {
        return List.of(
                event(ProgrammeEvent.Happened.CHANGED, 1, List.of()),
                event(
                        ProgrammeEvent.Happened.REALISED,
                        2,
                        List.of(new ProgrammeEvent.Realised(
                                1, BigDecimal.valueOf(12), List.of(new ProgrammeEvent.Money("APBD", 150_000_000))))));
    }

    private static ProgrammeEvent event(
            ProgrammeEvent.Happened happened, long version, List<ProgrammeEvent.Realised> realised) {
        return new ProgrammeEvent(
                happened,
                UUID.fromString("0198c1a0-0000-7000-8000-0000000000c1"),
                version,
                UUID.fromString("0198c1a0-0000-7000-8000-0000000000b1"),
                "PUPR",
                "36.04",
                2026,
                "SENSITIVE",
                "T5",
                BigDecimal.valueOf(240),
                List.of(new ProgrammeEvent.Money("APBD", 960_000_000), new ProgrammeEvent.Money("DD", 240_000_000)),
                realised,
                "PUPR",
                null,
                null,
                "ACTIVE");
    }
}

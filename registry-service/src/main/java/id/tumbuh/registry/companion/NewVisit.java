package id.tumbuh.registry.companion;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A visit as it is told, maybe days later. */
record NewVisit(
        UUID id,
        UUID team,
        Target.Key target,
        LocalDate on,
        VisitOutcome outcome,
        Map<String, Answer> checklist,
        List<String> services) {
    NewVisit {
        checklist = Map.copyOf(checklist);
        services = services.stream().distinct().sorted().toList();
    }

    /** To recognise the same visit sent again. */
    String content() {
        return String.join(
                "|",
                team.toString(),
                target.kind().name(),
                target.id().toString(),
                on.toString(),
                outcome.name(),
                new TreeMap<>(checklist).toString(),
                services.toString());
    }
}

package id.tumbuh.registry.companion;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What holds on a day: who is accompanied, how often, and what is asked.
 *
 * @param children states of growth in which a child of a family not at risk is a target itself; UNKNOWN is one of them
 * @param visitEvery days between two visits
 */
record CompanionPolicy(
        LocalDate today,
        int postpartumDays,
        int childBelowMonths,
        List<String> children,
        Map<TargetKind, Integer> visitEvery,
        int firstVisitDays,
        int monthsBeforeWedding,
        List<String> countingOutcomes,
        Map<TargetKind, List<String>> checklist,
        List<String> services,
        List<String> surveillanceItems,
        List<KrsFact> completeData) {
    CompanionPolicy {
        children = List.copyOf(children);
        visitEvery = Map.copyOf(visitEvery);
        countingOutcomes = List.copyOf(countingOutcomes);
        checklist = Map.copyOf(checklist);
        services = List.copyOf(services);
        surveillanceItems = List.copyOf(surveillanceItems);
        completeData = List.copyOf(completeData);
    }

    boolean counts(VisitOutcome outcome) {
        return countingOutcomes.contains(outcome.name());
    }
}

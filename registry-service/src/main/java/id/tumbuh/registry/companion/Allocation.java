package id.tumbuh.registry.companion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives targets to the teams that serve their desa: what is of one household goes to the team it has, everything else to the team
 * with the least to do, of equals to the lowest number. The same targets and teams always end the same.
 */
final class Allocation {
    /** A team as far as it matters here. */
    record Candidate(UUID id, String seat, int number, List<String> areas) {
        Candidate {
            areas = List.copyOf(areas);
        }
    }

    /** A target and the team it goes to; null: nobody serves its desa. */
    record Choice(Target target, @Nullable UUID team) {}

    private static final Comparator<Candidate> BY_NUMBER = Comparator.comparing(Candidate::seat)
            .thenComparingInt(Candidate::number)
            .thenComparing(Candidate::id);

    private final Map<String, List<Candidate>> byArea = new HashMap<>();
    private final Map<UUID, Integer> loads;
    private final Map<UUID, UUID> households;

    /**
     * @param loads what the teams have to do now
     * @param households the team a family, or somebody of it, has
     */
    Allocation(List<Candidate> teams, Map<UUID, Integer> loads, Map<UUID, UUID> households) {
        this.loads = new HashMap<>(loads);
        this.households = new HashMap<>(households);
        teams.stream()
                .sorted(BY_NUMBER)
                .forEach(team -> team.areas()
                        .forEach(area -> byArea.computeIfAbsent(area, _ -> new ArrayList<>())
                                .add(team)));
    }

    List<Choice> of(List<Target> targets) {
        return targets.stream()
                .map(target -> new Choice(target, choose(target)))
                .toList();
    }

    private @Nullable UUID choose(Target target) {
        List<Candidate> serving = byArea.getOrDefault(target.area(), List.of());
        if (serving.isEmpty()) {
            return null;
        }
        UUID known = households.get(target.family());
        UUID chosen = serving.stream().anyMatch(team -> team.id().equals(known)) && known != null
                ? known
                : serving.stream()
                        .min(Comparator.comparingInt(team -> loads.getOrDefault(team.id(), 0)))
                        .orElseThrow()
                        .id();
        loads.merge(chosen, 1, Integer::sum);
        households.put(target.family(), chosen);
        return chosen;
    }
}

package id.tumbuh.intervention.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feasible plan at once, from which the search goes on: the needs that count most, each with the sponsor that suits it best of those
 * who still have a place.
 */
final class FirstPlan {
    private FirstPlan() {}

    /** Needs in the order in which they should be helped: what each adds when those before it are helped. */
    static List<SoughtNeed> inOrder(MatchPlan plan) {
        Map<SoughtNeed, Long> gains = gains(plan);
        List<SoughtNeed> order = new ArrayList<>(plan.needs());
        order.sort(Comparator.comparingLong((SoughtNeed need) -> gains.getOrDefault(need, 0L))
                .reversed()
                .thenComparing(SoughtNeed::id));
        return order;
    }

    /**
     * What helping a need adds, without who helps: its rank, and the fair share of its kecamatan as long as that isn't reached. The
     * most urgent of a kecamatan come first, so the gains of a kecamatan only fall, and taking the largest is best.
     */
    static Map<SoughtNeed, Long> gains(MatchPlan plan) {
        MatchWeights weights = plan.terms().weights();
        Map<String, Integer> helped = new HashMap<>();
        Map<SoughtNeed, Long> gains = new HashMap<>();
        plan.needs().stream()
                .sorted(Comparator.comparingInt(
                                (SoughtNeed need) -> need.facts().rank())
                        .reversed()
                        .thenComparing(SoughtNeed::id))
                .forEach(need -> {
                    int place = helped.merge(need.kecamatan(), 1, Integer::sum);
                    boolean fair = place <= plan.terms().fairShare(need.kecamatan());
                    gains.put(need, (long) need.facts().rank() * weights.rank() + (fair ? weights.fairShare() : 0));
                });
        return gains;
    }

    static void give(MatchPlan plan) {
        Map<UUID, Integer> free = new HashMap<>();
        plan.sponsors().forEach(sponsor -> free.put(sponsor.id(), sponsor.free()));
        List<FreeSponsor> open = new ArrayList<>(plan.sponsors());
        for (SoughtNeed need : inOrder(plan)) {
            FreeSponsor best = best(need, open, plan.terms().weights());
            if (best != null) {
                need.give(best);
                if (free.merge(best.id(), -1, Integer::sum) == 0) {
                    open.remove(best);
                }
            }
        }
    }

    private static @Nullable FreeSponsor best(SoughtNeed need, List<FreeSponsor> open, MatchWeights weights) {
        FreeSponsor best = null;
        int most = -1;
        for (FreeSponsor sponsor : open) {
            int points = weights.pair(need.facts(), sponsor);
            if (points > most && Allowed.pair(need.facts(), sponsor)) {
                best = sponsor;
                most = points;
            }
        }
        return best;
    }
}

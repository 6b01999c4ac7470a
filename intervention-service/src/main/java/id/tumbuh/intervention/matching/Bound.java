package id.tumbuh.intervention.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * More than any possible plan can reach: the best choice of whom to help if every sponsor suited, and for each place the best pair the
 * sponsor could be in if it had the first choice. The first is exact (see {@link FirstPlan#gains}), so the gap between a plan and
 * the bound is at most what sponsors have to yield to each other.
 */
final class Bound {
    private Bound() {}

    static long of(MatchPlan plan) {
        int places = plan.places();
        return largest(FirstPlan.gains(plan).values().stream().mapToLong(Long::longValue), places)
                + largest(bestPairs(plan), places);
    }

    private static LongStream bestPairs(MatchPlan plan) {
        // Of the needs of a desa one stands for all, but for those whom the sponsor helped before.
        Map<String, SoughtNeed> ofDesa = new HashMap<>();
        Map<UUID, List<SoughtNeed>> earlier = new HashMap<>();
        plan.needs().forEach(need -> {
            ofDesa.putIfAbsent(need.facts().area().value(), need);
            need.facts()
                    .earlier()
                    .forEach(sponsor -> earlier.computeIfAbsent(sponsor, _ -> new ArrayList<>())
                            .add(need));
        });
        MatchWeights weights = plan.terms().weights();
        return plan.sponsors().stream().flatMapToLong(sponsor -> {
            PriorityQueue<Long> known = new PriorityQueue<>(Comparator.reverseOrder());
            earlier.getOrDefault(sponsor.id(), List.of())
                    .forEach(need -> known.add((long) weights.pair(need.facts(), sponsor)));
            long other = ofDesa.values().stream()
                    .mapToLong(need -> weights.pair(need.facts(), sponsor) - earlierPoints(need, sponsor, weights))
                    .max()
                    .orElse(0);
            return LongStream.range(0, sponsor.free())
                    .map(_ -> known.isEmpty() ? other : Math.max(other, known.remove()));
        });
    }

    private static int earlierPoints(SoughtNeed need, FreeSponsor sponsor, MatchWeights weights) {
        return need.facts().earlier().contains(sponsor.id()) ? weights.earlier() : 0;
    }

    private static long largest(LongStream values, int count) {
        return values.boxed()
                .sorted(Comparator.reverseOrder())
                .limit(count)
                .mapToLong(Long::longValue)
                .sum();
    }
}

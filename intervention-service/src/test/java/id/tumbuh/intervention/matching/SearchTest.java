package id.tumbuh.intervention.matching;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.api.score.HardSoftScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchTest {
    @Test
    void theFirstPlanIsPossible() {
        for (int seed = 0; seed < 200; seed++) {
            MatchPlan plan = new Invented(seed, 4).plan(40, 12, 3);
            FirstPlan.give(plan);

            assertThat(isPossible(plan)).as("seed %d", seed).isTrue();
        }
    }

    /** Every plan of a few needs and sponsors, one after the other: none exceeds the bound, and the search comes near the best. */
    @Test
    void noPlanExceedsTheBound() {
        for (int seed = 0; seed < 300; seed++) {
            MatchPlan plan = new Invented(seed, 2).plan(5, 3, 2);

            assertThat(best(plan, 0)).as("seed %d", seed).isLessThanOrEqualTo(Bound.of(plan));
        }
    }

    @Test
    void theFirstPlanHelpsThoseWhoCountMost() {
        MatchPlan plan = new Invented(7, 4).plan(60, 10, 2);
        FirstPlan.give(plan);
        List<SoughtNeed> order = FirstPlan.inOrder(plan);
        long places = plan.places();

        // whom anybody may help: consents for a partner alone may leave somebody out
        assertThat(order.stream()
                        .limit(places)
                        .filter(need -> need.facts().partners() == null)
                        .filter(need -> need.sponsor() == null))
                .isEmpty();
    }

    @Test
    void theSearchLeavesAPlanThatIsPossibleAndNotWorseThanTheFirst() {
        MatchPlan first = new Invented(3, 6).plan(120, 40, 2);
        FirstPlan.give(first);
        MatchPlan best = Search.lasting(Duration.ofSeconds(1)).best(new Invented(3, 6).plan(120, 40, 2), _ -> {});

        assertThat(isPossible(best)).isTrue();
        assertThat(requireNonNull(best.score())).isEqualTo(HardSoftScore.of(0, points(best)));
        assertThat(points(best)).isBetween(points(first), Bound.of(best));
    }

    @Test
    void stoppedAtOnceItStillHasAPlan() {
        Search search = Search.lasting(Duration.ofSeconds(30));
        MatchPlan best = search.best(new Invented(5, 6).plan(500, 200, 2), _ -> search.stop());

        assertThat(isPossible(best)).isTrue();
        assertThat(best.needs()).anyMatch(need -> need.sponsor() != null);
    }

    private static boolean isPossible(MatchPlan plan) {
        Map<UUID, Integer> given = new HashMap<>();
        for (SoughtNeed need : plan.needs()) {
            FreeSponsor sponsor = need.sponsor();
            if (sponsor != null) {
                given.merge(sponsor.id(), 1, Integer::sum);
                if (!Allowed.pair(need.facts(), sponsor)) {
                    return false;
                }
            }
        }
        return plan.sponsors().stream().allMatch(sponsor -> given.getOrDefault(sponsor.id(), 0) <= sponsor.free());
    }

    /** The points of the best possible plan, by trying all. */
    private static long best(MatchPlan plan, int from) {
        if (from == plan.needs().size()) {
            return isPossible(plan) ? points(plan) : 0;
        }
        List<@Nullable FreeSponsor> choices = new ArrayList<>(plan.sponsors());
        choices.add(null);
        long best = 0;
        for (FreeSponsor choice : choices) {
            plan.needs().get(from).give(choice);
            best = Math.max(best, best(plan, from + 1));
        }
        return best;
    }

    /** As the rules say it, without the solver. */
    private static long points(MatchPlan plan) {
        MatchWeights weights = plan.terms().weights();
        Map<String, Integer> helped = new HashMap<>();
        long points = 0;
        for (SoughtNeed need : plan.needs()) {
            FreeSponsor sponsor = need.sponsor();
            if (sponsor != null) {
                helped.merge(need.kecamatan(), 1, Integer::sum);
                points += (long) need.facts().rank() * weights.rank() + weights.pair(need.facts(), sponsor);
            }
        }
        for (Map.Entry<String, Integer> kecamatan : helped.entrySet()) {
            points += (long) Math.min(kecamatan.getValue(), plan.terms().fairShare(kecamatan.getKey()))
                    * weights.fairShare();
        }
        return points;
    }
}

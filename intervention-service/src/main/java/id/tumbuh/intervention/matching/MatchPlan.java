package id.tumbuh.intervention.matching;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All needs without a sponsor and all sponsors with a place, and who gets whom. */
@PlanningSolution
public final class MatchPlan {
    private List<SoughtNeed> needs;
    private List<FreeSponsor> sponsors;
    private Terms terms;
    private @Nullable HardSoftScore score;

    /**
     * What a plan is weighed by.
     *
     * @param fairShares how many of each kecamatan are helped when every kecamatan has the same part of its needs helped
     */
    public record Terms(MatchWeights weights, Map<String, Integer> fairShares) {
        public Terms {
            fairShares = Map.copyOf(fairShares);
        }

        int fairShare(String kecamatan) {
            return fairShares.getOrDefault(kecamatan, 0);
        }
    }

    @SuppressWarnings("NullAway.Init") // for the solver, which clones it field by field
    public MatchPlan() {}

    MatchPlan(List<SoughtNeed> needs, List<FreeSponsor> sponsors, Terms terms) {
        this.needs = needs;
        this.sponsors = sponsors;
        this.terms = terms;
    }

    @PlanningEntityCollectionProperty
    public List<SoughtNeed> getNeeds() {
        return needs;
    }

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    public List<FreeSponsor> getSponsors() {
        return sponsors;
    }

    @ProblemFactProperty
    public Terms getTerms() {
        return terms;
    }

    @PlanningScore
    public @Nullable HardSoftScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardSoftScore score) {
        this.score = score;
    }

    List<SoughtNeed> needs() {
        return needs;
    }

    List<FreeSponsor> sponsors() {
        return sponsors;
    }

    Terms terms() {
        return terms;
    }

    @Nullable
    HardSoftScore score() {
        return score;
    }

    /** How many can be helped at most. */
    int places() {
        return Math.min(
                needs.size(), sponsors.stream().mapToInt(FreeSponsor::free).sum());
    }
}

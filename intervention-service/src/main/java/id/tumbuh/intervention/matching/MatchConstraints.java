package id.tumbuh.intervention.matching;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.util.Objects;

/** What makes a plan possible, and what makes it good; each rule by itself. */
public final class MatchConstraints implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory all) {
        return new Constraint[] {
            noMoreThanPromised(all), consentedAndUseful(all), urgentFirst(all), fairShare(all), wellSuited(all)
        };
    }

    Constraint noMoreThanPromised(ConstraintFactory all) {
        return all.forEach(SoughtNeed.class)
                .groupBy(MatchConstraints::sponsor, count())
                .filter((sponsor, given) -> given > sponsor.free())
                .penalize(HardSoftScore.ONE_HARD, (sponsor, given) -> given - sponsor.free())
                .asConstraint("no more than promised");
    }

    Constraint consentedAndUseful(ConstraintFactory all) {
        return all.forEach(SoughtNeed.class)
                .filter(need -> !Allowed.pair(need.facts(), sponsor(need)))
                .penalize(HardSoftScore.ONE_HARD)
                .asConstraint("consented and useful");
    }

    Constraint urgentFirst(ConstraintFactory all) {
        return all.forEach(SoughtNeed.class)
                .join(MatchPlan.Terms.class)
                .reward(
                        HardSoftScore.ONE_SOFT,
                        (need, terms) ->
                                (long) need.facts().rank() * terms.weights().rank())
                .asConstraint("urgent first");
    }

    Constraint fairShare(ConstraintFactory all) {
        return all.forEach(SoughtNeed.class)
                .groupBy(SoughtNeed::kecamatan, count())
                .join(MatchPlan.Terms.class)
                .reward(
                        HardSoftScore.ONE_SOFT,
                        (kecamatan, helped, terms) -> Math.min(helped, terms.fairShare(kecamatan))
                                * terms.weights().fairShare())
                .asConstraint("fair share of each kecamatan");
    }

    Constraint wellSuited(ConstraintFactory all) {
        return all.forEach(SoughtNeed.class)
                .join(MatchPlan.Terms.class)
                .reward(HardSoftScore.ONE_SOFT, (need, terms) -> terms.weights().pair(need.facts(), sponsor(need)))
                .asConstraint("well suited");
    }

    /** Needs without a sponsor don't come here. */
    private static FreeSponsor sponsor(SoughtNeed need) {
        return Objects.requireNonNull(need.sponsor());
    }
}

package id.tumbuh.intervention.need;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Stunting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a new fact does to a need.
 *
 * @param one the beneficiary after the fact
 * @param family its family, after the fact too
 * @param open its open need, if it has one
 * @param merged its last need, if that ended because the child was merged into another
 */
public record NeedOf(
        Beneficiary one, Family family, Need.@Nullable Open open, Need.@Nullable Closed merged, NeedRules rules) {

    /** The need in its next version, or nothing when the fact leaves everything as it was. */
    public Optional<Need> after(Fact fact) {
        Optional<Plan> plan =
                one.active() && !hasOutgrown(fact) ? Plan.of(one, family, rules, fact.day()) : Optional.empty();
        if (plan.isEmpty()) {
            return Optional.ofNullable(open).map(need -> need.closed(closing(fact), fact.day()));
        }
        if (open != null) {
            return Optional.<Need>of(open.revised(one.home(), plan.get())).filter(need -> !need.equals(open));
        }
        if (merged != null) {
            return Optional.of(merged.resumed(one.home(), plan.get()));
        }
        return opening(fact).map(opening -> Need.open(opening, one.home(), plan.get(), fact.day()));
    }

    /** Only a day that has come makes a child too old: what is told late, as a file of years ago, tells how it was then. */
    private boolean hasOutgrown(Fact fact) {
        return fact instanceof Fact.Aged
                && one.reaches(rules.belowMonths())
                        .filter(end -> !fact.day().isBefore(end))
                        .isPresent();
    }

    /** Only what is told of the beneficiary itself opens a need; its family's circumstances and the calendar add to one. */
    private Optional<Need.Opening> opening(Fact fact) {
        return switch (fact) {
            case Fact.Growth growth -> opening("growth/" + growth.version(), NeedReason.CAUSE_FOUND);
            case Fact.Weighed weighed -> opening("weighed/" + weighed.version(), NeedReason.CAUSE_FOUND);
            case Fact.Checked checked -> opening("checked/" + checked.version(), NeedReason.CAUSE_FOUND);
            case Fact.Residence residence -> opening("return/" + residence.version(), NeedReason.RETURNED);
            case Fact.Carried carried -> opening("return/" + carried.version(), NeedReason.RETURNED);
            case Fact.ChildErased _, Fact.PregnancyErased _, Fact.Aged _, Fact.OfFamily _ -> Optional.empty();
        };
    }

    private Optional<Need.Opening> opening(String words, NeedReason reason) {
        return Optional.of(Need.Opening.by(one.ref(), words, reason));
    }

    private NeedReason closing(Fact fact) {
        return switch (fact) {
            case Fact.ChildErased _, Fact.PregnancyErased _ -> NeedReason.ERASED;
            case Fact.Residence residence when residence.merged() -> NeedReason.MERGED;
            case Fact.Growth growth
            when growth.stunting() == Stunting.NORMAL && !growth.measured() -> NeedReason.MEASUREMENT_WITHDRAWN;
            case Fact.Growth growth
            when growth.ageMonths() != null && growth.ageMonths() >= rules.belowMonths() -> NeedReason.GREW_OUT;
            case Fact.Weighed weighed when weighed.ageMonths() == null -> NeedReason.MEASUREMENT_WITHDRAWN;
            case Fact.Weighed weighed
            when weighed.ageMonths() != null && weighed.ageMonths() >= rules.belowMonths() -> NeedReason.GREW_OUT;
            case Fact.OfBeneficiary _, Fact.OfFamily _ -> closingOtherwise(fact);
        };
    }

    private NeedReason closingOtherwise(Fact fact) {
        if (!one.active()) {
            return one.ref().kind() == Beneficiary.Kind.PREGNANCY ? NeedReason.PREGNANCY_ENDED : NeedReason.INACTIVE;
        }
        return hasOutgrown(fact) ? NeedReason.GREW_OUT : NeedReason.CAUSES_GONE;
    }
}

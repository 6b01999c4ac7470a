package id.tumbuh.intervention.need;

import id.tumbuh.intervention.circumstance.Child;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Stunting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a new fact about a child does to its need. */
public final class ChildNeed {
    private ChildNeed() {}

    /**
     * The need in its next version, or nothing when the fact leaves everything as it was.
     *
     * @param child the child after the fact
     * @param open its open need, if it has one
     * @param merged its last need, if that ended because the child was merged into another
     * @param belowMonths the age at which a child has outgrown the programme
     */
    public static Optional<Need> after(
            Fact.OfChild fact, Child child, Need.@Nullable Open open, Need.@Nullable Closed merged, int belowMonths) {
        if (!child.inNeed()) {
            return Optional.ofNullable(open).map(need -> need.closed(closing(fact, child, belowMonths), fact.day()));
        }
        Severity severity = Severity.of(child.stunting());
        if (open == null && merged != null) {
            return Optional.of(merged.resumed(child.home(), severity));
        }
        if (open == null) {
            return Optional.of(Need.open(opening(fact), child.home(), severity, fact.day()));
        }
        return Optional.<Need>of(open.revised(child.home(), severity)).filter(need -> !need.equals(open));
    }

    private static Need.Opening opening(Fact.OfChild fact) {
        return switch (fact) {
            case Fact.Growth growth -> new Need.Opening.ByGrowth(growth.childId(), growth.version());
            case Fact.Residence residence -> new Need.Opening.ByReturn(residence.childId(), residence.version());
            case Fact.ChildErased _ -> throw new IllegalStateException("an erased child opens no need");
        };
    }

    private static NeedReason closing(Fact.OfChild fact, Child child, int belowMonths) {
        return switch (fact) {
            case Fact.ChildErased _ -> NeedReason.CHILD_ERASED;
            case Fact.Residence residence -> residence.merged() ? NeedReason.CHILD_MERGED : NeedReason.CHILD_INACTIVE;
            case Fact.Growth growth -> {
                if (child.stunting() != Stunting.NORMAL) {
                    throw new IllegalStateException("growth closes the need only of a child that is not stunted");
                }
                if (growth.ageMonths() != null && growth.ageMonths() >= belowMonths) {
                    yield NeedReason.GREW_OUT;
                }
                yield growth.measured() ? NeedReason.NO_LONGER_STUNTED : NeedReason.MEASUREMENT_WITHDRAWN;
            }
        };
    }
}

package id.tumbuh.intervention.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a child grew before, during and after help: a pure function of its weighings and of the time it was helped. */
@Schema(name = "ChildOutcome")
record ChildOutcome(Growth before, Growth during, Growth after, Recovery recovery) {

    /** By BB/TB. The names stand in answers: never renamed. */
    enum Recovery {
        /** Not wasted when help began, or not known to be. */
        NOT_WASTED,
        RECOVERED,
        STILL_WASTED,
        /** Wasted when help began, and not measured since. */
        NOT_MEASURED
    }

    static ChildOutcome of(List<Weighed> weighings, Growth.Window help, OutcomeRules rules) {
        var before = new Growth.Window(
                help.from().minusMonths(rules.monthsBefore()), help.from().minusDays(1));
        var after = new Growth.Window(help.to().plusDays(1), help.to().plusMonths(rules.monthsAfter()));
        return new ChildOutcome(
                Growth.of(weighings, before, rules),
                Growth.of(weighings, help, rules),
                Growth.of(weighings, after, rules),
                recovery(weighings, new Growth.Window(before.from(), after.to()), help.from(), rules.recoveredFrom()));
    }

    /** The last BB/TB until help began, beside the last one after. */
    private static Recovery recovery(
            List<Weighed> weighings, Growth.Window whole, LocalDate began, BigDecimal recoveredFrom) {
        BigDecimal start = null;
        BigDecimal end = null;
        for (Weighed one :
                weighings.stream().sorted(Comparator.comparing(Weighed::day)).toList()) {
            if (one.weightForLength() != null && whole.contains(one.day())) {
                if (one.day().isAfter(began)) {
                    end = one.weightForLength();
                } else {
                    start = one.weightForLength();
                }
            }
        }
        if (start == null || start.compareTo(recoveredFrom) >= 0) {
            return Recovery.NOT_WASTED;
        }
        if (end == null) {
            return Recovery.NOT_MEASURED;
        }
        return end.compareTo(recoveredFrom) >= 0 ? Recovery.RECOVERED : Recovery.STILL_WASTED;
    }
}

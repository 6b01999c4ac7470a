package id.tumbuh.reporting.commitment;

import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.monthly.MonthCounters.Months;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise of a rembuk.
 *
 * @param area its code, of any level
 * @param state {@code OPEN}, {@code KEPT}, {@code BROKEN} or {@code WITHDRAWN}
 */
public record Commitment(
        String area,
        String partyKind,
        BigDecimal quantity,
        LocalDate dueOn,
        String state,
        @Nullable LocalDate keptOn) {
    public Commitment {}

    public boolean isKept() {
        return state.equals("KEPT");
    }

    /** Due and not kept; intervention tells it a day later, so the day decides. */
    public boolean isOverdue(LocalDate today) {
        return state.equals("BROKEN") || (state.equals("OPEN") && dueOn.isBefore(today));
    }

    /** Due in its month and until the year is over; kept from then on when it was kept early. */
    void count(MonthCounters counters, int direction) {
        if (state.equals("WITHDRAWN")) {
            return;
        }
        List<String> areas = Country.levelsOf(area);
        YearMonth due = YearMonth.from(dueOn);
        YearMonth over = YearMonth.of(dueOn.getYear() + 1, 1);
        counters.addFrom(areas, "commitments.due", new Months(due, over), direction);
        if (isKept() && keptOn != null) {
            YearMonth kept = YearMonth.from(keptOn);
            counters.addFrom(areas, "commitments.kept", new Months(kept.isBefore(due) ? due : kept, over), direction);
        }
    }
}

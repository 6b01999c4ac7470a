package id.tumbuh.reporting.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.rules.Rule;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.reporting.indicator.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Until when a report is due, by the dated rule that held when the semester ended. */
@ApplicationScoped
class Deadline {
    private static final String RULE = "evaluation.due-days";
    private static final String POSYANDU = "evaluation.posyandu";

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final RuleBook rules;

    Deadline(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * A due day with the rule it comes from.
     *
     * @param on the last day on which it is not late
     */
    record Due(
            LocalDate on,
            String rule,
            String source,
            @Nullable String note) {
        boolean isLate(LocalDate day) {
            return day.isAfter(on);
        }
    }

    Due of(String area, Period period) {
        LocalDate end = period.last().atEndOfMonth();
        RuleSet set = rules.on(end);
        JsonNode days = set.json(RULE).path(new AreaCode(area).level().name());
        if (!days.isInt()) {
            throw new IllegalStateException("rule " + RULE + " has no due day for a level");
        }
        Rule rule = set.rule(RULE);
        return new Due(end.plusDays(days.intValue()), rule.code() + "/" + rule.version(), rule.source(), rule.note());
    }

    /** The day it was then where the kabupaten are. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, JAKARTA);
    }

    /** How many posyandu a report names. */
    int posyandu(Period period) {
        return rules.on(period.last().atEndOfMonth()).number(POSYANDU).intValueExact();
    }
}

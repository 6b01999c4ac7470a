package id.tumbuh.reporting.page;

import id.tumbuh.platform.rules.RuleSet;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;

/** What comes every year: the convergence actions and the months of measuring; the dated rule {@code calendar.year}. */
final class YearPlan {
    static final String RULE = "calendar.year";

    private YearPlan() {}

    /** One of them in a year. */
    record Action(String name, LocalDate from, LocalDate to) {
        /** An action without a season of its own. */
        boolean lastsAllYear() {
            return from.until(to).getMonths() >= 11;
        }

        boolean isOver(LocalDate today) {
            return to.isBefore(today);
        }

        boolean isRunning(LocalDate today) {
            return !from.isAfter(today) && !to.isBefore(today);
        }
    }

    static List<Action> of(RuleSet rules, int year, Locale locale) {
        return rules.json(RULE)
                .valueStream()
                .map(one -> new Action(
                        one.required(locale.getLanguage()).asText(),
                        day(one.required("from").asText(), year),
                        day(one.required("to").asText(), year)))
                .toList();
    }

    private static LocalDate day(String monthAndDay, int year) {
        return MonthDay.parse("--" + monthAndDay).atYear(year);
    }
}

package id.tumbuh.intervention.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.rules.Rule;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the dated rules themselves put into everybody's calendar: the months in which every child is measured, and the eight
 * convergence actions. Each is read from the rule in force when it is on; its sequence is the version of the rule.
 */
@ApplicationScoped
class RuledEntries {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Locale INDONESIAN = Locale.of("id");

    private final RuleBook rules;

    RuledEntries(RuleBook rules) {
        this.rules = rules;
    }

    List<Listed> in(AreaCode area, LocalDate first, LocalDate last) {
        List<Listed> entries = new ArrayList<>();
        for (YearMonth month = YearMonth.from(first);
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            measuring(area, month, entries);
        }
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            actions(area, year, entries);
        }
        return entries.stream()
                .filter(listed ->
                        !listed.entry().timing().beginnings(first, last).isEmpty())
                .toList();
    }

    private void measuring(AreaCode area, YearMonth month, List<Listed> entries) {
        RuleSet then = rules.on(month.atDay(1));
        boolean measured = then.json("calendar.measuring-months")
                .valueStream()
                .anyMatch(one -> one.intValue() == month.getMonthValue());
        if (measured) {
            String indonesian = month.getMonth().getDisplayName(TextStyle.FULL, INDONESIAN) + " " + month.getYear();
            String english = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
            entries.add(listed(
                    new CalendarEntry(
                            new CalendarEntry.Source("rule.measuring", month.toString()),
                            CalendarKind.MEASURING,
                            area,
                            new CalendarEntry.Title(
                                    "Pengukuran serentak " + indonesian, "Everybody is measured, " + english),
                            new Timing.Days(month.atDay(1), month.atEndOfMonth())),
                    then.rule("calendar.measuring-months")));
        }
    }

    private void actions(AreaCode area, int year, List<Listed> entries) {
        RuleSet then = rules.on(LocalDate.of(year, 1, 1));
        Rule rule = then.rule("calendar.convergence-actions");
        for (JsonNode action : then.json("calendar.convergence-actions")) {
            entries.add(listed(
                    new CalendarEntry(
                            new CalendarEntry.Source(
                                    "rule.convergence",
                                    year + "/" + action.required("code").asText()),
                            CalendarKind.CONVERGENCE,
                            area,
                            new CalendarEntry.Title(
                                    action.required("id").asText(),
                                    action.required("en").asText()),
                            new Timing.Days(day(year, action, "from"), day(year, action, "to"))),
                    rule));
        }
    }

    private static Listed listed(CalendarEntry entry, Rule rule) {
        return new Listed(
                entry.source().uid(),
                entry,
                false,
                rule.version() - 1,
                rule.validFrom().atStartOfDay(ZONE).toInstant());
    }

    private static LocalDate day(int year, JsonNode action, String end) {
        return MonthDay.parse("--" + action.required(end).asText()).atYear(year);
    }
}

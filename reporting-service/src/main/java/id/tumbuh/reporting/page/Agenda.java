package id.tumbuh.reporting.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.tumbuh.reporting.commitment.Commitment;
import id.tumbuh.reporting.monthly.MonthCounters;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is on, in words of one language, as of today. */
record Agenda(AgendaMessages words, Wording wording, Fields parties) {

    CalendarPage.Action action(YearPlan.Action action) {
        LocalDate today = MonthCounters.today();
        return new CalendarPage.Action(
                action.name(),
                words.span(wording.shortDate(action.from()), wording.shortDate(action.to())),
                state(action.from(), action.to()),
                action.isRunning(today),
                action.from().getDayOfYear() - 1,
                action.to().getDayOfYear() - action.from().getDayOfYear() + 1);
    }

    /** Over, under way, or in so many days. */
    String state(LocalDate from, LocalDate to) {
        LocalDate today = MonthCounters.today();
        if (to.isBefore(today)) {
            return words.over();
        }
        if (from.isAfter(today)) {
            return words.inDays(wording.count(ChronoUnit.DAYS.between(today, from)));
        }
        return from.equals(to) ? words.today() : words.running();
    }

    CalendarView.Dated entry(InterventionRecords.Entry one, long times, Map<String, String> names) {
        String days = one.from().equals(one.to())
                ? wording.shortDate(one.from())
                : words.span(wording.shortDate(one.from()), wording.shortDate(one.to()));
        return new CalendarView.Dated(
                one.from(),
                new CalendarPage.Entry(
                        days,
                        kind(one.kind()),
                        times == 1 ? one.title() : words.times(one.title(), wording.count(times)),
                        names.getOrDefault(one.area(), one.area()),
                        state(one.from(), one.to()),
                        false));
    }

    CalendarView.Dated entry(Commitment one, Map<String, String> names) {
        boolean overdue = one.isOverdue(MonthCounters.today());
        String state = one.isKept() ? words.kept() : overdue ? words.overdue() : state(one.dueOn(), one.dueOn());
        return new CalendarView.Dated(
                one.dueOn(),
                new CalendarPage.Entry(
                        wording.shortDate(one.dueOn()),
                        words.commitment(),
                        words.dueOf(party(one.partyKind())),
                        names.getOrDefault(one.area(), one.area()),
                        state,
                        overdue));
    }

    List<CalendarPage.Party> parties(List<Commitment> commitments) {
        LocalDate today = MonthCounters.today();
        return commitments.stream()
                .collect(groupingBy(Commitment::partyKind, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(one -> {
                    long kept =
                            one.getValue().stream().filter(Commitment::isKept).count();
                    long overdue = one.getValue().stream()
                            .filter(it -> it.isOverdue(today))
                            .count();
                    int all = one.getValue().size();
                    return new CalendarPage.Party(
                            party(one.getKey()),
                            wording.count(all),
                            wording.count(kept),
                            wording.count(overdue),
                            wording.count(all - kept - overdue));
                })
                .toList();
    }

    String party(String kind) {
        String words = parties.words(kind);
        return words == null ? kind : words;
    }

    private String kind(String kind) {
        return switch (kind) {
            case "REMBUK" -> words.rembuk();
            case "CASE_AUDIT" -> words.caseAudit();
            case "PROGRAMME" -> words.programme();
            default -> kind;
        };
    }
}

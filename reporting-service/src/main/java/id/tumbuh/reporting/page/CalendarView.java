package id.tumbuh.reporting.page;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.tumbuh.platform.rules.Rule;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.commitment.Commitment;
import id.tumbuh.reporting.commitment.CommitmentConsumer;
import id.tumbuh.reporting.commitment.Commitments;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts the year of an area together: what comes every year, what parties promised, and what intervention-service has on. */
@ApplicationScoped
class CalendarView {
    private final Areas areas;
    private final Commitments commitments;
    private final Progress progress;
    private final RuleBook rules;

    CalendarView(Areas areas, Commitments commitments, Progress progress, RuleBook rules) {
        this.areas = areas;
        this.commitments = commitments;
        this.progress = progress;
        this.rules = rules;
    }

    /** What stands in the database, read in one go; names are of the area, of those above and of those one level below. */
    record Read(
            Opening.Place place,
            int year,
            List<Commitment> commitments,
            Map<String, String> names,
            @Nullable Instant asOf) {
        String area() {
            return place.area().code();
        }
    }

    Read read(Handle sql, Opening.Place place, @Nullable Integer asked) {
        int year = asked == null ? MonthCounters.today().getYear() : asked;
        String area = place.area().code();
        Map<String, String> names = Stream.concat(
                        place.path().stream().map(Step::area), areas.children(sql, area).stream())
                .collect(toMap(Area::code, Area::name));
        return new Read(
                place,
                year,
                commitments.due(sql, area, year),
                names,
                progress.asOf(sql, List.of(CommitmentConsumer.GROUP)).orElse(null));
    }

    CalendarPage page(Read read, Intervention.Answer<List<InterventionRecords.Entry>> told, Locale locale) {
        AgendaMessages words = Pages.words(AgendaMessages.class, locale);
        Agenda agenda = new Agenda(words, new Wording(locale), Fields.of(rules(), "rembuk.parties", locale));
        Rule rule = rules().rule(YearPlan.RULE);
        return new CalendarPage(
                read.place(),
                read.year(),
                List.of(read.year() - 1, read.year(), read.year() + 1),
                read.asOf() == null ? null : new Wording(locale).moment(read.asOf()),
                YearPlan.of(rules(), read.year(), locale).stream()
                        .map(agenda::action)
                        .toList(),
                entries(read, told.orElse(List.of()), agenda),
                read.area().equals(Country.CODE)
                        ? words.country()
                        : told.missing(words.entriesRefused(), words.entriesAway()),
                agenda.parties(read.commitments()),
                new ProgrammePage.Note(rule.code(), words.assumed(), rule.source(), rule.note()));
    }

    private RuleSet rules() {
        return rules.on(MonthCounters.today());
    }

    private static List<CalendarPage.Entry> entries(Read read, List<InterventionRecords.Entry> told, Agenda agenda) {
        Stream<Dated> fromIntervention =
                told.stream().collect(groupingBy(one -> one, LinkedHashMap::new, counting())).entrySet().stream()
                        .map(one -> agenda.entry(one.getKey(), one.getValue(), read.names()));
        Stream<Dated> promised = read.commitments().stream().map(one -> agenda.entry(one, read.names()));
        return Stream.concat(fromIntervention, promised)
                .sorted(Comparator.comparing(Dated::day))
                .map(Dated::entry)
                .toList();
    }

    /** An entry with the day it is sorted by. */
    record Dated(LocalDate day, CalendarPage.Entry entry) {}
}

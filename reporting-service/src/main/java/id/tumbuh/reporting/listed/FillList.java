package id.tumbuh.reporting.listed;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.indicator.PeriodFigures;
import id.tumbuh.reporting.indicator.Sources;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.survey.Question;
import id.tumbuh.reporting.survey.RecordedFigure;
import id.tumbuh.reporting.survey.RecordedFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Looks up what is known of the indicators of a list: counted from events where there are any, otherwise what was recorded. */
@ApplicationScoped
public class FillList {
    private static final int YEAR = 12;

    /** A figure of a whole year is as late as its December; of the same time the one that was published last. */
    private static final Comparator<RecordedFigure> LATEST = Comparator.<RecordedFigure>comparingInt(
                    one -> one.month() == null ? YEAR : one.month())
            .thenComparing(
                    one -> one.source().publishedOn(), Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(RecordedFigure::id);

    private final IndicatorLists lists;
    private final Indicators indicators;
    private final PeriodFigures figures;
    private final RecordedFigures recorded;
    private final Progress progress;

    FillList(
            IndicatorLists lists,
            Indicators indicators,
            PeriodFigures figures,
            RecordedFigures recorded,
            Progress progress) {
        this.lists = lists;
        this.indicators = indicators;
        this.figures = figures;
        this.recorded = recorded;
        this.progress = progress;
    }

    public FilledList fill(Handle sql, IndicatorList list, Area area, Period period) {
        List<ListEntry> entries = lists.entries(sql, list.code(), lastDay(period));
        Map<String, PeriodFigures.Counted> counted = figures.all(sql, computed(entries), area.code(), period);
        List<RecordedFigure> said = recorded
                .of(sql, new Question(area.code(), null, period.first().getYear()))
                .stream()
                .filter(one -> isOf(one, period))
                .toList();
        return new FilledList(
                list,
                area,
                period,
                entries.stream()
                        .map(entry -> new FilledList.Line(entry, known(entry, counted, said)))
                        .toList(),
                progress.asOf(sql, Sources.ALL).orElse(null));
    }

    /** The list is as it stood when the period ended, or stands now. */
    private static LocalDate lastDay(Period period) {
        LocalDate end = period.last().atEndOfMonth();
        LocalDate today = MonthCounters.today();
        return end.isAfter(today) ? today : end;
    }

    private List<Indicator> computed(List<ListEntry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.ofNullable(entry.computed()))
                .map(one -> indicators.of(one.code()))
                .distinct()
                .toList();
    }

    /** What was said of a year is of no part of it. */
    private static boolean isOf(RecordedFigure one, Period period) {
        Integer month = one.month();
        return month == null ? period.isYear() : period.contains(YearMonth.of(one.year(), month));
    }

    /** Nothing counted is nothing known: an area that sends no events may have recorded. */
    private static Known known(ListEntry entry, Map<String, PeriodFigures.Counted> counted, List<RecordedFigure> said) {
        ListEntry.Computed computed = entry.computed();
        PeriodFigures.Counted found = computed == null ? null : counted.get(computed.code());
        if (computed != null && found != null && found.figure().denominator() > 0) {
            return new Known.Computed(computed.code(), found.figure(), found.months());
        }
        return recorded(entry, said).orElseGet(Known.Unrecorded::new);
    }

    private static Optional<Known> recorded(ListEntry entry, List<RecordedFigure> said) {
        List<RecordedFigure> its = said.stream()
                .filter(one -> one.indicator().equals(entry.indicator()))
                .filter(one -> one.said().numerator() != null || one.said().percent() != null)
                .toList();
        return its.stream()
                .max(LATEST)
                .map(latest -> new Known.Recorded(latest, its.stream().anyMatch(latest::contradicts)));
    }
}

package id.tumbuh.reporting.page;

import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.listed.FillList;
import id.tumbuh.reporting.listed.FilledList;
import id.tumbuh.reporting.listed.IndicatorList;
import id.tumbuh.reporting.listed.IndicatorLists;
import id.tumbuh.reporting.listed.Known;
import id.tumbuh.reporting.listed.ListEntry;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads a national list of an area and period and puts it into words. */
@ApplicationScoped
class NationalView {
    private static final int SEMESTERS = 3;

    private final IndicatorLists lists;
    private final FillList filling;
    private final Recorder recorder;

    NationalView(IndicatorLists lists, FillList filling, Recorder recorder) {
        this.lists = lists;
        this.filling = filling;
        this.recorder = recorder;
    }

    /** What stands in the database, read in one go. */
    record Read(Opening.Place place, List<IndicatorList> lists, FilledList filled) {}

    /** A list or period that there is not is the first of them. */
    Read read(Handle sql, Opening.Place place, @Nullable String list, @Nullable String period) {
        List<IndicatorList> all = lists.all(sql);
        IndicatorList chosen =
                all.stream().filter(one -> one.code().equals(list)).findFirst().orElseGet(all::getFirst);
        Period within = Optional.ofNullable(period)
                .flatMap(Period::of)
                .filter(one -> !one.first().isAfter(MonthCounters.present()))
                .orElseGet(() -> Period.yearOf(MonthCounters.present()));
        return new Read(place, all, filling.fill(sql, chosen, place.area(), within));
    }

    /** @param recorded the indicator that was just recorded, if any */
    NationalPage page(Read read, Locale locale, @Nullable String recorded) {
        Wording wording = new Wording(locale);
        NationalMessages words = Pages.words(NationalMessages.class, locale);
        FilledList filled = read.filled();
        int of = filled.lines().size();
        return new NationalPage(
                read.place(),
                filled.list().code(),
                filled.list().name().in(locale),
                filled.period().code(),
                text(filled.period(), words),
                read.lists().stream()
                        .map(one -> new NationalPage.Choice(
                                one.code(),
                                one.name().in(locale),
                                one.code().equals(filled.list().code())))
                        .toList(),
                periods(filled.period(), words),
                words.knownOf(wording.count(filled.known()), wording.count(of)),
                howMany(filled, words, wording),
                of == 0 ? 0 : 100 * filled.known() / of,
                groups(filled, new NationalRow(words, wording, locale), locale),
                filled.list().source(),
                filled.asOf() == null ? null : wording.moment(filled.asOf()),
                recorder.mayRecord(),
                filled.lines().stream()
                        .filter(line -> line.entry().indicator().equals(recorded))
                        .findFirst()
                        .map(line -> Pages.words(RecordMessages.class, locale)
                                .done(line.entry().name().in(locale)))
                        .orElse(null));
    }

    private static String howMany(FilledList filled, NationalMessages words, Wording wording) {
        long computed = filled.lines().stream()
                .filter(line -> line.known() instanceof Known.Computed)
                .count();
        int missing = filled.lines().size() - filled.known();
        return words.howMany(wording.count(computed), wording.count(filled.known() - computed), wording.count(missing));
    }

    /** This year and the one before, and the latest semesters; the one that is shown as well. */
    private static List<NationalPage.Choice> periods(Period shown, NationalMessages words) {
        YearMonth present = MonthCounters.present();
        Period year = Period.yearOf(present);
        List<Period> offered = new ArrayList<>(List.of(year, year.before()));
        Period semester = Period.semesterOf(present);
        for (int back = 0; back < SEMESTERS; back++) {
            offered.add(semester);
            semester = semester.before();
        }
        if (!offered.contains(shown)) {
            offered.add(shown);
        }
        return offered.stream()
                .map(one -> new NationalPage.Choice(one.code(), text(one, words), one.equals(shown)))
                .toList();
    }

    private static String text(Period period, NationalMessages words) {
        String year = Integer.toString(period.first().getYear());
        if (period.isYear()) {
            return words.yearOf(year);
        }
        String number = Roman.of(period.code().charAt(6) - '0');
        return period.isSemester() ? words.semesterOf(number, year) : words.quarterOf(number, year);
    }

    private static List<NationalPage.Group> groups(FilledList filled, NationalRow row, Locale locale) {
        Map<ListEntry.Group, List<NationalPage.Row>> groups = new LinkedHashMap<>();
        filled.lines()
                .forEach(line -> groups.computeIfAbsent(line.entry().group(), _ -> new ArrayList<>())
                        .add(row.of(line)));
        return groups.entrySet().stream()
                .map(group -> new NationalPage.Group(
                        group.getKey().code(), group.getKey().name().in(locale), group.getValue()))
                .toList();
    }
}

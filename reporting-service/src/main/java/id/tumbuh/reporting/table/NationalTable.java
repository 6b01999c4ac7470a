package id.tumbuh.reporting.table;

import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.listed.FillList;
import id.tumbuh.reporting.listed.FilledList;
import id.tumbuh.reporting.listed.IndicatorList;
import id.tumbuh.reporting.listed.IndicatorLists;
import id.tumbuh.reporting.listed.Known;
import id.tumbuh.reporting.listed.ListEntry;
import id.tumbuh.reporting.statement.Source;
import id.tumbuh.reporting.survey.RecordedFigure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The lists of the centre with what is known of each of their indicators. */
@ApplicationScoped
class NationalTable implements FigureTable {
    private final IndicatorLists lists;
    private final FillList filling;

    NationalTable(IndicatorLists lists, FillList filling) {
        this.lists = lists;
        this.filling = filling;
    }

    @Override
    public String code() {
        return "national-lists";
    }

    @Override
    public Set<String> readers() {
        return Readers.OF_FIGURES;
    }

    @Override
    public List<List<@Nullable Object>> rows(Handle sql, Wanted wanted, int most) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (IndicatorList list : lists.all(sql)) {
            FilledList filled = filling.fill(sql, list, wanted.area(), wanted.period());
            filled.lines().forEach(line -> rows.add(row(filled, line)));
        }
        return rows;
    }

    private static List<@Nullable Object> row(FilledList filled, FilledList.Line line) {
        ListEntry entry = line.entry();
        Known known = line.known();
        RecordedFigure said = known instanceof Known.Recorded(RecordedFigure one, boolean _) ? one : null;
        Source source = said == null ? null : said.source();
        return Arrays.asList(
                filled.area().code(),
                filled.area().name(),
                filled.period().code(),
                filled.list().code(),
                entry.place(),
                entry.group().code(),
                entry.indicator(),
                entry.name().indonesian(),
                entry.name().english(),
                entry.unit(),
                entry.standing(),
                known.getClass().getSimpleName().toUpperCase(Locale.ROOT),
                known.numerator(),
                known.denominator(),
                known.percent(),
                known instanceof Known.Computed(String code, Figure _, List<YearMonth> _) ? code : null,
                of(known, said),
                source == null ? null : source.author(),
                source == null ? null : source.title(),
                source == null ? null : source.publishedOn(),
                source == null ? null : source.url(),
                filled.asOf());
    }

    /** The year or month that a recorded figure is of, or the last month that a computed one is of. */
    private static @Nullable Object of(Known known, @Nullable RecordedFigure said) {
        if (said != null) {
            Integer month = said.month();
            return month == null ? Integer.toString(said.year()) : YearMonth.of(said.year(), month);
        }
        return known instanceof Known.Computed(String _, Figure _, List<YearMonth> months) ? months.getLast() : null;
    }
}

package id.tumbuh.reporting.listed;

import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.listed.IndicatorList.Words;
import id.tumbuh.reporting.statement.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A list with what is known, in JSON.
 *
 * @param known of how many of its indicators something is known
 * @param of how many it has
 * @param coverage the same in percent
 */
@Schema(name = "FilledIndicatorList", examples = ListView.EXAMPLE)
record ListView(
        String code,
        Words name,
        String source,
        String area,
        String areaName,
        String period,
        int known,
        int of,
        @Nullable BigDecimal coverage,
        @Nullable Instant asOf,
        List<Entry> entries) {
    static final String EXAMPLE = """
            {"code": "ran-pasti", "name": {"indonesian": "Lima kegiatan prioritas RAN PASTI", "english": "The five priority activities of RAN PASTI"},
             "source": "Peraturan BKKBN 12/2021", "area": "36.04", "areaName": "Kabupaten Serang", "period": "2026-S1", "known": 4, "of": 5,
             "coverage": 80.0, "asOf": "2026-07-02T03:11:00Z", "entries": [{"place": 2, "indicator": "krs-companionship", "group":
             "kegiatan", "name": {"indonesian": "Pendampingan keluarga berisiko stunting", "english": "Companionship of families at risk"},
             "groupName": {"indonesian": "Kegiatan prioritas", "english": "Priority activities"}, "unit": "PERCENT", "lowerIsBetter": false,
             "standing": "PUBLISHED", "definition": "Peraturan BKKBN 12/2021", "origin": "COMPUTED", "numerator": 812, "denominator": 1034,
             "value": 78.5300, "told": {"indonesian": "Dihitung dari peristiwa", "english": "Counted from events"}, "computedAs":
             "krs-companioned", "difference": {"indonesian": "Dari penugasan TPK pada akhir periode.", "english":
             "By assignments of companion teams at the end of the period."}, "months": ["2026-06"], "recorded": null}]}""";

    private static final Words COUNTED = new Words("Dihitung dari peristiwa", "Counted from events");
    private static final Words UNRECORDED = new Words("Belum tercatat", "Not recorded yet");
    private static final int DECIMALS = 1;

    /** Where a figure is from. */
    enum Origin {
        COMPUTED,
        RECORDED,
        UNRECORDED
    }

    /**
     * An indicator of the list.
     *
     * @param definition where its wording is from
     * @param told where the figure is from, in words
     * @param computedAs the indicator that events give, also where there are no events yet
     * @param difference in what that is not quite what is asked for
     * @param months those that a computed figure is of
     */
    @Schema(name = "ListedIndicator")
    record Entry(
            int place,
            String indicator,
            Words name,
            String group,
            Words groupName,
            ListEntry.Unit unit,
            boolean lowerIsBetter,
            ListEntry.Standing standing,
            String definition,
            Origin origin,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal value,
            Words told,
            @Nullable String computedAs,
            @Nullable Words difference,
            List<YearMonth> months,
            @Nullable Said recorded) {
        static Entry of(FilledList.Line line) {
            ListEntry entry = line.entry();
            Known known = line.known();
            ListEntry.Computed computed = entry.computed();
            return new Entry(
                    entry.place(),
                    entry.indicator(),
                    entry.name(),
                    entry.group().code(),
                    entry.group().name(),
                    entry.unit(),
                    entry.lowerIsBetter(),
                    entry.standing(),
                    entry.source(),
                    originOf(known),
                    known.numerator(),
                    known.denominator(),
                    known.percent(),
                    wordsOf(known),
                    computed == null ? null : computed.code(),
                    computed == null ? null : computed.difference(),
                    known instanceof Known.Computed(String _, Figure _, List<YearMonth> months) ? months : List.of(),
                    known instanceof Known.Recorded one ? Said.of(one) : null);
        }
    }

    /** Who recorded it, and of when it is. */
    @Schema(name = "ListedStatement")
    record Said(UUID id, int year, @Nullable Integer month, String definition, boolean contradicted, Source source) {
        static Said of(Known.Recorded known) {
            return new Said(
                    known.one().id(),
                    known.one().year(),
                    known.one().month(),
                    known.one().definition(),
                    known.contradicted(),
                    known.one().source());
        }
    }

    static ListView of(FilledList filled) {
        int of = filled.lines().size();
        return new ListView(
                filled.list().code(),
                filled.list().name(),
                filled.list().source(),
                filled.area().code(),
                filled.area().name(),
                filled.period().code(),
                filled.known(),
                of,
                of == 0
                        ? null
                        : BigDecimal.valueOf(100L * filled.known())
                                .divide(BigDecimal.valueOf(of), DECIMALS, RoundingMode.HALF_UP),
                filled.asOf(),
                filled.lines().stream().map(Entry::of).toList());
    }

    private static Origin originOf(Known known) {
        return switch (known) {
            case Known.Computed _ -> Origin.COMPUTED;
            case Known.Recorded _ -> Origin.RECORDED;
            case Known.Unrecorded _ -> Origin.UNRECORDED;
        };
    }

    private static Words wordsOf(Known known) {
        return switch (known) {
            case Known.Computed _ -> COUNTED;
            case Known.Unrecorded _ -> UNRECORDED;
            case Known.Recorded recorded -> {
                Source source = recorded.one().source();
                String cited = source.author() + ", " + source.title();
                yield new Words(cited, cited);
            }
        };
    }
}

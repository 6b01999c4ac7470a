package id.tumbuh.reporting.page;

import id.tumbuh.reporting.listed.FilledList;
import id.tumbuh.reporting.listed.Known;
import id.tumbuh.reporting.listed.ListEntry;
import id.tumbuh.reporting.survey.RecordedFigure;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts an indicator of a national list and what is known of it into words. */
record NationalRow(NationalMessages words, Wording wording, Locale locale) {
    private static final String NOTHING = "–";

    NationalPage.Row of(FilledList.Line line) {
        ListEntry entry = line.entry();
        Known known = line.known();
        return new NationalPage.Row(
                entry.place(),
                entry.name().in(locale),
                value(entry, known),
                counts(entry, known),
                source(known),
                known instanceof Known.Recorded(RecordedFigure one, boolean _)
                        ? one.source().url()
                        : null,
                line.isKnown(),
                notes(entry, known),
                recording(entry, known));
    }

    /** What events tell is not recorded beside them. */
    private static NationalPage.@Nullable Recording recording(ListEntry entry, Known known) {
        return switch (known) {
            case Known.Computed _ -> null;
            case Known.Recorded(RecordedFigure one, boolean _) ->
                new NationalPage.Recording(entry.indicator(), one.id().toString());
            case Known.Unrecorded _ -> new NationalPage.Recording(entry.indicator(), "");
        };
    }

    private String value(ListEntry entry, Known known) {
        Long numerator = known.numerator();
        return entry.unit() == ListEntry.Unit.COUNT && numerator != null
                ? wording.count(numerator)
                : wording.percent(known.percent());
    }

    private String counts(ListEntry entry, Known known) {
        Long numerator = known.numerator();
        Long denominator = known.denominator();
        if (numerator == null || (entry.unit() == ListEntry.Unit.COUNT && denominator == null)) {
            return NOTHING;
        }
        return denominator == null
                ? wording.count(numerator)
                : words.ofWhom(wording.count(numerator), wording.count(denominator));
    }

    private String source(Known known) {
        return switch (known) {
            case Known.Computed computed ->
                computed.months().size() == 1
                        ? words.fromEventsOf(wording.month(computed.months().getFirst()))
                        : words.fromEvents();
            case Known.Recorded(RecordedFigure one, boolean _) -> when(one) + ": " + wording.cited(one.source());
            case Known.Unrecorded _ -> words.unrecorded();
        };
    }

    private String when(RecordedFigure one) {
        Integer month = one.month();
        return month == null ? Integer.toString(one.year()) : wording.month(YearMonth.of(one.year(), month));
    }

    private List<String> notes(ListEntry entry, Known known) {
        List<String> notes = new ArrayList<>();
        ListEntry.Computed computed = entry.computed();
        if (computed != null && known instanceof Known.Computed) {
            notes.add(computed.difference().in(locale));
        }
        if (known instanceof Known.Recorded(RecordedFigure _, boolean contradicted) && contradicted) {
            notes.add(words.contradicted());
        }
        if (entry.lowerIsBetter()) {
            notes.add(words.lowerIsBetter());
        }
        if (entry.standing() == ListEntry.Standing.OPEN) {
            notes.add(words.wordingOpen());
        }
        return notes;
    }
}

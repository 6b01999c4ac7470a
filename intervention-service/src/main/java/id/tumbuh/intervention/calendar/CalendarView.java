package id.tumbuh.intervention.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One day or stretch of days an entry is on. */
@Schema(name = "CalendarDay")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarView(
        @Schema(description = "The same for every day of an entry that comes again")
        UUID id,

        CalendarKind kind,

        @Schema(description = "What of the kind put it there, as `rembuk` or `commitment`", examples = "weighing")
        String feature,

        String area,
        String title,
        LocalDate from,

        @Schema(description = "The last day, counted") LocalDate to,

        @Schema(description = "Only of what isn't all day", examples = "08:00") @Nullable
        LocalTime fromTime,

        @Nullable LocalTime toTime,

        @Schema(description = "Grows by 1 with every change")
        int sequence) {
    static final String EXAMPLE = """
            [{"id": "6f1b2a34-8f4e-3d59-9f61-0a2d6c1e7b10", "kind": "WEIGHING", "feature": "weighing", "area": "36.04.20.2006",
              "title": "Hari posyandu: Posyandu Melati 2", "from": "2026-11-10", "to": "2026-11-10",
              "fromTime": "08:00", "toTime": "11:00", "sequence": 0},
             {"id": "0f6f6f0a-1d0c-3a53-9d3a-62b1f1c9a001", "kind": "CASE_AUDIT", "feature": "case-audit", "area": "36.04",
              "title": "Audit kasus stunting 2026-2: seleksi", "from": "2026-11-30", "to": "2026-11-30", "sequence": 1}]""";

    static List<CalendarView> of(Listed listed, LocalDate first, LocalDate last, Locale language) {
        Timing timing = listed.entry().timing();
        return timing.beginnings(first, last).stream()
                .map(day -> switch (timing) {
                    case Timing.Days days -> of(listed, language, days.startsOn(), days.endsOn(), null, null);
                    case Timing.Hours hours -> of(listed, language, day, day, hours.from(), hours.to());
                    case Timing.Monthly monthly -> of(listed, language, day, day, monthly.from(), monthly.to());
                })
                .toList();
    }

    private static CalendarView of(
            Listed listed,
            Locale language,
            LocalDate from,
            LocalDate to,
            @Nullable LocalTime fromTime,
            @Nullable LocalTime toTime) {
        CalendarEntry entry = listed.entry();
        return new CalendarView(
                listed.uid(),
                entry.kind(),
                entry.source().feature(),
                entry.area().value(),
                language.equals(Locale.ENGLISH)
                        ? entry.title().english()
                        : entry.title().indonesian(),
                from,
                to,
                fromTime,
                toTime,
                listed.sequence());
    }
}

package id.tumbuh.intervention.calendar;

import id.tumbuh.platform.database.Transaction;
import java.time.LocalTime;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Where features put what they have on, in the transaction that changes it. What is put again as it is changes nothing; what
 * is taken away and put again is the same entry in a later sequence.
 */
public final class Calendar {
    private Calendar() {}

    /** Returns whether anything changed. */
    public static boolean put(Transaction tx, CalendarEntry entry) {
        return bound(tx.sql().createUpdate("""
                        insert into calendar_entry (id, feature, source_id, kind, area_code, title, title_en, timing, starts_on,
                            ends_on, from_time, to_time, pattern)
                        values (:id, :feature, :source, :kind, :area, :title, :english, :timing, :starts, cast(:ends as date),
                            cast(:from as time), cast(:to as time), cast(:pattern as text))
                        on conflict on constraint calendar_entry_pk do update
                        set kind = excluded.kind, area_code = excluded.area_code, title = excluded.title,
                            title_en = excluded.title_en, timing = excluded.timing, starts_on = excluded.starts_on,
                            ends_on = excluded.ends_on, from_time = excluded.from_time, to_time = excluded.to_time,
                            pattern = excluded.pattern, cancelled = false, sequence = calendar_entry.sequence + 1,
                            changed_at = transaction_timestamp()
                        where calendar_entry.cancelled
                            or (calendar_entry.kind, calendar_entry.area_code, calendar_entry.title, calendar_entry.title_en,
                                calendar_entry.timing, calendar_entry.starts_on, calendar_entry.ends_on,
                                calendar_entry.from_time, calendar_entry.to_time, calendar_entry.pattern)
                            is distinct from (excluded.kind, excluded.area_code, excluded.title, excluded.title_en,
                                excluded.timing, excluded.starts_on, excluded.ends_on, excluded.from_time, excluded.to_time,
                                excluded.pattern)"""), entry).execute() > 0;
    }

    /** Whoever has it in a calendar sees it cancelled. Returns whether it was there. */
    public static boolean remove(Transaction tx, CalendarEntry.Source source) {
        return tx.sql().createUpdate("""
                        update calendar_entry
                        set cancelled = true, sequence = sequence + 1, changed_at = transaction_timestamp()
                        where id = :id and not cancelled""").bind("id", source.uid()).execute() > 0;
    }

    private static Update bound(Update insert, CalendarEntry entry) {
        insert.bind("id", entry.source().uid())
                .bind("feature", entry.source().feature())
                .bind("source", entry.source().id())
                .bind("kind", entry.kind().name())
                .bind("area", entry.area().value())
                .bind("title", entry.title().indonesian())
                .bind("english", entry.title().english())
                .bind("starts", entry.timing().startsOn())
                .bind("ends", entry.timing().endsOn());
        return switch (entry.timing()) {
            case Timing.Days _ -> hours(insert.bind("timing", "DAYS"), null, null, null);
            case Timing.Hours hours -> hours(insert.bind("timing", "HOURS"), hours.from(), hours.to(), null);
            case Timing.Monthly monthly ->
                hours(
                        insert.bind("timing", "MONTHLY"),
                        monthly.from(),
                        monthly.to(),
                        monthly.pattern().rule());
        };
    }

    private static Update hours(
            Update insert, @Nullable LocalTime from, @Nullable LocalTime to, @Nullable String pattern) {
        return insert.bind("from", from).bind("to", to).bind("pattern", pattern);
    }
}

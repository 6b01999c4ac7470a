package id.tumbuh.intervention.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Entries as iCalendar, RFC 5545 with the refresh interval of RFC 7986. The stamp of an entry is when it changed last, so the
 * same entries are the same bytes.
 */
final class ICalendarFile {
    private static final String ZONE = CalendarRules.ZONE.getId();
    /** Western Indonesia has kept this offset, without summer time, since. */
    private static final LocalDate OFFSET_SINCE = LocalDate.of(1964, 1, 1);

    private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

    private ICalendarFile() {}

    /** How the feed itself is called, in which language, and how often it is worth reading. */
    record Heading(String name, Locale language, Duration refresh) {}

    static String of(Heading heading, List<Listed> entries) {
        var calendar = new net.fortuna.ical4j.model.Calendar();
        calendar.add(new ProdId("-//Tumbuh//Kalender aksi//ID"))
                .add(ImmutableVersion.VERSION_2_0)
                .add(ImmutableCalScale.GREGORIAN)
                .add(new XProperty("X-WR-CALNAME", heading.name()))
                .add(new XProperty("X-WR-TIMEZONE", ZONE))
                .add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), heading.refresh()));
        List<Listed> shown = entries.stream()
                .filter(listed -> hasADay(listed.entry().timing()))
                .toList();
        // also where nothing is on: a calendar without any component is not allowed
        if (shown.isEmpty()
                || shown.stream().anyMatch(listed -> !(listed.entry().timing() instanceof Timing.Days))) {
            calendar.add(zone());
        }
        shown.forEach(listed -> calendar.add(event(listed, heading.language())));
        return written(calendar);
    }

    /** The latest change of any entry. */
    static Instant lastModified(List<Listed> entries) {
        return entries.stream().map(Listed::changedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static boolean hasADay(Timing timing) {
        return !(timing instanceof Timing.Monthly monthly)
                || monthly.endsOn() == null
                || !monthly.firstDay().isAfter(monthly.endsOn());
    }

    private static VEvent event(Listed listed, Locale language) {
        CalendarEntry.Title title = listed.entry().title();
        VEvent event = new VEvent(false);
        event.add(new Uid(listed.uid() + "@tumbuh.id"))
                .add(new DtStamp(listed.changedAt()))
                .add(new LastModified(listed.changedAt()))
                .add(new Sequence(listed.sequence()))
                .add(listed.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED)
                .add(new Summary(language.equals(Locale.ENGLISH) ? title.english() : title.indonesian()))
                .add(new Categories(listed.entry().kind().name()))
                .add(new XProperty("X-TUMBUH-AREA", listed.entry().area().value()))
                .add(ImmutableTransp.TRANSPARENT);
        times(listed.entry().timing()).forEach(event::add);
        return event;
    }

    private static List<Property> times(Timing timing) {
        return switch (timing) {
            // the end of RFC 5545 is the day after
            case Timing.Days days ->
                List.of(
                        start(days.startsOn()),
                        new DtEnd<Temporal>(
                                new ParameterList(List.of(Value.DATE)),
                                days.endsOn().plusDays(1)));
            case Timing.Hours hours -> during(hours.startsOn(), hours.from(), hours.to());
            case Timing.Monthly monthly -> monthly(monthly);
        };
    }

    private static List<Property> monthly(Timing.Monthly monthly) {
        List<Property> first = during(monthly.firstDay(), monthly.from(), monthly.to());
        return List.of(first.getFirst(), first.getLast(), new RRule<ZonedDateTime>(recurrence(monthly)));
    }

    /** The end is said in UTC, as RFC 5545 3.3.10 asks of a start in local time with a zone. */
    private static String recurrence(Timing.Monthly monthly) {
        String rule = "FREQ=MONTHLY;" + monthly.pattern().rule();
        if (monthly.endsOn() == null) {
            return rule;
        }
        ZonedDateTime until = ZonedDateTime.of(monthly.endsOn(), LocalTime.of(23, 59, 59), CalendarRules.ZONE);
        return rule + ";UNTIL=" + until.toInstant().toString().replaceAll("[-:]", "");
    }

    private static List<Property> during(LocalDate day, LocalTime from, LocalTime to) {
        return List.of(
                new DtStart<>(day.atTime(from).atZone(CalendarRules.ZONE)),
                new DtEnd<>(day.atTime(to).atZone(CalendarRules.ZONE)));
    }

    private static Property start(LocalDate day) {
        return new DtStart<Temporal>(new ParameterList(List.of(Value.DATE)), day);
    }

    private static VTimeZone zone() {
        Standard wib = new Standard();
        wib.add(new DtStart<>(OFFSET_SINCE.atStartOfDay()))
                .add(new TzOffsetFrom(WIB))
                .add(new TzOffsetTo(WIB))
                .add(new TzName("WIB"));
        VTimeZone zone = new VTimeZone(new ComponentList<>(List.of(wib)));
        zone.add(new TzId(ZONE));
        return zone;
    }

    private static String written(net.fortuna.ical4j.model.Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true).output(calendar, text); // refuses what RFC 5545 does not allow
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}

package id.tumbuh.intervention.calendar;

import id.tumbuh.intervention.calendar.CalendarQueries.Wanted;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes the iCalendar text of an area, with what a reader needs to know whether it has changed. */
@ApplicationScoped
class MakeFeed {
    private final CalendarQueries entries;
    private final CalendarRules rules;

    MakeFeed(CalendarQueries entries, CalendarRules rules) {
        this.entries = entries;
        this.rules = rules;
    }

    /** Which part of the calendar, for whose eyes. */
    record Part(Scope scope, AreaCode area, Set<CalendarKind> kinds, Locale language) {
        Part {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * A feed as it is now.
     *
     * @param tag changes with every byte of the text
     */
    record Feed(String text, String tag, Instant lastModified) {}

    Feed of(Part part) {
        CalendarPolicy policy = rules.policy();
        LocalDate today = rules.today();
        List<Listed> found = entries.entries(
                part.scope(),
                new Wanted(
                        part.area(),
                        part.kinds(),
                        today.minus(policy.past()),
                        today.plus(policy.future()),
                        today.minus(policy.cancelledFor())
                                .atStartOfDay(CalendarRules.ZONE)
                                .toInstant()));
        String text = ICalendarFile.of(
                new ICalendarFile.Heading("Tumbuh " + part.area(), part.language(), policy.refresh()), found);
        return new Feed(text, tag(text), ICalendarFile.lastModified(found).truncatedTo(ChronoUnit.SECONDS));
    }

    private static String tag(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

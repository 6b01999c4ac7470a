package id.tumbuh.intervention.calendar;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleSet;
import java.time.Duration;
import java.time.Period;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the calendar on one day.
 *
 * @param past how far back a feed goes
 * @param future how far ahead
 * @param cancelledFor how long what was cancelled is still told
 * @param expiresAfter how long the address of a feed is good
 */
record CalendarPolicy(
        Map<String, Set<CalendarKind>> kindsOfRole,
        Period past,
        Period future,
        Period cancelledFor,
        Duration expiresAfter,
        int readsPerHour,
        int unknownReadsPerMinute,
        Duration refresh) {
    CalendarPolicy {
        kindsOfRole = Map.copyOf(kindsOfRole);
    }

    static CalendarPolicy of(RuleSet rules) {
        Map<String, Set<CalendarKind>> kinds = new TreeMap<>();
        rules.json("calendar.kinds-of-role")
                .properties()
                .forEach(role -> kinds.put(role.getKey(), kinds(role.getValue())));
        JsonNode feed = rules.json("calendar.feed");
        return new CalendarPolicy(
                kinds,
                days(feed, "pastDays"),
                days(feed, "futureDays"),
                days(feed, "cancelledDays"),
                Duration.ofDays(number(feed, "expiresAfterDays")),
                number(feed, "readsPerHour"),
                number(feed, "unknownReadsPerMinute"),
                Duration.ofHours(number(feed, "refreshHours")));
    }

    /** What all these roles together may see; of it what is wanted, or everything when nothing is. */
    Set<CalendarKind> kinds(Collection<String> roles, @Nullable Set<CalendarKind> wanted) {
        Set<CalendarKind> seen = EnumSet.noneOf(CalendarKind.class);
        roles.forEach(role -> seen.addAll(kindsOfRole.getOrDefault(role, Set.of())));
        if (wanted != null) {
            seen.retainAll(wanted);
        }
        return seen;
    }

    private static Set<CalendarKind> kinds(JsonNode list) {
        return list.valueStream()
                .map(kind -> CalendarKind.valueOf(kind.asText()))
                .collect(toCollection(() -> EnumSet.noneOf(CalendarKind.class)));
    }

    private static Period days(JsonNode feed, String name) {
        return Period.ofDays(number(feed, name));
    }

    private static int number(JsonNode feed, String name) {
        return feed.required(name).intValue();
    }
}

package id.tumbuh.intervention.calendar;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kinds of entries as they are asked for. */
final class Kinds {
    private Kinds() {}

    /** From a query, with commas between; null for all. */
    static @Nullable Set<CalendarKind> ofQuery(@Nullable String kinds) {
        return kinds == null ? null : of(Arrays.asList(kinds.split(",", -1)));
    }

    static Set<CalendarKind> of(Collection<String> names) {
        Set<CalendarKind> kinds = EnumSet.noneOf(CalendarKind.class);
        for (String name : names) {
            kinds.add(Arrays.stream(CalendarKind.values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            Problem.of(CommonProblem.INVALID_REQUEST).at("/kinds", CalendarProblem.KIND_UNKNOWN))));
        }
        return kinds;
    }
}

package id.tumbuh.intervention.listing;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of area codes a list is read from: {@code from <= code < to}, in the order of code points.
 *
 * <p>Row level security decides what is seen; the range only lets the database go straight to it instead of passing over
 * everything that isn't.
 */
public record AreaRange(String from, String to) {
    /** Sorts after the dot that follows an area's own code and before any digit. */
    private static final char BEYOND = '/';

    private static final AreaRange EVERYWHERE = new AreaRange("", ":");

    /** The area the caller asks for, or else all the areas of its scope. */
    public static AreaRange of(@Nullable String area, Scope scope) {
        if (area == null) {
            return of(scope);
        }
        return within(code(area));
    }

    /** An area and all below it. */
    public static AreaRange within(AreaCode area) {
        return new AreaRange(area.value(), area.value() + BEYOND);
    }

    /** An area code from a query. */
    public static AreaCode code(String area) {
        if (!AreaCode.isValid(area)) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        return new AreaCode(area);
    }

    private static AreaRange of(Scope scope) {
        List<AreaCode> areas = scope.areas();
        if (scope.unlimited() || areas.isEmpty()) {
            return EVERYWHERE;
        }
        String last = areas.stream()
                .map(area -> area.value() + BEYOND)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new AreaRange(areas.stream().sorted().findFirst().orElseThrow().value(), last);
    }
}

package id.tumbuh.reporting.stream;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.Country;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a caller asks for, and refuses what is not there or not for them. */
@ApplicationScoped
class Wishes {
    private final Caller caller;

    Wishes(Caller caller) {
        this.caller = caller;
    }

    Wish read(@Nullable String area, @Nullable String types) {
        Set<StreamedTopic> topics = StreamedTopic.readableBy(caller.roles());
        return new Wish(checkedArea(area), checkedTypes(types, topics), topics, caller.scope(), caller.expires());
    }

    private String checkedArea(@Nullable String area) {
        if (area == null || area.equals(Country.CODE)) {
            return Country.CODE;
        }
        if (!AreaCode.isValid(area)) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        if (!caller.scope().allows(new AreaCode(area))) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return area;
    }

    /** A page asks for the same types whoever reads it, and hears of those that are for its reader. */
    private static Set<String> checkedTypes(@Nullable String types, Set<StreamedTopic> readable) {
        if (types == null || types.isBlank()) {
            return Set.of();
        }
        Set<String> wanted =
                Arrays.stream(types.split(",", -1)).map(String::trim).collect(Collectors.toSet());
        Set<String> forThisRole = wanted.stream()
                .filter(type -> readable.contains(topicOf(type)))
                .collect(Collectors.toUnmodifiableSet());
        if (forThisRole.isEmpty()) {
            throw new ProblemException(
                    Problem.of(CommonProblem.FORBIDDEN).at("/types", StreamProblem.TYPE_NOT_FOR_YOUR_ROLE));
        }
        return forThisRole;
    }

    private static StreamedTopic topicOf(String type) {
        return StreamedTopic.ofType(type)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(CommonProblem.INVALID_REQUEST).at("/types", StreamProblem.UNKNOWN_EVENT_TYPE)));
    }
}

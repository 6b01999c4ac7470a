package id.tumbuh.intervention.listing;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of a list by area and id is wanted: at most {@code limit} rows after the place where the last page ended. */
public record Page(int limit, Place after) {
    public static final int MOST = 1000;
    private static final String USUAL = "100";
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final Place START = new Place("", FIRST_ID);

    /** The sort key of a row. */
    public record Place(String area, UUID id) {}

    public static Page of(@Nullable String after, @Nullable String limit) {
        return new Page(limit(limit), after == null ? START : place(after));
    }

    /** One row more than the page holds, which tells whether there is another page. */
    public int rowsToRead() {
        return limit + 1;
    }

    /** The page as an answer, with a link to the next one if there is one. */
    public <T> Response answer(List<T> read, Function<T, Place> placeOf, UriInfo uri) {
        return answer(read, limit, uri, last -> {
            Place place = placeOf.apply(last);
            return Cursor.after(place.area(), place.id().toString());
        });
    }

    /** One page of the rows read, with a link that begins after its last row if there are more. */
    static <T> Response answer(List<T> read, int limit, UriInfo uri, Function<T, Cursor> after) {
        List<T> rows = read.subList(0, Math.min(limit, read.size()));
        Response.ResponseBuilder answer = Response.ok(rows);
        if (read.size() > limit) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder()
                            .replaceQueryParam(
                                    "after", after.apply(rows.getLast()).encoded()))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    static int limit(@Nullable String given) {
        String text = given == null ? USUAL : given;
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(CommonProblem.NOT_A_NUMBER);
        }
        throw refused(CommonProblem.OUT_OF_RANGE);
    }

    private static ProblemException refused(CommonProblem reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/limit", reason));
    }

    private static Place place(String cursor) {
        List<String> key = Cursor.decode(cursor, 2).key();
        try {
            return new Place(new AreaCode(key.getFirst()).value(), UUID.fromString(key.getLast()));
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
        }
    }
}

package id.tumbuh.registry.batch;

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

/** Lists in pages. */
public final class Pages {
    private static final int MOST = 1000;

    private Pages() {}

    public static int limit(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/limit", CommonProblem.OUT_OF_RANGE));
        }
        return wanted;
    }

    public static AreaCode requiredArea(@Nullable AreaCode area) {
        if (area == null) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.REQUIRED));
        }
        return area;
    }

    /** Where a list in the order of area and id goes on. */
    public record Position(String area, UUID id) {
        private static final Position START = new Position("", new UUID(0, 0));

        public static Position after(@Nullable String cursor) {
            if (cursor == null) {
                return START;
            }
            List<String> key = Cursor.decode(cursor, 2).key();
            try {
                return new Position(key.get(0), UUID.fromString(key.get(1)));
            } catch (IllegalArgumentException invented) {
                throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
            }
        }

        public String cursor() {
            return Cursor.after(area, id.toString()).encoded();
        }
    }

    /** A full page says where the next one begins. */
    public static <T> Response page(List<T> rows, int limit, Function<T, Position> position, UriInfo uri) {
        Response.ResponseBuilder response = Response.ok(rows);
        if (rows.size() == limit) {
            response.links(Link.fromUriBuilder(uri.getRequestUriBuilder()
                            .replaceQueryParam(
                                    "after", position.apply(rows.getLast()).cursor()))
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}

package id.tumbuh.intervention.listing;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of a list by urgency is wanted: at most {@code limit} rows after the place where the last page ended. */
public record RankPage(int limit, Place after) {
    private static final Place START = new Place(Integer.MAX_VALUE, new UUID(0, 0));

    /** The sort key of a row: the higher rank first, then the id. */
    public record Place(int rank, UUID id) {}

    public static RankPage of(@Nullable String after, @Nullable String limit) {
        return new RankPage(Page.limit(limit), after == null ? START : place(after));
    }

    /** The page as an answer, with a link to the next one if there is one. */
    public <T> Response answer(List<T> read, Function<T, Place> placeOf, UriInfo uri) {
        return Page.answer(read, limit, uri, last -> {
            Place place = placeOf.apply(last);
            return Cursor.after(Integer.toString(place.rank()), place.id().toString());
        });
    }

    private static Place place(String cursor) {
        List<String> key = Cursor.decode(cursor, 2).key();
        try {
            return new Place(Integer.parseInt(key.getFirst()), UUID.fromString(key.getLast()));
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
        }
    }
}

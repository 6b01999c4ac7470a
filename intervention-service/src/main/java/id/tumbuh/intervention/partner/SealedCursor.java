package id.tumbuh.intervention.partner;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a partner's page ended, encrypted for it: the place is a rank and an id, of which a partner knows neither. */
@ApplicationScoped
public class SealedCursor {
    private static final String USE = "cursor";
    private final PartnerKeys keys;

    SealedCursor(PartnerKeys keys) {
        this.keys = keys;
    }

    /** Which list of which client. */
    public record Listing(String client, String name) {}

    /** What is shown of a row, and where it stands in the list. */
    public record Row<V>(String place, V view) {}

    /** Reads a cursor of this list and client; anything else is {@code INVALID_CURSOR}. */
    public @Nullable String read(Listing list, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return keys.open(
                            USE,
                            list.client(),
                            list.name(),
                            Base64.getUrlDecoder().decode(cursor))
                    .map(text -> new String(text, StandardCharsets.UTF_8))
                    .orElseThrow(SealedCursor::unknown);
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
    }

    /** One page of the rows read, of which one more than the limit tells that there is another. */
    public <V> Response page(Listing list, List<Row<V>> read, int limit, UriInfo uri) {
        List<Row<V>> rows = read.subList(0, Math.min(limit, read.size()));
        Response.ResponseBuilder answer =
                Response.ok(rows.stream().map(Row::view).toList()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        String next = next(list, read, limit);
        if (next != null) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("after", next))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }

    /** Where the next page begins, if there is one. */
    <V> @Nullable String next(Listing list, List<Row<V>> read, int limit) {
        return read.size() > limit ? written(list, read.get(limit - 1).place()) : null;
    }

    private String written(Listing list, String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.seal(USE, list.client(), list.name(), place.getBytes(StandardCharsets.UTF_8)));
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
    }
}

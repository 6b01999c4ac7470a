package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.exchange.Ledger.Line;
import id.tumbuh.measurement.exchange.Ledger.PageEnd;
import id.tumbuh.measurement.exchange.Ledger.State;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Cursor;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The ledger of what another system was told. Ids of measurements and how they stand, nothing about a child. */
@Path("/v1/exchange")
public class LedgerResource {

    private static final int MOST_PER_PAGE = 1_000;

    private final Database database;
    private final Ledger ledger;
    private final Caller caller;

    LedgerResource(Database database, Ledger ledger, Caller caller) {
        this.database = database;
        this.ledger = ledger;
        this.caller = caller;
    }

    /** How many stand how, and a page of them. */
    @Schema(name = "ExchangeLedger")
    record Body(Map<State, Long> counts, List<Line> lines) {}

    @GET
    @Path("/ledger")
    @RolesAllowed({Roles.ADMIN, Roles.SYSTEM, Roles.BKKBN})
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exchangeLedger",
            summary = "What another system was told of the measurements in scope",
            description = "Counts of all states, and a page of lines. Pages follow each other by `Link: rel=next`.")
    @APIResponse(
            responseCode = "200",
            description = "Counts and lines",
            content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(responseCode = "400", description = "Unknown state, limit or cursor")
    public Response read(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw wrong("/limit", CommonProblem.OUT_OF_RANGE);
        }
        State wanted = state == null ? null : state(state);
        PageEnd end = after == null ? null : pageEnd(after);
        Body body = database.read(
                caller.scope(), sql -> new Body(ledger.counts(sql), ledger.page(sql, wanted, end, limit + 1)));
        List<Line> page = body.lines().subList(0, Math.min(limit, body.lines().size()));
        Response.ResponseBuilder response = Response.ok(new Body(body.counts(), page));
        if (body.lines().size() > limit) {
            Line last = page.getLast();
            String cursor = Cursor.after(
                            last.destination(), last.measurementId().toString())
                    .encoded();
            response.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam("after", cursor)
                            .build(),
                    "next");
        }
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** How many lines are tried again. */
    @Schema(name = "ExchangeRetry")
    record Retried(int lines) {}

    @POST
    @Path("/ledger:retry")
    @RolesAllowed(Roles.ADMIN)
    @RunOnVirtualThread
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retryExchange",
            summary = "Try everything again that was set aside in scope",
            description = "After the other system put right what made it refuse. Calling it twice does no harm.")
    @APIResponse(responseCode = "200", description = "How many lines are tried again")
    public Retried retry() {
        return new Retried(database.write(caller.scope(), tx -> {
            int lines = ledger.retry(tx.sql());
            tx.audit(AuditEntry.of(caller, "RETRY", "exchange-ledger", lines, null));
            return lines;
        }));
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("/state", CommonProblem.OUT_OF_RANGE));
    }

    private static PageEnd pageEnd(String cursor) {
        List<String> key = Cursor.decode(cursor, 2).key();
        try {
            return new PageEnd(key.get(0), UUID.fromString(key.get(1)));
        } catch (IllegalArgumentException notOurs) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_CURSOR));
        }
    }

    private static ProblemException wrong(String pointer, CommonProblem reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}

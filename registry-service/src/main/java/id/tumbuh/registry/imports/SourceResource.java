package id.tumbuh.registry.imports;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Systems that send in batches, and what arrived of them. */
@Path("/v1/sources")
@Tag(name = "Sources")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
@RunOnVirtualThread
class SourceResource {
    static final String NDJSON = "application/x-ndjson";
    private static final int LONGEST_LEDGER = 366;
    private static final int USUAL_LEDGER = 31;

    private final Database database;
    private final Caller caller;
    private final ReceiveImport receive;
    private final Deliveries deliveries;
    private final ObjectReader json;

    SourceResource(Database database, Caller caller, ReceiveImport receive, Deliveries deliveries, ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.receive = receive;
        this.deliveries = deliveries;
        this.json = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @GET
    @Operation(
            summary = "The sources of the caller's areas",
            description =
                    "When each was seen last, how many of its rows still wait, and what arrived from a day on (the last 31 days).")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Ledger.Seen.class)))
    public Response list(@QueryParam("from") @Nullable String from) {
        LocalDate first =
                from == null ? deliveries.today().minusDays(USUAL_LEDGER - 1) : Deliveries.date("/from", from);
        return unstored(database.read(caller.scope(), sql -> Ledger.seen(sql, first)));
    }

    @GET
    @Path("/{source}/ledger")
    @Operation(
            summary = "What arrived of a source, by day and format",
            description =
                    "received = accepted + rejected + waiting, once unread is 0. contentSha256 is SHA-256 over the SHA-256 of "
                            + "each thing that was sent (file or request body, byte by byte), in small hexadecimal digits, "
                            + "sorted, each once, each followed by a line feed: sha256sum FILES | cut -c1-64 | sort -u | "
                            + "sha256sum. owner: the areas of a source of somebody below, as 36.04 or 36.04,36.73.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Ledger.class)))
    public Response ledger(
            @PathParam("source") String source,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        LocalDate last = to == null ? deliveries.today() : Deliveries.date("/to", to);
        LocalDate first = from == null ? last.minusDays(USUAL_LEDGER - 1) : Deliveries.date("/from", from);
        if (first.isAfter(last) || first.plusDays(LONGEST_LEDGER).isBefore(last)) {
            throw Deliveries.invalid("/from", CommonProblem.OUT_OF_RANGE);
        }
        String areas = Source.owner(owner, caller.scope());
        return unstored(database.read(
                        caller.scope(),
                        sql -> Source.find(sql, areas, source).map(known -> Ledger.read(sql, known, first, last)))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND))));
    }

    @POST
    @Path("/{source}/batches")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send a batch of rows",
            description =
                    "Worked off like a file: Location is an import. The same batch again answers the same import; other "
                            + "content under its id is 409.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response batch(
            @PathParam("source") String source,
            @RequestBody(content = @Content(schema = @Schema(implementation = Batch.class))) byte[] body,
            @Context UriInfo uri)
            throws IOException {
        JsonNode read = json.readTree(body);
        if (!(read.path("rows") instanceof ArrayNode rows)) {
            throw Deliveries.invalid("/rows", CommonProblem.REQUIRED);
        }
        Said said = new Said(text(read, "format"), text(read, "batchId"), text(read, "day"), text(read, "dryRun"));
        return take(source, said, new Bytes(body, lines(rows), rows.size()), uri);
    }

    @POST
    @Path("/{source}/batches")
    @Consumes(NDJSON)
    @Operation(
            summary = "Send a batch of rows, one JSON object a line",
            description = "As the other form, with what is said of the batch in the address.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response lines(
            @PathParam("source") String source,
            @QueryParam("format") @Nullable String format,
            @QueryParam("batchId") @Nullable String batchId,
            @QueryParam("day") @Nullable String day,
            @QueryParam("dryRun") @Nullable String dryRun,
            byte[] body,
            @Context UriInfo uri) {
        return take(source, new Said(format, batchId, day, dryRun), new Bytes(body, body, body.length), uri);
    }

    /** A batch in JSON. */
    @Schema(name = "Batch", examples = """
            {"batchId": "2026-11-26-0007", "format": "families",
             "rows": [{"externalId": "K-1042", "area": "36.04.20.2006", "headName": "Budi Contoh",
                       "drinkingWater": "SUMUR TERLINDUNGI"}]}""")
    record Batch(
            String batchId,
            String format,
            @Nullable LocalDate day,
            @Nullable Boolean dryRun,
            List<Object> rows) {}

    /** What a request says of its batch. */
    private record Said(
            @Nullable String format,
            @Nullable String batchId,
            @Nullable String day,
            @Nullable String dryRun) {}

    /** As it was sent, and as a file of rows. */
    @SuppressWarnings("ArrayRecordComponent") // handed on
    private record Bytes(byte[] sent, byte[] rows, int count) {}

    private Response take(String source, Said said, Bytes bytes, UriInfo uri) {
        if (!caller.scope().unlimited() && caller.scope().areas().isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.FORBIDDEN));
        }
        if (bytes.count() == 0) {
            throw Deliveries.invalid("/rows", ImportProblem.BATCH_EMPTY);
        }
        ReceiveImport.Delivery delivery = new ReceiveImport.Delivery(
                deliveries.kind(said.format()),
                deliveries.source(source),
                deliveries.batch(said.batchId()),
                deliveries.day(said.day()),
                Deliveries.flag(said.dryRun()),
                Deliveries.sha256(() -> new ByteArrayInputStream(bytes.sent())),
                bytes.sent().length,
                () -> new ByteArrayInputStream(bytes.rows()));
        return switch (receive.receive(Actor.of(caller), delivery)) {
            case ReceiveImport.Received.Taken(UUID id) ->
                Response.accepted()
                        .location(uri.getBaseUriBuilder()
                                .path("v1/imports")
                                .path(id.toString())
                                .build())
                        .entity(database.read(caller.scope(), sql -> Imports.find(sql, id))
                                .map(ImportView::of)
                                .orElseThrow())
                        .build();
            case ReceiveImport.Received.OtherContent _ ->
                throw new ProblemException(Problem.of(ImportProblem.BATCH_TAKEN));
        };
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isContainerNode()) {
            throw Deliveries.invalid("/" + field, CommonProblem.WRONG_TYPE);
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static byte[] lines(ArrayNode rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (JsonNode row : rows) {
            lines.writeBytes(row.toString().getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static Response unstored(Object answer) {
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}

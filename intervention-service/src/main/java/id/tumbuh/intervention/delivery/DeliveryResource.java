package id.tumbuh.intervention.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is to be brought, and what became of it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
@Tag(name = "Deliveries", description = "Planned from a placement or a programme; delivered, missed or refused")
class DeliveryResource {
    private static final int MOST_ROWS = 1_000;

    private final ReportDeliveries report;
    private final DeliveryQueries deliveries;
    private final Bodies bodies;
    private final Caller caller;

    DeliveryResource(ReportDeliveries report, DeliveryQueries deliveries, Bodies bodies, Caller caller) {
        this.report = report;
        this.deliveries = deliveries;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** What became of one row of a batch. */
    @Schema(name = "DeliveryRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowAnswer(@Nullable UUID id, Outcome outcome, Problem.@Nullable Body problem) {
        static final String EXAMPLE = "[{\"id\": \"7b1f6a54-3f0e-3c11-9d3a-0d2f6f0a0001\", \"outcome\": \"CREATED\"}]";

        /** CREATED is durable; UNCHANGED was sent before; CONFLICT: something else was told; INVALID: see the problem. */
        enum Outcome {
            CREATED,
            UNCHANGED,
            CONFLICT,
            INVALID
        }
    }

    @POST
    @Path("deliveries:batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportDeliveries",
            summary = "Tells what became of deliveries",
            description =
                    "At most 1,000 rows, answered in order, safe to send again after any failure. What was told before is corrected with `correction`; every report is kept. A delivery counted as missed by time alone gives way to any report.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryForm.class),
                            examples = @ExampleObject(name = "one", value = "[" + DeliveryForm.EXAMPLE + "]")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each row",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class),
                            examples = @ExampleObject(name = "one", value = RowAnswer.EXAMPLE)))
    public List<RowAnswer> batch(JsonNode body, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers);
        List<Bodies.Row<DeliveryForm>> rows = bodies.rows(body, DeliveryForm.class, MOST_ROWS);
        List<Sent> sent = new ArrayList<>();
        for (Bodies.Row<DeliveryForm> row : rows) {
            if (row.form() != null) {
                sent.add(row.form().sent());
            }
        }
        List<Reporting> outcomes = sent.isEmpty() ? List.of() : report.report(Actor.of(caller), sent, Days.today());
        List<RowAnswer> answers = new ArrayList<>();
        int next = 0;
        for (Bodies.Row<DeliveryForm> row : rows) {
            answers.add(
                    row.form() == null
                            ? invalid(null, Bodies.refusal(row.fault()), locale)
                            : answer(row.form().id(), outcomes.get(next++), locale));
        }
        return answers;
    }

    @GET
    @Path("deliveries")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "listDeliveries",
            summary = "Deliveries by area",
            description = "In the order of area and id; `from` and `to` are planned days.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryView.class),
                            examples = @ExampleObject(name = "one", value = "[" + DeliveryView.EXAMPLE + "]")))
    public Response list(
            @Parameter(example = "36.04.20") @QueryParam("area") @Nullable String area,
            @Parameter(example = "PLANNED") @QueryParam("state") @Nullable String state,
            @Parameter(example = "2026-08-01") @QueryParam("from") @Nullable String from,
            @Parameter(example = "2026-08-31") @QueryParam("to") @Nullable String to,
            @QueryParam("placement") @Nullable UUID placement,
            @QueryParam("programme") @Nullable UUID programme,
            @Parameter(description = "Who brought it, or is to bring it") @QueryParam("provider") @Nullable
                    UUID provider,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        var wanted = new DeliveryQueries.Wanted(
                AreaRange.of(area, caller.scope()),
                state == null ? null : state(state),
                span(from, to),
                placement,
                programme,
                provider);
        Response answer = page.answer(
                deliveries.page(caller.scope(), wanted, page).stream()
                        .map(DeliveryView::of)
                        .toList(),
                one -> new Page.Place(one.area(), one.id()),
                uri);
        return Response.fromResponse(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("deliveries/summary")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "summariseDeliveries", summary = "Promised and delivered, by the areas below")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DeliverySummary.class),
                            examples = @ExampleObject(name = "kabupaten", value = DeliverySummary.EXAMPLE)))
    public DeliverySummary summary(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(example = "2026-08-01") @QueryParam("from") @Nullable String from,
            @Parameter(example = "2026-10-31") @QueryParam("to") @Nullable String to) {
        return deliveries.summary(caller.scope(), area == null ? null : AreaRange.code(area), span(from, to));
    }

    @GET
    @Path("deliveries/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "readDelivery", summary = "One delivery")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DeliveryView.class),
                            examples = @ExampleObject(name = "one", value = DeliveryView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`DELIVERY_UNKNOWN`: not there, or not in the caller's areas")
    public Response one(@PathParam("id") UUID id) {
        return deliveries
                .byId(caller.scope(), id)
                .map(one -> Response.ok(DeliveryView.of(one))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.DELIVERY_UNKNOWN)));
    }

    @GET
    @Path("deliveries/{id}/reports")
    @Operation(
            operationId = "listDeliveryReports",
            summary = "Everything that was told of a delivery, the oldest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ReportView.class),
                            examples = @ExampleObject(name = "one", value = "[" + ReportView.EXAMPLE + "]")))
    public Response reports(@PathParam("id") UUID id) {
        return deliveries
                .reports(caller.scope(), id)
                .map(told -> Response.ok(told)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.DELIVERY_UNKNOWN)));
    }

    private static RowAnswer answer(@Nullable UUID id, Reporting outcome, Locale locale) {
        return switch (outcome) {
            case Reporting.Kept() -> new RowAnswer(id, RowAnswer.Outcome.CREATED, null);
            case Reporting.Unchanged() -> new RowAnswer(id, RowAnswer.Outcome.UNCHANGED, null);
            case Reporting.Conflict() ->
                new RowAnswer(
                        id,
                        RowAnswer.Outcome.CONFLICT,
                        Problem.of(CommonProblem.CONFLICT).body(locale));
            case Reporting.Invalid wrong -> invalid(id, Bodies.refusal(wrong.violation()), locale);
        };
    }

    private static RowAnswer invalid(@Nullable UUID id, Problem problem, Locale locale) {
        return new RowAnswer(id, RowAnswer.Outcome.INVALID, problem.body(locale));
    }

    private static DeliveryQueries.Wanted.Span span(@Nullable String from, @Nullable String to) {
        LocalDate first = from == null ? LocalDate.of(1, 1, 1) : day("/from", from);
        LocalDate last = to == null ? LocalDate.of(9999, 12, 31) : day("/to", to);
        if (last.isBefore(first)) {
            throw refused("/to", CommonProblem.OUT_OF_RANGE);
        }
        return new DeliveryQueries.Wanted.Span(first, last);
    }

    private static LocalDate day(String pointer, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw refused(pointer, CommonProblem.INVALID_DATE);
        }
    }

    private static DeliveryEvent.State state(String text) {
        return Arrays.stream(DeliveryEvent.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> refused("/state", InterventionProblem.DELIVERY_STATE_UNKNOWN));
    }

    private static ProblemException refused(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}

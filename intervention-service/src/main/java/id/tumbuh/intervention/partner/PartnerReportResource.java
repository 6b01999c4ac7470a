package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What partners reported, for the team that compares it with what arrived and steps in where one can't. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
@Tag(name = "Partners", description = "Applications that act for sponsors")
class PartnerReportResource {
    private final PartnerReports reports;
    private final Caller caller;

    PartnerReportResource(PartnerReports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Path("partner-reports")
    @Operation(
            operationId = "listPartnerReports",
            summary = "What partners say they sent, or can't",
            description =
                    "In the order of area and id. Partners themselves see only their own, and no area finer than a kecamatan.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PartnerReportView.class),
                            examples = @ExampleObject(name = "one", value = "[" + PartnerReportView.EXAMPLE + "]")))
    public Response list(
            @Parameter(example = "36.04.20") @QueryParam("area") @Nullable String area,
            @Parameter(description = "`SENT` or `UNABLE`") @QueryParam("outcome") @Nullable String outcome,
            @Parameter(description = "Of this day or later", example = "2026-11-01") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "`true`: those that could not be brought into the plan")
                    @QueryParam("setAside")
                    @Nullable
                    String setAside,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        var wanted = new PartnerReports.Wanted(
                AreaRange.of(area, caller.scope()), outcome(outcome), day(from), "true".equals(setAside));
        return Response.fromResponse(page.answer(
                        reports.page(caller.scope(), wanted, page),
                        report -> new Page.Place(report.area(), report.id()),
                        uri))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("partner-reports/{client}/{id}:retry")
    @Operation(
            operationId = "retryPartnerReport",
            summary = "Tries again to bring a report into the plan that was set aside",
            description =
                    "After what it failed of is repaired. It is tried by itself too, later. One that was not set aside stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now: with `setAsideReason` when it failed again",
            content =
                    @Content(
                            schema = @Schema(implementation = PartnerReportView.class),
                            examples = @ExampleObject(name = "one", value = PartnerReportView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Not there, or not in the caller's areas")
    public Response retry(@PathParam("client") String client, @PathParam("id") UUID id) {
        return reports.retry(Actor.of(caller), new SettleReports.Key(client, id), Days.today())
                .map(report -> Response.ok(report)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    private static PartnerReportForm.@Nullable Outcome outcome(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(PartnerReportForm.Outcome.values())
                        .filter(outcome -> outcome.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> invalid("/outcome", CommonProblem.OUT_OF_RANGE));
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return text == null ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw invalid("/from", CommonProblem.INVALID_DATE);
        }
    }

    private static ProblemException invalid(String pointer, CommonProblem why) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, why));
    }
}

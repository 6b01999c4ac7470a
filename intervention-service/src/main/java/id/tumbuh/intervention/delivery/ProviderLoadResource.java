package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether kitchens can make what was promised. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Providers")
class ProviderLoadResource {
    private static final int MOST_DAYS = 92;

    private final ProviderLoads loads;
    private final Caller caller;

    ProviderLoadResource(ProviderLoads loads, Caller caller) {
        this.loads = loads;
        this.caller = caller;
    }

    @GET
    @Path("providers/{id}/load")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.ADMIN})
    @Operation(
            operationId = "readProviderLoad",
            summary = "Planned portions a day against what a kitchen can make",
            description =
                    "At most 92 days. A plan names no kitchen: portions of an area are shared among its active kitchens by capacity. Kitchens of a wider area, which may help, are not counted.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ProviderLoad.class),
                            examples = @ExampleObject(name = "kitchen", value = ProviderLoad.EXAMPLE)))
    @APIResponse(
            responseCode = "404",
            description = "`PROVIDER_UNKNOWN`: not there, or not all of its area is the caller's")
    public Response load(
            @PathParam("id") UUID id,
            @Parameter(example = "2026-08-15") @QueryParam("from") @Nullable String from,
            @Parameter(example = "2026-09-14") @QueryParam("to") @Nullable String to) {
        LocalDate first = day("/from", from);
        LocalDate last = day("/to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1L))) {
            throw refused("/to", CommonProblem.OUT_OF_RANGE);
        }
        return loads.of(caller.scope(), id, first, last)
                .map(load -> Response.ok(load)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.PROVIDER_UNKNOWN)));
    }

    private static LocalDate day(String pointer, @Nullable String text) {
        if (text == null) {
            throw refused(pointer, CommonProblem.REQUIRED);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw refused(pointer, CommonProblem.INVALID_DATE);
        }
    }

    private static ProblemException refused(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}

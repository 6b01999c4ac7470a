package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.maternal.CheckHttp.PageRequest;
import id.tumbuh.measurement.maternal.CheckHttp.Request;
import id.tumbuh.measurement.weighing.WeighingConfig;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Checks of pregnant women: in bulk, one by one, and the row of them of one pregnancy. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class PregnancyCheckResource {

    private final CheckHttp<PregnancyContent, PregnancyFinding> http;
    private final WeighingConfig config;
    private final Clock clock;

    PregnancyCheckResource(
            PregnancyKind kind,
            Database database,
            ObjectMapper json,
            Caller caller,
            WeighingConfig config,
            Clock clock) {
        this.http = new CheckHttp<>(
                new CheckBook<>(kind, database, json), PregnancyReader::new, PregnancyAnswer::of, caller);
        this.config = config;
        this.clock = clock;
    }

    @POST
    @Path("/pregnancy-checks:batch")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.ADMIN})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordPregnancyChecks",
            summary = "Record up to 1,000 checks of pregnant women",
            description = MaternalApi.OUTCOMES)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = MaternalApi.PregnancyRow.class),
                            examples = @ExampleObject(name = "one check", value = MaternalApi.PREGNANCY_BATCH)))
    @APIResponse(
            responseCode = "200",
            description = "One answer a row, in order, with what was found and why",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = MaternalApi.PregnancyRowAnswer.class)))
    @APIResponse(responseCode = "400", description = "Not JSON, not a list, or too many rows")
    @APIResponse(responseCode = "413", description = "More than 1 MB")
    public Response record(byte[] body, @Context HttpHeaders headers) throws IOException {
        return http.batch(request(body, headers));
    }

    @GET
    @Path("/pregnancy-checks/{id}")
    @RolesAllowed({
        Roles.KADER,
        Roles.TPK,
        Roles.PUSKESMAS,
        Roles.TPPS,
        Roles.BKKBN,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @RunOnVirtualThread
    @Operation(operationId = "pregnancyCheck", summary = "One check in its latest revision; the reading is audited")
    @APIResponse(responseCode = "200", description = "The check with its finding; its ETag is the revision")
    @APIResponse(responseCode = "404", description = "No such check, or not in the caller's areas")
    public Response one(@PathParam("id") String id, @Context HttpHeaders headers) {
        return http.one(id, headers);
    }

    @PUT
    @Path("/pregnancy-checks/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.ADMIN})
    @RunOnVirtualThread
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "correctPregnancyCheck", summary = "Correct a check", description = """
                    The whole check, with a `reason`. What it replaces is kept as a revision. It can't be given to another \
                    pregnancy or family: void it and record a new one. The same correction a second time answers like the first.""")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MaternalApi.PregnancyRow.class)))
    @APIResponse(responseCode = "200", description = "The check as it is now")
    @APIResponse(responseCode = "400", description = "Pointers at every wrong field")
    @APIResponse(responseCode = "404", description = "No such check, or not in the caller's areas")
    @APIResponse(responseCode = "409", description = "It was voided")
    @APIResponse(responseCode = "412", description = "It was changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    public Response correct(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] body,
            @Context HttpHeaders headers)
            throws IOException {
        return http.correct(id, ifMatch, request(body, headers));
    }

    @DELETE
    @Path("/pregnancy-checks/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.ADMIN})
    @RunOnVirtualThread
    @Operation(
            operationId = "voidPregnancyCheck",
            summary = "Void a check",
            description = "It does not count any more; nothing of it is removed.")
    @APIResponse(responseCode = "200", description = "The check as it is now")
    @APIResponse(responseCode = "404", description = "No such check, or not in the caller's areas")
    @APIResponse(responseCode = "412", description = "It was changed since")
    @APIResponse(responseCode = "428", description = "No If-Match")
    public Response remove(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason") @Nullable String reason,
            @Context HttpHeaders headers) {
        return http.remove(id, ifMatch, reason, headers);
    }

    @GET
    @Path("/pregnancies/{id}/checks")
    @RolesAllowed({
        Roles.KADER,
        Roles.TPK,
        Roles.PUSKESMAS,
        Roles.TPPS,
        Roles.BKKBN,
        Roles.SYSTEM,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @RunOnVirtualThread
    @Operation(
            operationId = "checksOfPregnancy",
            summary = "The checks of a pregnancy, newest first",
            description = "Pages follow each other by `Link: rel=next`. Each reading is audited.")
    @APIResponse(responseCode = "200", description = "A page of checks, voided ones among them")
    @APIResponse(responseCode = "404", description = "No check of it in the caller's areas")
    public Response list(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("60") int limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return http.list(new PageRequest(id, limit, after), uri, headers);
    }

    private Request request(byte[] body, HttpHeaders headers) {
        if (body.length > config.largestBatch().asLongValue()) {
            throw new ProblemException(Problem.of(CommonProblem.BODY_TOO_LARGE));
        }
        return new Request(body, LocalDate.now(clock), headers);
    }
}

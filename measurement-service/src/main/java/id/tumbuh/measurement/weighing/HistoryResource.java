package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonGenerator;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What was believed of measurements, and when: for whoever must explain a figure of last month. */
@Path("/v1")
@RolesAllowed({Roles.KADER, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private final MeasurementHistory history;
    private final Caller caller;

    HistoryResource(MeasurementHistory history, Caller caller) {
        this.history = history;
        this.caller = caller;
    }

    @GET
    @Path("/measurements/{id}/revisions")
    @Operation(
            operationId = "revisionsOfMeasurement",
            summary = "Every revision of a measurement, newest first",
            description = "With who made it, when and why. z-scores are those that were stored with it.")
    @APIResponse(
            responseCode = "200",
            description = "The revisions",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WeighingApi.Revision.class)))
    @APIResponse(responseCode = "404", description = "No such measurement, or not in the caller's areas")
    public Response revisions(@PathParam("id") UUID id) throws IOException {
        List<Belief> revisions = history.revisions(id, caller);
        if (revisions.isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return answer(revisions);
    }

    @GET
    @Path("/children/{id}/measurements:known-at")
    @Operation(
            operationId = "measurementsKnownAt",
            summary = "What was known of a child at a moment",
            description =
                    "Each measurement in the revision of that moment, oldest first; those voided by then are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The measurements as they were known",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WeighingApi.Revision.class)))
    @APIResponse(responseCode = "400", description = "moment is no instant")
    @APIResponse(responseCode = "404", description = "No such child, or not in the caller's areas")
    public Response knownAt(@PathParam("id") UUID id, @QueryParam("moment") @Nullable String moment)
            throws IOException {
        return answer(history.knownAt(id, instant(moment), caller)
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND))));
    }

    private static Instant instant(@Nullable String moment) {
        if (moment == null) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/moment", CommonProblem.REQUIRED));
        }
        try {
            return Instant.parse(moment);
        } catch (DateTimeParseException noInstant) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/moment", CommonProblem.INVALID_DATE));
        }
    }

    private static Response answer(List<Belief> beliefs) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = GrowthJson.FACTORY.createGenerator(body)) {
            json.writeStartArray();
            for (Belief belief : beliefs) {
                MeasurementJson.belief(json, belief);
            }
            json.writeEndArray();
        }
        return Response.ok(body.toByteArray())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

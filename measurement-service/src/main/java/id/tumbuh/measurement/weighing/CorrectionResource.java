package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonGenerator;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Puts measurements right. Whoever may record one may correct it; who did, when and why stays with it. */
@Path("/v1")
@RolesAllowed({Roles.KADER, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM, Roles.ADMIN})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {

    private static final int LARGEST_BODY = 10_000;

    private final CorrectMeasurement correct;
    private final Caller caller;
    private final Clock clock;

    CorrectionResource(CorrectMeasurement correct, Caller caller, Clock clock) {
        this.correct = correct;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("/measurements/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctMeasurement",
            summary = "Put other figures, another day or another child in the place of a measurement",
            description = """
                    Replaces everything that was measured. What was believed before stays in the history. All that depends \
                    on it follows in the same moment: the marks of the months after, 2T, whether the child is stunted. One \
                    that was taken back counts again. The same request once more changes nothing.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = WeighingApi.CorrectionForm.class),
                            examples = @ExampleObject(name = "correction", value = WeighingApi.CORRECTION)))
    @APIResponse(
            responseCode = "200",
            description = "The measurement as it stands now; its ETag is the revision",
            content = @Content(schema = @Schema(implementation = WeighingApi.Measurement.class)))
    @APIResponse(responseCode = "404", description = "No such measurement, or not in the caller's areas")
    @APIResponse(responseCode = "412", description = "Somebody changed it since it was read")
    @APIResponse(responseCode = "422", description = "No such child in the caller's areas")
    @APIResponse(responseCode = "428", description = "Without If-Match")
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version, byte[] body)
            throws IOException {
        int read = readVersion(version);
        if (body.length > LARGEST_BODY) {
            throw new ProblemException(Problem.of(CommonProblem.BODY_TOO_LARGE));
        }
        CorrectionBody correction =
                CorrectionBody.read(body, id, new SubmissionRows.Sent(caller.subject(), LocalDate.now(clock)));
        return answer(correct.correct(correction.submission(), correction.reason(), read, caller));
    }

    @DELETE
    @Path("/measurements/{id}")
    @Operation(
            operationId = "voidMeasurement",
            summary = "Take a measurement back",
            description = "It stays in the history and counts nowhere. PUT makes it count again.")
    @APIResponse(
            responseCode = "200",
            description = "The measurement, voided",
            content = @Content(schema = @Schema(implementation = WeighingApi.Measurement.class)))
    @APIResponse(responseCode = "404", description = "No such measurement, or not in the caller's areas")
    @APIResponse(responseCode = "412", description = "Somebody changed it since it was read")
    @APIResponse(responseCode = "428", description = "Without If-Match")
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @QueryParam("reason") @Nullable String reason)
            throws IOException {
        int read = readVersion(version);
        RevisionReason why = CorrectionBody.staffReason(reason);
        if (why == null) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                    .at("/reason", reason == null ? CommonProblem.REQUIRED : MeasurementProblem.NO_REASON_OF_STAFF));
        }
        return answer(correct.withdraw(id, why, read, caller));
    }

    private static int readVersion(@Nullable String ifMatch) {
        return (int) Math.min(Versions.required(ifMatch), Integer.MAX_VALUE);
    }

    private static Response answer(Correction correction) throws IOException {
        return switch (correction) {
            case Correction.Done(var assessed) -> measurement(assessed);
            case Correction.Unchanged(var assessed) -> measurement(assessed);
            case Correction.Unknown _ -> throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
            case Correction.Stale _ -> throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
            case Correction.UnknownChild _ ->
                throw new ProblemException(
                        Problem.of(MeasurementProblem.CHILD_UNKNOWN).at("/childId", MeasurementProblem.CHILD_UNKNOWN));
            case Correction.BeforeBirth _ ->
                throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                        .at("/measuredOn", MeasurementProblem.MEASURED_BEFORE_BIRTH));
        };
    }

    private static Response measurement(AssessedMeasurement assessed) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = GrowthJson.FACTORY.createGenerator(body)) {
            MeasurementJson.answer(json, assessed);
        }
        return Response.ok(body.toByteArray())
                .tag(Versions.tag(assessed.measurement().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

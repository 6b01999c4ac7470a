package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.core.JsonGenerator;
import id.tumbuh.measurement.assessment.GrowthJson;
import id.tumbuh.measurement.weighing.ReadMeasurements.Page;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Measurements to read. Every answer is written down: it is one child's health. */
@Path("/v1")
public class MeasurementResource {

    private static final int MOST_PER_PAGE = 200;

    private final ReadMeasurements read;
    private final Caller caller;

    MeasurementResource(ReadMeasurements read, Caller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Path("/children/{id}/measurements")
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
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "measurementsOfChild",
            summary = "The measurements of a child, newest first",
            description = "Pages follow each other by `Link: rel=next`. Each reading is audited.")
    @APIResponse(
            responseCode = "200",
            description = "A page of measurements, each in its latest revision",
            content =
                    @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = WeighingApi.Measurement.class)))
    @APIResponse(responseCode = "404", description = "No such child, or not in the caller's areas")
    public Response ofChild(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("60") int limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri,
            @Context HttpHeaders headers)
            throws IOException {
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/limit", CommonProblem.OUT_OF_RANGE));
        }
        Page page = read.ofChild(id(id), Optional.ofNullable(after).map(Measurements.PageEnd::of), limit, caller)
                .orElseThrow(MeasurementResource::notFound);
        Response.ResponseBuilder response = Response.ok(list(page.measurements(), Languages.of(headers)));
        page.next()
                .ifPresent(end -> response.link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("limit", limit)
                                .replaceQueryParam("after", end.cursor())
                                .build(),
                        "next"));
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GET
    @Path("/measurements/{id}")
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
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "measurement", summary = "One measurement in its latest revision")
    @APIResponse(
            responseCode = "200",
            description = "The measurement; its ETag is the revision",
            content =
                    @Content(
                            schema = @Schema(implementation = WeighingApi.Measurement.class),
                            examples = @ExampleObject(name = "measurement", value = WeighingApi.MEASUREMENT)))
    @APIResponse(responseCode = "404", description = "No such measurement, or not in the caller's areas")
    public Response one(@PathParam("id") String id, @Context HttpHeaders headers) throws IOException {
        Explanation explained = read.one(id(id), caller).orElseThrow(MeasurementResource::notFound);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = GrowthJson.FACTORY.createGenerator(body)) {
            MeasurementJson.explained(json, explained, Languages.of(headers));
        }
        return Response.ok(body.toByteArray())
                .tag(Versions.tag(explained.assessed().measurement().version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static byte[] list(List<Explanation> measurements, Locale language) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = GrowthJson.FACTORY.createGenerator(body)) {
            json.writeStartArray();
            for (Explanation measurement : measurements) {
                MeasurementJson.explained(json, measurement, language);
            }
            json.writeEndArray();
        }
        return body.toByteArray();
    }

    /** What is no id names nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}

package id.tumbuh.reporting.publication;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.area.Asked;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
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

/** Publications over REST. */
@Path("/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Publications")
class PublicationResource {
    private final Database database;
    private final Publish publish;
    private final Publications publications;
    private final ReadPublication reader;
    private final VerifyPublication verification;
    private final Bodies bodies;
    private final Caller caller;

    PublicationResource(
            Database database,
            Publish publish,
            Publications publications,
            ReadPublication reader,
            VerifyPublication verification,
            Bodies bodies,
            Caller caller) {
        this.database = database;
        this.publish = publish;
        this.publications = publications;
        this.reader = reader;
        this.verification = verification;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "publishFigures",
            summary = "Publish the figures of an area and everything below it, down to the kecamatan, for a month",
            description =
                    "A snapshot that never changes, under an id of your own; the same order again changes nothing. A month that"
                            + " was published before is revised, with a reason. What everybody may see of it (counts below 10 and"
                            + " what gives them away hidden, the others rounded) is decided now and kept with it. Note and reason are"
                            + " public as they are: they may hold no number of a person, and `forEverybody` confirms that their"
                            + " words are meant for everybody.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PublicationForm.class),
                            examples = @ExampleObject(name = "publication", value = PublicationForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = PublicationView.class),
                            examples = @ExampleObject(name = "publication", value = PublicationView.EXAMPLE)))
    @APIResponse(responseCode = "403", description = "The area is not one of yours or below one")
    @APIResponse(
            responseCode = "409",
            description =
                    "The id is of another publication, the reason of a revision is missing, or there are no figures")
    public Response publish(JsonNode body) {
        PublicationOrder order = bodies.read(body, PublicationForm.class).value();
        return switch (publish.publish(caller, order)) {
            case Outcome.Published(Publication one) -> answer(201, one);
            case Outcome.AlreadyPublished(Publication one) -> answer(200, one);
            case Outcome.Taken() -> throw problem(CommonProblem.CONFLICT);
            case Outcome.NotYours() -> throw problem(CommonProblem.FORBIDDEN);
            case Outcome.ReasonMissing() ->
                throw new ProblemException(
                        Problem.of(PublicationProblem.REVISION_NEEDS_REASON).at("/reason", CommonProblem.REQUIRED));
            case Outcome.NothingToPublish() -> throw problem(PublicationProblem.NOTHING_TO_PUBLISH);
        };
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listPublications",
            summary = "Publications of an area, the newest first, without their figures",
            description = "At most a hundred. That something was published is no secret: of every area.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PublicationView.class)))
    public List<PublicationView> list(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(example = "2024-07") @QueryParam("month") @Nullable String month) {
        String of = Asked.anyArea(area);
        YearMonth in = Asked.month(month);
        return database.read(caller.scope(), sql -> publications.of(sql, of, in)).stream()
                .map(PublicationView::of)
                .toList();
    }

    @GET
    @Path("{id}")
    @Authenticated
    @Operation(
            operationId = "readPublication",
            summary = "A publication with its figures and with what the revision before said otherwise",
            description =
                    "Exact figures of the caller's areas; for role `partner` hidden and rounded ones. The hash is the `ETag`.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PublicationView.class),
                            examples = @ExampleObject(name = "publication", value = PublicationView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not of your areas")
    public Response one(@PathParam("id") UUID id) {
        return answer(
                200,
                database.read(caller.scope(), sql -> publications.find(sql, id))
                        .filter(one -> Asked.covers(caller.scope(), one.area()))
                        .orElseThrow(() -> problem(CommonProblem.NOT_FOUND)));
    }

    @POST
    @Path("{id}:verify")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "verifyPublication",
            summary = "Compute the hash of a publication again and name what was changed behind its back")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = VerifyPublication.Verdict.class)))
    public VerifyPublication.Verdict verify(@PathParam("id") UUID id) {
        return database.read(caller.scope(), sql -> verification.verify(sql, id, caller.scope()))
                .orElseThrow(() -> problem(CommonProblem.NOT_FOUND));
    }

    private Response answer(int status, Publication publication) {
        return Response.status(status)
                .tag(new EntityTag(publication.hash()))
                .entity(database.read(caller.scope(), sql -> reader.read(sql, publication, caller)))
                .build();
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(Problem.of(code));
    }
}

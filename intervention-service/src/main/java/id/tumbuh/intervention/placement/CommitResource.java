package id.tumbuh.intervention.placement;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.Languages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Promises in bulk: a kabupaten that has matched its needs makes thousands of holds promises. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
@Tag(name = "Placements")
class CommitResource {
    private static final int MOST_ROWS = 1_000;

    private final CommitMany commits;
    private final Bodies bodies;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    CommitResource(CommitMany commits, Bodies bodies, Caller caller) {
        this.commits = commits;
        this.bodies = bodies;
        this.caller = caller;
    }

    @POST
    @Path("placements:commit")
    @Operation(
            operationId = "commitPlacements",
            summary = "Makes many holds promises",
            description =
                    "At most 1,000 rows, each answered as it would be alone, in their order. Resumable: those promised before for the same period are `UNCHANGED`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CommitForm.class),
                            examples = @ExampleObject(name = "commits", value = "[" + CommitForm.EXAMPLE + "]")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each row; what is COMMITTED is durable",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CommitRow.class),
                            examples = @ExampleObject(name = "rows", value = CommitRow.EXAMPLE)))
    public List<CommitRow> commit(JsonNode body, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers);
        List<Bodies.Row<CommitForm>> rows = bodies.rows(body, CommitForm.class, MOST_ROWS);
        List<CommitMany.Wanted> sent = rows.stream()
                .map(Bodies.Row::form)
                .filter(Objects::nonNull)
                .map(CommitForm::wanted)
                .toList();
        Iterator<Placing> placings =
                commits.commit(Actor.of(caller), sent, clock.instant()).iterator();
        return rows.stream()
                .map(row -> row.form() == null
                        ? CommitRow.invalid(Bodies.refusal(row.fault()), locale)
                        : CommitRow.of(row.form().wanted().id(), placings.next(), locale))
                .toList();
    }
}

package id.tumbuh.registry.family;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Bodies;
import id.tumbuh.registry.emergency.EmergencyReading;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was observed of a family, each time with its day and source. */
@Path("/v1")
@Tag(name = "Families")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ObservationResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final ObserveFamily observe;
    private final FamilyObservations observations;
    private final ScreeningRules rules;
    private final Bodies bodies;
    private final ObjectMapper json;

    ObservationResource(
            Database database,
            Caller caller,
            EmergencyReading emergency,
            ObserveFamily observe,
            FamilyObservations observations,
            ScreeningRules rules,
            Bodies bodies,
            ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.observe = observe;
        this.observations = observations;
        this.rules = rules;
        this.bodies = bodies;
        this.json = json;
    }

    /** An observation as it is answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FamilyObservation")
    record View(UUID id, LocalDate observedOn, @Nullable String source, JsonNode facts) {
        static View of(FamilyObservation observation) {
            return new View(observation.id(), observation.observedOn(), observation.source(), observation.facts());
        }
    }

    @POST
    @Path("/families/{id}/observations")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.KADER, Roles.TPK, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Say what was found out about a family's conditions",
            description =
                    "Only the facts of that day; a null takes a fact away. May arrive in any order: of two observations of "
                            + "a fact the later day holds. The same id with the same content changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ObservationForm.class)))
    @APIResponse(responseCode = "204", description = "It is known now")
    @APIResponse(responseCode = "409", description = "ID_TAKEN by other content, or FAMILY_MERGED")
    public Response add(@PathParam("id") UUID family, JsonNode body) {
        ObservationForm form = bodies.read(body, ObservationForm.class);
        Actor actor = Actor.of(caller);
        Screener today = rules.today();
        if (requireNonNull(form.observedOn()).isAfter(today.day())) {
            throw refused(RegistryProblem.DATE_IN_FUTURE, "/observedOn");
        }
        FamilyObservation observation = form.of(family, body.get("facts"), json);
        switch (database.write(actor.scope(), tx -> observe.observe(tx, actor, today, observation))) {
            case ADDED, UNCHANGED -> {}
            case CONFLICT -> throw refused(RegistryProblem.ID_TAKEN, "/id");
            case MERGED -> throw refused(RegistryProblem.FAMILY_MERGED, "");
            case UNKNOWN -> throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/families/{id}/observations")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
    @Operation(summary = "What was observed of a family, the oldest first; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response list(@PathParam("id") UUID family) {
        Actor actor = emergency.reader(caller);
        List<View> found = database.write(actor.scope(), tx -> {
            String area = Families.areaOf(tx.sql(), family)
                    .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
            tx.audit(actor.did("READ", "family", family, area));
            return observations.of(tx.sql(), family).stream().map(View::of).toList();
        });
        return Response.ok(found).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static ProblemException refused(ProblemCode reason, String field) {
        return new ProblemException(Problem.of(reason).at(field, reason));
    }
}

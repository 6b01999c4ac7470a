package id.tumbuh.registry.lifeline;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.emergency.EmergencyReading;
import id.tumbuh.registry.pregnancy.LifePolicy;
import id.tumbuh.registry.pregnancy.LifeRules;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Life lines over HTTP. */
@Path("/v1")
@Tag(name = "Life lines")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.SYSTEM})
@RunOnVirtualThread
class LifeLineResource {
    private final Database database;
    private final Caller caller;
    private final EmergencyReading emergency;
    private final ScreeningRules screening;
    private final LifeRules life;

    LifeLineResource(
            Database database, Caller caller, EmergencyReading emergency, ScreeningRules screening, LifeRules life) {
        this.database = database;
        this.caller = caller;
        this.emergency = emergency;
        this.screening = screening;
        this.life = life;
    }

    @GET
    @Path("/children/{id}/life-line")
    @Operation(summary = "A child's life so far: its parents' plan, the pregnancy, the child; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LifeLine.class)))
    public Response ofChild(@PathParam("id") UUID id) {
        return of(ReadLifeLine.Person.CHILD, id);
    }

    @GET
    @Path("/members/{id}/life-line")
    @Operation(summary = "A woman's plans to marry, pregnancies and children born of them; the reading is audited")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LifeLine.class)))
    public Response ofMember(@PathParam("id") UUID id) {
        return of(ReadLifeLine.Person.MEMBER, id);
    }

    private Response of(ReadLifeLine.Person person, UUID id) {
        Actor actor = emergency.reader(caller);
        Screener today = screening.today();
        LifePolicy policy = life.on(today.day());
        LifeLine line = database.write(actor.scope(), tx -> {
            ReadLifeLine read =
                    new ReadLifeLine(tx.sql(), policy, today.policy().balitaBelowMonths());
            UUID present = read.present(person, id);
            String area = read.areaOf(person, present)
                    .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
            tx.audit(actor.did("READ", person.objectType(), present, area));
            return read.of(person, present);
        });
        return Response.ok(line).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}

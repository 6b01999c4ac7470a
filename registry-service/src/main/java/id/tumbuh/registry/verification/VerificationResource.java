package id.tumbuh.registry.verification;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.ScreeningRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The yearly verification over HTTP. */
@Path("/v1")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VerificationResource {
    private final Database database;
    private final Caller caller;
    private final ScreeningRules rules;

    VerificationResource(Database database, Caller caller, ScreeningRules rules) {
        this.database = database;
        this.caller = caller;
        this.rules = rules;
    }

    @PUT
    @Path("/risk-verifications/{year}/{area}")
    @RolesAllowed({Roles.BKKBN, Roles.TPPS})
    @Operation(
            summary = "Take the verification of a year and kabupaten: the families at risk of today",
            description = "Once. Later changes of a family are of the next year.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Verification.class)))
    @APIResponse(responseCode = "409", description = "VERIFIED_ALREADY")
    public Verification take(@PathParam("year") int year, @PathParam("area") AreaCode area) {
        Actor actor = Actor.of(caller);
        LocalDate today = rules.today().day();
        refuse(actor, year, area, today);
        return database.write(actor.scope(), tx -> take(tx, actor, year, area, today));
    }

    @GET
    @Path("/risk-verifications/{year}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.OPD, Roles.AUDITOR, Roles.PUSKESMAS})
    @Operation(summary = "Families at risk of a year: new, continuing, ended, by the areas below and by welfare rank")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Verification.class)))
    public Verification get(@PathParam("year") int year, @QueryParam("area") @Nullable AreaCode area) {
        return database.read(caller.scope(), sql -> Verification.read(sql, year, area));
    }

    private static void refuse(Actor actor, int year, AreaCode area, LocalDate today) {
        if (area.level() != AreaLevel.KABUPATEN_KOTA) {
            throw refused(RegistryProblem.AREA_NOT_KABUPATEN, "/area");
        }
        if (!actor.scope().allows(area)) {
            throw refused(RegistryProblem.AREA_OUTSIDE_SCOPE, "/area");
        }
        if (year != today.getYear()) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/year", CommonProblem.OUT_OF_RANGE));
        }
    }

    private static Verification take(Transaction tx, Actor actor, int year, AreaCode area, LocalDate today) {
        int taken = tx.sql()
                .createUpdate("""
                        insert into krs_verification (year, area_code, taken_on, taken_by)
                        values (:year, :area, :on, :by) on conflict do nothing""")
                .bind("year", year)
                .bind("area", area.value())
                .bind("on", today)
                .bind("by", actor.subject())
                .execute();
        if (taken == 0) {
            throw new ProblemException(Problem.of(RegistryProblem.VERIFIED_ALREADY));
        }
        tx.sql()
                .createUpdate("""
                        insert into krs_verified_family (year, family_id, area_code, welfare_rank)
                        select :year, id, area_code, welfare_rank from family
                        where at_risk and area_code >= :from and area_code < :to
                        on conflict do nothing""")
                .bind("year", year)
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .execute();
        tx.audit(actor.did("VERIFY", "area", area, area.value()));
        return Verification.read(tx.sql(), year, area);
    }

    private static ProblemException refused(RegistryProblem problem, String field) {
        return new ProblemException(Problem.of(problem).at(field, problem));
    }
}

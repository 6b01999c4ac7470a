package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.PosyanduMonth.Outcome;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A posyandu's table of a month, and closing it. */
@Path("/v1")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SkdnResource {

    private final PosyanduMonth months;
    private final ReferralList referrals;
    private final Caller caller;
    private final Clock clock;

    SkdnResource(PosyanduMonth months, ReferralList referrals, Caller caller, Clock clock) {
        this.months = months;
        this.referrals = referrals;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/posyandu/{id}/skdn")
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
    @Operation(
            operationId = "skdn",
            summary = "S, K, D, N of a posyandu and month, by sex and age band",
            description = """
                    Counted while the month is open; as it was closed while it is closed, and `changedSince` says whether it \
                    would be counted otherwise today. D = N + T + O + B in every cell.""")
    @APIResponse(responseCode = "200", description = "The table")
    @APIResponse(responseCode = "404", description = "No such posyandu, or not in the caller's areas")
    public SkdnTable skdn(@PathParam("id") UUID id, @QueryParam("month") @Nullable String month) {
        return months.read(id, month(month), caller).orElseThrow(SkdnResource::notFound);
    }

    @GET
    @Path("/posyandu/{id}/referrals")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS})
    @Operation(
            operationId = "childrenToRefer",
            summary = "Children whom a month's weighing refers, with the reasons",
            description =
                    "T, 2T, BGM and stunted, gravest first. Children outside of the caller's areas are left out; each one is audited.")
    @APIResponse(responseCode = "200", description = "The children, without names")
    public Response referrals(@PathParam("id") UUID id, @QueryParam("month") @Nullable String month) {
        return Response.ok(referrals.of(id, month(month), caller))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/posyandu/{id}/months/{month}:close")
    @RolesAllowed({Roles.KADER, Roles.PUSKESMAS, Roles.TPPS, Roles.ADMIN})
    @Operation(
            operationId = "closeMonth",
            summary = "Close a month: its figures stay as they are now",
            description = "Measurements go on being taken; a closed month says when they change something.")
    @APIResponse(responseCode = "200", description = "The closed table")
    @APIResponse(responseCode = "404", description = "No such posyandu, or not in the caller's areas")
    public SkdnTable close(@PathParam("id") UUID id, @PathParam("month") String month) {
        return table(months.close(id, month(month), caller));
    }

    @POST
    @Path("/posyandu/{id}/months/{month}:reopen")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.ADMIN})
    @Operation(operationId = "reopenMonth", summary = "Open a closed month again, with a reason")
    @APIResponse(responseCode = "200", description = "The open table")
    @APIResponse(responseCode = "404", description = "No such posyandu, or not in the caller's areas")
    public SkdnTable reopen(
            @PathParam("id") UUID id, @PathParam("month") String month, @QueryParam("reason") @Nullable String reason) {
        return table(months.reopen(id, month(month), reason(reason), caller));
    }

    private static SkdnTable table(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var table) -> table;
            case Outcome.UnknownPosyandu _ -> throw notFound();
        };
    }

    private YearMonth month(@Nullable String month) {
        return AskedMonth.of(month, YearMonth.now(clock));
    }

    private static ReopeningReason reason(@Nullable String word) {
        for (ReopeningReason reason : ReopeningReason.values()) {
            if (reason.name().equals(word)) {
                return reason;
            }
        }
        throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                .at("/reason", word == null ? CommonProblem.REQUIRED : SkdnProblem.NO_REOPENING_REASON));
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }
}

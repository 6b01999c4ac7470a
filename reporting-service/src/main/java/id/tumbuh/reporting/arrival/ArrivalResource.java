package id.tumbuh.reporting.arrival;

import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.area.Asked;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How well what each kabupaten sends arrives. */
@Path("/v1/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Arrivals")
class ArrivalResource {
    private final Database database;
    private final Arrivals arrivals;
    private final ReadLedger ledger;
    private final Caller caller;

    ArrivalResource(Database database, Arrivals arrivals, ReadLedger ledger, Caller caller) {
        this.database = database;
        this.arrivals = arrivals;
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.OPD, Roles.SYSTEM, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            summary =
                    "How what happens in each kabupaten of an area arrives: last event, delay, versions, rejected and sent again",
            description =
                    "Rows received, rejected and unchanged are of registry's ledger and read with the caller's token; "
                            + "null where registry does not tell them. What nobody watched is not known, and never 0.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ArrivalView.class),
                            examples = @ExampleObject(name = "arrivals", value = ArrivalView.EXAMPLE)))
    public ArrivalView arrivals(
            @Parameter(description = "Dotted area code, or ID for the country", example = "36")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Context HttpHeaders headers) {
        String where = Asked.ownArea(area, caller.scope());
        Arrivals.Watched watched = database.read(caller.scope(), sql -> arrivals.of(sql, where));
        LocalDate from = MonthCounters.today().minusDays(watched.windowDays() - 1L);
        // No transaction is open while another service is asked.
        Ledger told = ledger.since(from, headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        return new ArrivalView(
                where,
                watched.since(),
                from,
                watched.windowDays(),
                watched.lateAfter().toSeconds(),
                watched.silentAfter().toSeconds(),
                told.sources() != null,
                watched.kabupaten().stream()
                        .map(one -> ArrivalView.Kabupaten.of(one, told))
                        .toList(),
                told.ofSeveral());
    }
}

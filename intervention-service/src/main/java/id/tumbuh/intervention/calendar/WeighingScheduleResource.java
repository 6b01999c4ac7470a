package id.tumbuh.intervention.calendar;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Weighing days of posyandu (hari posyandu) over HTTP. */
@Path("/v1/weighing-schedules")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
class WeighingScheduleResource {
    private final Database database;
    private final Caller caller;

    WeighingScheduleResource(Database database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** A schedule with its id and version. */
    @Schema(name = "StoredWeighingSchedule")
    record View(UUID id, @JsonUnwrapped WeighingScheduleForm schedule, long version) {
        static View of(WeighingSchedules.Stored stored) {
            return new View(stored.schedule().id(), WeighingScheduleForm.of(stored.schedule()), stored.version());
        }

        Page.Place place() {
            return new Page.Place(schedule.area().value(), id);
        }
    }

    @GET
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "listWeighingSchedules", summary = "Schedules in force, in the order of desa and id")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = View.class)))
    public Response list(
            @QueryParam("area") @Nullable String area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        AreaRange areas = AreaRange.of(area, caller.scope());
        Page page = Page.of(after, limit);
        return page.answer(
                database.read(caller.scope(), sql -> WeighingSchedules.page(sql, areas, page)).stream()
                        .map(View::of)
                        .toList(),
                View::place,
                uri);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS})
    @Operation(
            operationId = "putWeighingSchedule",
            summary = "Say when a posyandu weighs its children",
            description = "Under an id of the caller's making. The same again changes nothing; another content needs"
                    + " `If-Match`. Whoever has the day in a calendar sees it move.")
    @APIResponse(responseCode = "201", description = "New; `ETag` is its version")
    @APIResponse(responseCode = "204", description = "Changed, or so already")
    @APIResponse(responseCode = "409", description = "`SCHEDULE_ID_TAKEN` or `SCHEDULE_ENDED`")
    @APIResponse(responseCode = "412", description = "Changed by somebody else")
    @APIResponse(responseCode = "428", description = "It is there with another content and `If-Match` is missing")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Valid @NotNull WeighingScheduleForm form) {
        WeighingSchedule wanted = form.schedule(id);
        if (!caller.scope().allows(wanted.area())) {
            throw refused(CalendarProblem.AREA_UNKNOWN);
        }
        return database.write(caller.scope(), tx -> {
            if (WeighingSchedules.insert(tx.sql(), wanted)) {
                tell(tx, "PUT_SCHEDULE", wanted);
                return Response.status(201).tag(Versions.tag(1)).build();
            }
            return changed(tx, wanted, version);
        });
    }

    private Response changed(Transaction tx, WeighingSchedule wanted, @Nullable String version) {
        WeighingSchedules.Stored known = WeighingSchedules.lock(tx.sql(), wanted.id())
                .orElseThrow(() -> refused(CalendarProblem.SCHEDULE_ID_TAKEN));
        if (known.ended()) {
            throw refused(CalendarProblem.SCHEDULE_ENDED);
        }
        if (known.schedule().equals(wanted)) {
            return Response.noContent().tag(Versions.tag(known.version())).build();
        }
        if (Versions.required(version) != known.version()) {
            throw refused(CommonProblem.PRECONDITION_FAILED);
        }
        WeighingSchedules.update(tx.sql(), wanted);
        tell(tx, "PUT_SCHEDULE", wanted);
        return Response.noContent().tag(Versions.tag(known.version() + 1)).build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.PUSKESMAS, Roles.TPPS})
    @Operation(
            operationId = "endWeighingSchedule",
            summary = "End a schedule; in calendars it is cancelled. Again is no change")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404", description = "`SCHEDULE_UNKNOWN`")
    public Response end(@PathParam("id") UUID id) {
        database.write(caller.scope(), tx -> {
            WeighingSchedules.Stored known =
                    WeighingSchedules.lock(tx.sql(), id).orElseThrow(() -> refused(CalendarProblem.SCHEDULE_UNKNOWN));
            if (!known.ended()) {
                WeighingSchedules.end(tx.sql(), id);
                Calendar.remove(tx, known.schedule().source());
                audit(tx, "END_SCHEDULE", known.schedule());
            }
            return known;
        });
        return Response.noContent().build();
    }

    private void tell(Transaction tx, String action, WeighingSchedule schedule) {
        Calendar.put(tx, schedule.entry());
        audit(tx, action, schedule);
    }

    private void audit(Transaction tx, String action, WeighingSchedule schedule) {
        tx.audit(AuditEntry.of(
                caller,
                action,
                "weighing-schedule",
                schedule.id(),
                schedule.area().value()));
    }

    private static ProblemException refused(ProblemCode reason) {
        return new ProblemException(Problem.of(reason));
    }
}

package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The OPD that have programmes. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes", description = "What each OPD does about stunting, with which money (keroyokan)")
class OpdResource {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000b1", "area": "36.04", "name": "Dinas PUPR Kabupaten Serang",
             "field": "PUPR", "version": 1}""";

    private final Database database;
    private final ChangeOpd opds;
    private final Caller caller;

    OpdResource(Database database, ChangeOpd opds, Caller caller) {
        this.database = database;
        this.opds = opds;
        this.caller = caller;
    }

    @GET
    @Path("/opds")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "listOpds", summary = "OPD by area")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Opd.class),
                            examples = @ExampleObject(name = "opds", value = "[" + EXAMPLE + "]")))
    public Response list(
            @QueryParam("area") @Nullable String area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        AreaRange range = AreaRange.of(area, caller.scope());
        return page.answer(
                database.read(caller.scope(), sql -> Opds.page(sql, range, page)),
                opd -> new Page.Place(opd.area().value(), opd.id()),
                uri);
    }

    @GET
    @Path("/opds/{id}")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "readOpd", summary = "One OPD, with its version as the `ETag`")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Opd.class),
                            examples = @ExampleObject(name = "opd", value = EXAMPLE)))
    public Response one(@PathParam("id") UUID id) {
        return Answers.one(
                database.read(caller.scope(), sql -> Opds.find(sql, id))
                        .orElseThrow(() -> Answers.problem(CommonProblem.NOT_FOUND)),
                opd -> opd,
                Opd::version);
    }

    @POST
    @Path("/opds")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "registerOpd",
            summary = "Register an OPD",
            description = "Sending the same again is safe.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = Opd.class),
                            examples = @ExampleObject(name = "opd", value = EXAMPLE)))
    public Response register(@Valid @NotNull ProgrammeForms.NewOpd form) {
        Opd opd = new Opd(form.id(), form.area(), form.name(), form.field(), 1);
        return answer(opds.register(Actor.of(caller), opd));
    }

    @PUT
    @Path("/opds/{id}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "changeOpd", summary = "Give an OPD another name or field")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Opd.class),
                            examples = @ExampleObject(name = "opd", value = EXAMPLE)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProgrammeForms.ChangedOpd form) {
        long version = Versions.required(ifMatch);
        Opd known = database.read(caller.scope(), sql -> Opds.find(sql, id))
                .orElseThrow(() -> Answers.problem(CommonProblem.NOT_FOUND));
        return answer(opds.change(Actor.of(caller), known.changed(form.name(), form.field()), version));
    }

    @DELETE
    @Path("/opds/{id}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "removeOpd", summary = "Remove an OPD that has no programmes")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "409", description = "`OPD_HAS_PROGRAMMES`")
    public Response remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        answer(opds.remove(Actor.of(caller), id, Versions.required(ifMatch)));
        return Response.noContent().build();
    }

    private static Response answer(Change<Opd> change) {
        return Answers.of(change, opd -> opd, Opd::version);
    }
}

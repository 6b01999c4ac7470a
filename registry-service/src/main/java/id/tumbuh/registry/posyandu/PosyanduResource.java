package id.tumbuh.registry.posyandu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Pages;
import id.tumbuh.registry.batch.RowAnswer;
import id.tumbuh.registry.batch.Rows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Posyandu over HTTP. */
@Path("/v1")
@Tag(name = "Posyandu")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PosyanduResource {
    private final Database database;
    private final Caller caller;
    private final RegisterPosyandu register;
    private final Posyandus posyandus;
    private final Rows<PosyanduForm, Posyandu> rows;

    PosyanduResource(
            Database database, Caller caller, RegisterPosyandu register, Posyandus posyandus, ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.register = register;
        this.posyandus = posyandus;
        this.rows = new Rows<>(json, PosyanduForm.class);
    }

    @POST
    @Path("/posyandu:batch")
    @RolesAllowed({Roles.SYSTEM, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN})
    @Operation(
            summary = "Register up to 1,000 posyandu",
            description = "One by desa and name; case, punctuation and the word Posyandu before it make no difference.")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PosyanduForm.class)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class)))
    public List<RowAnswer> register(JsonNode body, @Context HttpHeaders headers) {
        Actor actor = Actor.of(caller);
        return rows.answer(
                body,
                Languages.of(headers),
                posyandu -> database.write(actor.scope(), tx -> register.register(tx, actor, posyandu)));
    }

    @GET
    @Path("/posyandu")
    @RolesAllowed({
        Roles.KADER,
        Roles.TPK,
        Roles.PUSKESMAS,
        Roles.TPPS,
        Roles.OPD,
        Roles.BKKBN,
        Roles.SYSTEM,
        Roles.AUDITOR
    })
    @Operation(summary = "The posyandu of an area")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = PosyanduForm.class)))
    public Response list(
            @QueryParam("area") @Nullable AreaCode area,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        AreaCode inside = Pages.requiredArea(area);
        int most = Pages.limit(limit);
        Pages.Position last = Pages.Position.after(after);
        List<PosyanduForm> page =
                database.read(caller.scope(), sql -> posyandus.inside(sql, inside, last, most)).stream()
                        .map(posyandu -> new PosyanduForm(
                                posyandu.id(),
                                posyandu.area().value(),
                                posyandu.name().text()))
                        .toList();
        return Pages.page(page, most, PosyanduForm::position, uri);
    }
}

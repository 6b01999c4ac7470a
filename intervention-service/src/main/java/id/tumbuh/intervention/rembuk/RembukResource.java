package id.tumbuh.intervention.rembuk;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.platform.print.PagePrinter;
import id.tumbuh.platform.rules.RuleBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Meetings on stunting: written down, signed, revised, printed. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rembuk", description = "Meetings on stunting and what was promised there")
class RembukResource {
    private static final String PDF = "application/pdf";

    private final Database database;
    private final WriteMinutes minutes;
    private final SignMinutes signing;
    private final PagePrinter printer;
    private final RuleBook rules;
    private final Caller caller;

    RembukResource(
            Database database,
            WriteMinutes minutes,
            SignMinutes signing,
            PagePrinter printer,
            RuleBook rules,
            Caller caller) {
        this.database = database;
        this.minutes = minutes;
        this.signing = signing;
        this.printer = printer;
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @Path("/rembuk")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "listRembuk", summary = "Meetings by area, without their minutes")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Rembuks.Listed.class),
                            examples =
                                    @ExampleObject(
                                            name = "rembuk",
                                            value =
                                                    "[{\"id\": \"0198c1a0-0000-7000-8000-0000000000d1\", \"area\": \"36.04\","
                                                            + " \"heldOn\": \"2026-06-15\", \"revision\": 1, \"state\": \"SIGNED\","
                                                            + " \"version\": 2}]")))
    public Response list(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        AreaRange range = AreaRange.of(area, caller.scope());
        return page.answer(
                database.read(caller.scope(), sql -> Rembuks.page(sql, range, page)),
                one -> new Page.Place(one.area(), one.id()),
                uri);
    }

    @GET
    @Path("/rembuk/{id}")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "readRembuk", summary = "One meeting, with its minutes and who signed them")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RembukView.class),
                            examples = @ExampleObject(name = "rembuk", value = RembukView.EXAMPLE)))
    public Response one(@PathParam("id") UUID id) {
        return Answers.one(found(id, null), RembukView::of, Rembuk::version);
    }

    @POST
    @Path("/rembuk")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN})
    @Operation(
            operationId = "holdRembuk",
            summary = "Write a meeting down",
            description = "Institutions and offices only, no names of persons. Sending the same again is safe.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = RembukView.class),
                            examples = @ExampleObject(name = "rembuk", value = RembukView.EXAMPLE)))
    public Response hold(@Valid @NotNull RembukForms.New form) {
        return answer(minutes.hold(Actor.of(caller), form.id(), form.minutes().value()));
    }

    @PUT
    @Path("/rembuk/{id}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN})
    @Operation(operationId = "writeMinutes", summary = "Write the minutes again, as long as nobody has signed them")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RembukView.class),
                            examples = @ExampleObject(name = "rembuk", value = RembukView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "`REMBUK_SIGNED`: open a revision first")
    public Response write(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RembukForms.MinutesForm form) {
        return answer(minutes.write(Actor.of(caller), id, Versions.required(ifMatch), form.value()));
    }

    @POST
    @Path("/rembuk/{id}:sign")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN})
    @Operation(
            operationId = "signMinutes",
            summary = "Sign the minutes as they were read",
            description =
                    "The hash says what was read, so it takes the place of `If-Match`: many sign at once. With the first"
                            + " signature the promises are commitments. Sending the same again is safe.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RembukView.class),
                            examples = @ExampleObject(name = "rembuk", value = RembukView.EXAMPLE)))
    @APIResponse(responseCode = "409", description = "`MINUTES_CHANGED`: read them again")
    public Response sign(@PathParam("id") UUID id, @Valid @NotNull RembukForms.Signed form) {
        return answer(signing.sign(Actor.of(caller), new SignMinutes.Wanted(id, form.sha256(), form.onBehalfOf())));
    }

    @POST
    @Path("/rembuk/{id}:revise")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN})
    @Operation(
            operationId = "reviseRembuk",
            summary = "Open the next revision of what was signed",
            description =
                    "It begins as the last one ended and has to be signed anew; until then the commitments stay as they are.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = RembukView.class),
                            examples = @ExampleObject(name = "rembuk", value = RembukView.EXAMPLE)))
    public Response revise(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RembukForms.Revised form) {
        return answer(minutes.revise(Actor.of(caller), id, Versions.required(ifMatch), form.reason()));
    }

    @GET
    @Path("/rembuk/{id}/berita-acara")
    @Produces(PDF)
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "printMinutes",
            summary = "The berita acara as A4 PDF",
            description = "Of the newest revision, or of the one named; an unsigned one says that it is a draft.")
    @APIResponse(responseCode = "200", description = "A PDF")
    public Response print(
            @PathParam("id") UUID id, @Parameter(example = "1") @QueryParam("revision") @Nullable Integer revision) {
        Rembuk rembuk = found(id, revision);
        byte[] pdf = printer.print(
                MinutesSheet.of(rembuk, RembukRules.of(rules.on(Days.today())).partyKinds()));
        return Response.ok(pdf)
                .header("Content-Disposition", "inline; filename=\"berita-acara-rembuk.pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Rembuk found(UUID id, @Nullable Integer revision) {
        Optional<Rembuk> found = database.read(
                caller.scope(), sql -> revision == null ? Rembuks.find(sql, id) : Rembuks.find(sql, id, revision));
        return found.orElseThrow(
                () -> Answers.problem(revision == null ? CommonProblem.NOT_FOUND : RembukProblem.REVISION_UNKNOWN));
    }

    private static Response answer(Change<Rembuk> change) {
        return Answers.of(change, RembukView::of, Rembuk::version);
    }
}

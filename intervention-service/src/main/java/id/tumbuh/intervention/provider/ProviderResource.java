package id.tumbuh.intervention.provider;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.platform.rules.RuleBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who cooks and brings, with what menu and from what stock. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Providers", description = "Dapur sehat (DASHAT), PKK, kader: capacity, menu, stock")
class ProviderResource {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_DAYS = 92;

    private final RegisterProvider providers;
    private final PlanMenus menus;
    private final KeepStock stock;
    private final RuleBook rules;
    private final Bodies bodies;
    private final Caller caller;

    ProviderResource(
            RegisterProvider providers,
            PlanMenus menus,
            KeepStock stock,
            RuleBook rules,
            Bodies bodies,
            Caller caller) {
        this.providers = providers;
        this.menus = menus;
        this.stock = stock;
        this.rules = rules;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** What became of one row of a batch. */
    @Schema(name = "StockRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowAnswer(@Nullable UUID id, Outcome outcome, Problem.@Nullable Body problem) {
        static final String EXAMPLE = "[{\"id\": \"0198c1a0-0000-7000-8000-0000000000b1\", \"outcome\": \"CREATED\"}]";

        /** CREATED is durable; UNCHANGED was sent before; CONFLICT: the id is taken by other content; INVALID: see the problem. */
        enum Outcome {
            CREATED,
            UNCHANGED,
            CONFLICT,
            INVALID
        }
    }

    @PUT
    @Path("providers/{id}")
    @RolesAllowed({Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "putProvider",
            summary = "Registers a provider, or changes it",
            description = "The id is made by the sender. One that stands is changed with `If-Match`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ProviderForm.class),
                            examples = @ExampleObject(name = "dashat", value = ProviderForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content =
                    @Content(
                            schema = @Schema(implementation = ProviderView.class),
                            examples = @ExampleObject(name = "dashat", value = ProviderView.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or sent before",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    @APIResponse(responseCode = "409", description = "`CONFLICT`: the id stands with other content")
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    public Response put(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        ProviderForm form = bodies.read(body, ProviderForm.class);
        return switch (providers.register(Actor.of(caller), id, form.facts(), expected(ifMatch))) {
            case Registering.Created(var one) -> answer(Response.Status.CREATED, ProviderView.of(one), one.version());
            case Registering.Changed(var one) -> answer(Response.Status.OK, ProviderView.of(one), one.version());
            case Registering.Unchanged(var one) -> answer(Response.Status.OK, ProviderView.of(one), one.version());
            case Registering<Provider> other -> throw refusal(other);
        };
    }

    @GET
    @Path("providers")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "listProviders",
            summary = "Providers by area",
            description = "In the order of area and id.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ProviderView.class),
                            examples = @ExampleObject(name = "one", value = "[" + ProviderView.EXAMPLE + "]")))
    public Response list(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(example = "DASHAT") @QueryParam("kind") @Nullable String kind,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        AreaRange areas = area == null ? new AreaRange("", ":") : AreaRange.of(area, caller.scope());
        return page.answer(
                providers.page(caller.scope(), areas, kind == null ? null : kind(kind), page).stream()
                        .map(ProviderView::of)
                        .toList(),
                one -> new Page.Place(one.area(), one.id()),
                uri);
    }

    @GET
    @Path("providers/{id}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "readProvider", summary = "One provider")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ProviderView.class),
                            examples = @ExampleObject(name = "one", value = ProviderView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`PROVIDER_UNKNOWN`: not there, or not in the caller's areas")
    public Response one(@PathParam("id") UUID id) {
        Provider found = providers.byId(caller.scope(), id).orElseThrow(ProviderResource::unknown);
        return answer(Response.Status.OK, ProviderView.of(found), found.version());
    }

    @PUT
    @Path("providers/{id}/menus/{day}")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "putMenu",
            summary = "What a provider cooks on a day",
            description =
                    "One that stands is changed with `If-Match`. A menu that falls short of the juknis PMT lokal is taken; `GET` warns of it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = MenuForm.class),
                            examples = @ExampleObject(name = "menu", value = MenuForm.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = MenuView.class),
                            examples = @ExampleObject(name = "menu", value = MenuView.EXAMPLE)))
    public Response putMenu(
            @PathParam("id") UUID id,
            @PathParam("day") String day,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            JsonNode body) {
        MenuForm form = bodies.read(body, MenuForm.class);
        Menu sent = form.menu(day("/day", day), 0);
        return switch (menus.plan(Actor.of(caller), id, sent, expected(ifMatch))) {
            case Registering.Created(var one) -> answer(Response.Status.CREATED, MenuView.of(one), one.version());
            case Registering.Changed(var one) -> answer(Response.Status.OK, MenuView.of(one), one.version());
            case Registering.Unchanged(var one) -> answer(Response.Status.OK, MenuView.of(one), one.version());
            case Registering<Menu> other -> throw refusal(other);
        };
    }

    @GET
    @Path("providers/{id}/menus")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "listMenus",
            summary = "Menus of some weeks, with what they fall short of",
            description = "Whole weeks from Monday to Sunday, as many as the days touch; at most 92 days.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = MenuView.Menus.class),
                            examples = @ExampleObject(name = "one", value = MenuView.Menus.EXAMPLE_TEXT)))
    public MenuView.Menus menus(
            @PathParam("id") UUID id,
            @Parameter(example = "2026-08-17") @QueryParam("from") @Nullable String from,
            @Parameter(example = "2026-08-23") @QueryParam("to") @Nullable String to,
            @Context HttpHeaders headers) {
        LocalDate monday = MenuCheck.monday(day("/from", from));
        LocalDate sunday = MenuCheck.monday(day("/to", to)).plusDays(6);
        if (sunday.isBefore(monday) || monday.plusDays(MOST_DAYS).isBefore(sunday)) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/to", CommonProblem.OUT_OF_RANGE));
        }
        List<Menu> found = menus.between(caller.scope(), id, monday, sunday).orElseThrow(ProviderResource::unknown);
        return new MenuView.Menus(
                found.stream().map(MenuView::of).toList(),
                MenuCheck.of(found, MenuCheck.Requirements.of(rules.on(LocalDate.now(CLOCK))), Languages.of(headers)));
    }

    @POST
    @Path("providers/{id}/stock-movements:batch")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.TPPS, Roles.PUSKESMAS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "moveStock",
            summary = "What came into a kitchen and went out",
            description =
                    "At most 1,000 rows, answered in order; rows sent before are `UNCHANGED`. More than there is can't go out: `STOCK_SHORT`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = MovementForm.class),
                            examples = @ExampleObject(name = "one", value = "[" + MovementForm.EXAMPLE + "]")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each row",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class),
                            examples = @ExampleObject(name = "one", value = RowAnswer.EXAMPLE)))
    public List<RowAnswer> move(@PathParam("id") UUID id, JsonNode body, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers);
        List<Bodies.Row<MovementForm>> rows = bodies.rows(body, MovementForm.class, MOST_ROWS);
        List<MovementForm> sent = new ArrayList<>();
        for (Bodies.Row<MovementForm> row : rows) {
            if (row.form() != null) {
                sent.add(row.form());
            }
        }
        List<KeepStock.Moved> outcomes = stock.move(Actor.of(caller), id, sent).orElseThrow(ProviderResource::unknown);
        List<RowAnswer> answers = new ArrayList<>();
        int next = 0;
        for (Bodies.Row<MovementForm> row : rows) {
            answers.add(
                    row.form() == null
                            ? invalid(null, Bodies.refusal(row.fault()), locale)
                            : answer(requireNonNull(row.form().id()), outcomes.get(next++), locale));
        }
        return answers;
    }

    @GET
    @Path("providers/{id}/stock")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "readStock", summary = "What a kitchen has: the sum of what came in and went out")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = KeepStock.Balance.class),
                            examples = @ExampleObject(name = "one", value = "[" + KeepStock.Balance.EXAMPLE + "]")))
    public List<KeepStock.Balance> stock(@PathParam("id") UUID id) {
        return stock.balances(caller.scope(), id).orElseThrow(ProviderResource::unknown);
    }

    private static RowAnswer answer(UUID id, KeepStock.Moved outcome, Locale locale) {
        return switch (outcome) {
            case CREATED -> new RowAnswer(id, RowAnswer.Outcome.CREATED, null);
            case UNCHANGED -> new RowAnswer(id, RowAnswer.Outcome.UNCHANGED, null);
            case CONFLICT ->
                new RowAnswer(
                        id,
                        RowAnswer.Outcome.CONFLICT,
                        Problem.of(CommonProblem.CONFLICT).body(locale));
            case SHORT ->
                invalid(
                        id,
                        Problem.of(CommonProblem.INVALID_REQUEST).at("/quantity", InterventionProblem.STOCK_SHORT),
                        locale);
        };
    }

    private static RowAnswer invalid(@Nullable UUID id, Problem problem, Locale locale) {
        return new RowAnswer(id, RowAnswer.Outcome.INVALID, problem.body(locale));
    }

    private static Response answer(Response.Status status, Object view, long version) {
        return Response.status(status)
                .entity(view)
                .tag(Versions.tag(version))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ProblemException refusal(Registering<?> other) {
        return new ProblemException(
                switch (other) {
                    case Registering.Taken<?> _ -> Problem.of(CommonProblem.CONFLICT);
                    case Registering.Stale<?> _ -> Problem.of(CommonProblem.PRECONDITION_FAILED);
                    case Registering.Unknown<?>(var what) -> Problem.of(what);
                    case Registering.Foreign<?> _ ->
                        Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA);
                    case Registering.Created<?> _, Registering.Changed<?> _, Registering.Unchanged<?> _ ->
                        throw new IllegalStateException("that is no refusal");
                });
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(InterventionProblem.PROVIDER_UNKNOWN));
    }

    private static @Nullable Long expected(@Nullable String ifMatch) {
        return ifMatch == null ? null : Versions.required(ifMatch);
    }

    private static LocalDate day(String pointer, @Nullable String text) {
        if (text == null) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, CommonProblem.REQUIRED));
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, CommonProblem.INVALID_DATE));
        }
    }

    private static Provider.Kind kind(String text) {
        return Arrays.stream(Provider.Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                        .at("/kind", InterventionProblem.PROVIDER_KIND_UNKNOWN)));
    }
}

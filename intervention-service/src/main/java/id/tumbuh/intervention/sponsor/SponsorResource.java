package id.tumbuh.intervention.sponsor;

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

/** Who promised to help. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sponsors", description = "Orang tua asuh: who promised to help, how many, where and until when")
class SponsorResource {
    private static final int MOST_ROWS = 1_000;

    private final RegisterSponsors register;
    private final SponsorQueries sponsors;
    private final Bodies bodies;
    private final Caller caller;

    SponsorResource(RegisterSponsors register, SponsorQueries sponsors, Bodies bodies, Caller caller) {
        this.register = register;
        this.sponsors = sponsors;
        this.bodies = bodies;
        this.caller = caller;
    }

    /** What became of one row of a batch. */
    @Schema(name = "SponsorRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowAnswer(@Nullable UUID id, Outcome outcome, Problem.@Nullable Body problem) {
        /** CREATED is durable; UNCHANGED was sent before; CONFLICT: the id is taken by other content; INVALID: see the problem. */
        enum Outcome {
            CREATED,
            UNCHANGED,
            CONFLICT,
            INVALID
        }
    }

    @PUT
    @Path("sponsors/{id}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "putSponsor",
            summary = "Registers a promise, or changes it",
            description =
                    "The id is made by the sender. One that stands is changed with `If-Match`; sent again without it, the same content is accepted and other content refused.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SponsorForm.class),
                            examples = @ExampleObject(name = "asn", value = SponsorForm.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content =
                    @Content(
                            schema = @Schema(implementation = SponsorView.class),
                            examples = @ExampleObject(name = "asn", value = SponsorView.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, or sent before",
            content = @Content(schema = @Schema(implementation = SponsorView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`CONFLICT`: the id stands with other content; `CAPACITY_IN_USE`: more than that are helped now")
    @APIResponse(responseCode = "412", description = "Somebody else changed it")
    public Response put(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, JsonNode body) {
        SponsorForm form = bodies.read(body, SponsorForm.class);
        Long expected = ifMatch == null ? null : Versions.required(ifMatch);
        Registering outcome = register.register(
                Actor.of(caller), new RegisterSponsors.Sent(id, form.promise(), form.active(), expected));
        return switch (outcome) {
            case Registering.Created(var sponsor) -> answer(Response.Status.CREATED, sponsor);
            case Registering.Changed(var sponsor) -> answer(Response.Status.OK, sponsor);
            case Registering.Unchanged(var sponsor) -> answer(Response.Status.OK, sponsor);
            case Registering.Taken() -> throw new ProblemException(Problem.of(CommonProblem.CONFLICT));
            case Registering.Stale() -> throw new ProblemException(Problem.of(CommonProblem.PRECONDITION_FAILED));
            case Registering.Refused refused -> throw new ProblemException(problem(refused));
        };
    }

    @POST
    @Path("sponsors:batch")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "registerSponsors",
            summary = "Registers many promises",
            description = "At most 1,000 rows, answered in order. Resumable: rows sent before are `UNCHANGED`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = SponsorForm.class),
                            examples = @ExampleObject(name = "one", value = "[" + SponsorForm.EXAMPLE_ROW + "]")))
    @APIResponse(
            responseCode = "200",
            description = "What became of each row",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "[{\"id\": \"0198c1a0-0000-7000-8000-0000000000d1\", \"outcome\": \"CREATED\"}]")))
    public List<RowAnswer> batch(JsonNode body, @Context HttpHeaders headers) {
        Locale locale = Languages.of(headers);
        List<Bodies.Row<SponsorForm>> rows = bodies.rows(body, SponsorForm.class, MOST_ROWS);
        List<RegisterSponsors.Sent> sent = new ArrayList<>();
        for (Bodies.Row<SponsorForm> row : rows) {
            SponsorForm form = row.form();
            if (form != null && form.id() != null) {
                sent.add(new RegisterSponsors.Sent(form.id(), form.promise(), form.active(), null));
            }
        }
        List<Registering> outcomes = sent.isEmpty() ? List.of() : register.register(Actor.of(caller), sent);
        List<RowAnswer> answers = new ArrayList<>();
        int next = 0;
        for (Bodies.Row<SponsorForm> row : rows) {
            SponsorForm form = row.form();
            if (form == null) {
                answers.add(invalid(null, Bodies.refusal(row.fault()), locale));
            } else if (form.id() == null) {
                answers.add(invalid(
                        null, Problem.of(CommonProblem.INVALID_REQUEST).at("/id", CommonProblem.REQUIRED), locale));
            } else {
                answers.add(answer(form.id(), outcomes.get(next++), locale));
            }
        }
        return answers;
    }

    @GET
    @Path("sponsors")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "listSponsors", summary = "Sponsors by area", description = "In the order of area and id.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = SponsorView.class),
                            examples = @ExampleObject(name = "one", value = "[" + SponsorView.EXAMPLE + "]")))
    public Response list(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(example = "ASN") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Only with a free place, or only without") @QueryParam("free") @Nullable
                    Boolean free,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        var wanted =
                new SponsorQueries.Wanted(AreaRange.of(area, caller.scope()), kind == null ? null : kind(kind), free);
        return page.answer(
                sponsors.page(Actor.of(caller), wanted, page).stream()
                        .map(SponsorView::of)
                        .toList(),
                one -> new Page.Place(one.area(), one.id()),
                uri);
    }

    @GET
    @Path("sponsors/{id}")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
    @Operation(operationId = "readSponsor", summary = "One sponsor")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = SponsorView.class),
                            examples = @ExampleObject(name = "one", value = SponsorView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`SPONSOR_UNKNOWN`: not there, or not in the caller's areas")
    public Response one(@PathParam("id") UUID id) {
        return sponsors.byId(Actor.of(caller), id)
                .map(sponsor -> answer(Response.Status.OK, sponsor))
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.SPONSOR_UNKNOWN)));
    }

    private static Response answer(Response.Status status, Sponsor sponsor) {
        return Response.status(status)
                .entity(SponsorView.of(sponsor))
                .tag(Versions.tag(sponsor.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static RowAnswer answer(UUID id, Registering outcome, Locale locale) {
        return switch (outcome) {
            case Registering.Created _, Registering.Changed _ -> new RowAnswer(id, RowAnswer.Outcome.CREATED, null);
            case Registering.Unchanged _ -> new RowAnswer(id, RowAnswer.Outcome.UNCHANGED, null);
            case Registering.Taken _, Registering.Stale _ ->
                new RowAnswer(
                        id,
                        RowAnswer.Outcome.CONFLICT,
                        Problem.of(CommonProblem.CONFLICT).body(locale));
            case Registering.Refused refused -> invalid(id, problem(refused), locale);
        };
    }

    private static RowAnswer invalid(@Nullable UUID id, Problem problem, Locale locale) {
        return new RowAnswer(id, RowAnswer.Outcome.INVALID, problem.body(locale));
    }

    private static Problem problem(Registering.Refused refused) {
        return refused.reason() == InterventionProblem.CAPACITY_IN_USE
                ? Problem.of(refused.reason())
                : Bodies.refusal(refused.violation());
    }

    private static SponsorKind kind(String text) {
        return Arrays.stream(SponsorKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                        .at("/kind", InterventionProblem.SPONSOR_KIND_UNKNOWN)));
    }
}

package id.tumbuh.intervention.rembuk;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Versions;
import id.tumbuh.platform.rules.RuleBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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

/** What was promised, followed up until it is kept. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rembuk")
class CommitmentResource {
    private final CommitmentQueries queries;
    private final FollowCommitments follow;
    private final RuleBook rules;
    private final Caller caller;

    CommitmentResource(CommitmentQueries queries, FollowCommitments follow, RuleBook rules, Caller caller) {
        this.queries = queries;
        this.follow = follow;
        this.rules = rules;
        this.caller = caller;
    }

    /** Who keeps what was promised, by area and by party. */
    @Schema(name = "CommitmentSummary")
    record Summary(LocalDate asOf, List<CommitmentQueries.AreaCount> rows, List<CommitmentQueries.PartyCount> parties) {
        static final String EXAMPLE = """
                {
                  "asOf": "2026-10-01",
                  "rows": [{"area": "36.04", "partyKind": "COMPANY",
                            "counts": {"open": 4, "kept": 7, "keptLate": 2, "overdue": 1, "withdrawn": 0}}],
                  "parties": [{"partyKind": "COMPANY", "party": "PT Contoh Sejahtera",
                               "counts": {"open": 1, "kept": 2, "keptLate": 0, "overdue": 1, "withdrawn": 0}}]
                }""";
    }

    @GET
    @Path("/commitments")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "listCommitments", summary = "Commitments by area, in the order of area and id")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CommitmentView.class),
                            examples =
                                    @ExampleObject(name = "commitments", value = "[" + CommitmentView.EXAMPLE + "]")))
    public Response list(
            @Parameter(example = "36.04") @QueryParam("area") @Nullable String area,
            @Parameter(description = "`OPEN`, `KEPT`, `BROKEN` or `WITHDRAWN`") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "`true`: past its day and not kept") @QueryParam("overdue") @Nullable
                    String overdue,
            @Parameter(example = "COMPANY") @QueryParam("partyKind") @Nullable String partyKind,
            @QueryParam("rembuk") @Nullable UUID rembuk,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        Page page = Page.of(after, limit);
        var wanted = new CommitmentQueries.Wanted(
                AreaRange.of(area, caller.scope()), state(state), flag(overdue), partyKind, rembuk);
        return page.answer(
                queries.page(caller.scope(), wanted, dueBefore(), page).stream()
                        .map(this::view)
                        .toList(),
                one -> new Page.Place(one.area(), one.id()),
                uri);
    }

    @GET
    @Path("/commitments/summary")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "summarizeCommitments",
            summary = "Kept, open and overdue by the areas below one, and by party",
            description = "`overdue` and `open` don't overlap. Up to 1000 parties, those with most overdue first.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Summary.class),
                            examples = @ExampleObject(name = "kabupaten", value = Summary.EXAMPLE)))
    public Summary summary(@Parameter(example = "36.04") @QueryParam("area") @Nullable String area) {
        var found = queries.summary(caller.scope(), area == null ? null : AreaRange.code(area), dueBefore());
        return new Summary(Days.today(), found.rows(), found.parties());
    }

    @GET
    @Path("/commitments/{id}")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "readCommitment", summary = "One commitment, with its version as the `ETag`")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = CommitmentView.class),
                            examples = @ExampleObject(name = "commitment", value = CommitmentView.EXAMPLE)))
    public Response one(@PathParam("id") UUID id) {
        return Answers.one(
                queries.byId(caller.scope(), id).orElseThrow(() -> Answers.problem(CommonProblem.NOT_FOUND)),
                this::view,
                Commitment::version);
    }

    @POST
    @Path("/commitments/{id}:keep")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN})
    @Operation(
            operationId = "keepCommitment",
            summary = "Show that a commitment was kept",
            description =
                    "By the hash of a paper or photograph that stays with the party. A broken one may be kept late.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = CommitmentView.class),
                            examples = @ExampleObject(name = "commitment", value = CommitmentView.EXAMPLE)))
    public Response keep(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RembukForms.Kept form) {
        return answer(follow.keep(Actor.of(caller), read(id, ifMatch), form.value()));
    }

    @POST
    @Path("/commitments/{id}:withdraw")
    @RolesAllowed({Roles.TPPS, Roles.BKKBN})
    @Operation(operationId = "withdrawCommitment", summary = "Take a commitment back, with a reason")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = CommitmentView.class),
                            examples = @ExampleObject(name = "commitment", value = CommitmentView.EXAMPLE)))
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RembukForms.Withdrawn form) {
        return answer(follow.withdraw(Actor.of(caller), read(id, ifMatch), form.reason()));
    }

    private static FollowCommitments.Read read(UUID id, @Nullable String ifMatch) {
        return new FollowCommitments.Read(id, Versions.required(ifMatch));
    }

    private Response answer(Change<Commitment> change) {
        return Answers.of(change, this::view, Commitment::version);
    }

    private CommitmentView view(Commitment commitment) {
        return CommitmentView.of(commitment, Days.today(), graceDays());
    }

    /** What was due before this day is overdue. */
    private LocalDate dueBefore() {
        return Days.today().minusDays(graceDays());
    }

    private int graceDays() {
        return RembukRules.of(rules.on(Days.today())).graceDays();
    }

    private static Commitment.@Nullable State state(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(Commitment.State.values())
                        .filter(state -> state.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Answers.invalid("/state", RembukProblem.COMMITMENT_STATE_UNKNOWN));
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw Answers.invalid("/overdue", RembukProblem.OVERDUE_UNKNOWN);
        };
    }
}

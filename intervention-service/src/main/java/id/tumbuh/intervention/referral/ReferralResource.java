package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Answers;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.rules.RuleBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What each OPD has to do for the families of stunted children, as the caller's areas show it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Referrals", description = "What stands in a child's way, by the OPD whose field it is")
class ReferralResource {
    private final ReferralQueries referrals;
    private final RuleBook rules;
    private final Caller caller;

    ReferralResource(ReferralQueries referrals, RuleBook rules, Caller caller) {
        this.referrals = referrals;
        this.rules = rules;
        this.caller = caller;
    }

    /** By area and field, as far as the caller may see. */
    @Schema(name = "ReferralSummary")
    record Summary(LocalDate asOf, int ruleVersion, List<ReferralQueries.FieldCount> rows) {
        static final String EXAMPLE = """
                {
                  "asOf": "2026-09-15",
                  "ruleVersion": 1,
                  "rows": [{"area": "36.04.20", "field": "PUPR", "sent": 40, "accepted": 25, "declined": 2, "done": 11,
                            "overdue": 9, "closed": 31}]
                }""";
    }

    @GET
    @Path("/referrals")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listReferrals",
            summary = "Referrals by area",
            description =
                    "In the order of area and id. The open ones, unless `state` says otherwise. An OPD whose token names a"
                            + " field sees those of its field.")
    @APIResponse(
            responseCode = "200",
            description = "One page; `Link` with `rel=next` leads to the next",
            headers = @Header(name = "Link", schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referrals", value = "[" + ReferralView.EXAMPLE + "]")))
    @APIResponse(responseCode = "400", description = "A parameter is not acceptable; `errors` points at it")
    public Response list(
            @Parameter(description = "Only in this area", example = "36.04.20") @QueryParam("area") @Nullable
                    String area,
            @Parameter(description = "Only those of one OPD's field", example = "PUPR") @QueryParam("field") @Nullable
                    String field,
            @Parameter(description = "`OPEN` (usual) or `CLOSED`", example = "OPEN") @QueryParam("state") @Nullable
                    String state,
            @Parameter(description = "`SENT`, `ACCEPTED`, `DECLINED` or `DONE`") @QueryParam("stage") @Nullable
                    String stage,
            @Parameter(description = "`true`: past the day to accept or to finish it") @QueryParam("overdue") @Nullable
                    String overdue,
            @Parameter(description = "Escalated to `KECAMATAN`, `KABUPATEN` or `PROVINCE`")
                    @QueryParam("level")
                    @Nullable
                    String level,
            @Parameter(description = "Where the last page ended, from its `Link`") @QueryParam("after") @Nullable
                    String after,
            @Parameter(description = "1 to 1000, usually 100", example = "100") @QueryParam("limit") @Nullable
                    String limit,
            @Context UriInfo uri) {
        ReferralQueries.AsOf asOf = asOf();
        Page page = Page.of(after, limit);
        OpdField wantedField = field(field);
        OpdField own = ownField();
        if (own != null && wantedField != null && !own.equals(wantedField)) {
            return page.answer(List.<ReferralView>of(), ReferralResource::place, uri);
        }
        var wanted = new ReferralQueries.Wanted(
                AreaRange.of(area, caller.scope()),
                Objects.requireNonNullElse(
                        parse(state, ReferralEvent.State.values(), "/state", InterventionProblem.STATE_UNKNOWN),
                        ReferralEvent.State.OPEN),
                own == null ? wantedField : own,
                parse(stage, Progress.Stage.values(), "/stage", ReferralProblem.STAGE_UNKNOWN),
                flag(overdue),
                parse(level, EscalationLevel.values(), "/level", ReferralProblem.LEVEL_UNKNOWN));
        return page.answer(
                referrals.page(caller.scope(), wanted, asOf, page).stream()
                        .map(referral -> ReferralView.of(referral, asOf.rule()))
                        .toList(),
                ReferralResource::place,
                uri);
    }

    @GET
    @Path("/referrals/summary")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "summarizeReferrals",
            summary = "Referrals counted by field and stage and the areas below one",
            description = "By province when no area is given; a desa or kelurahan is counted by itself.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Summary.class),
                            examples = @ExampleObject(name = "kabupaten", value = Summary.EXAMPLE)))
    public Summary summary(@Parameter(example = "36.04") @QueryParam("area") @Nullable String area) {
        ReferralQueries.AsOf asOf = asOf();
        return new Summary(
                asOf.today(),
                asOf.rule().version(),
                referrals.summary(caller.scope(), area == null ? null : AreaRange.code(area), ownField(), asOf));
    }

    @GET
    @Path("/referrals/{id}")
    @RolesAllowed({Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.PUSKESMAS, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "readReferral", summary = "One referral, with its version as the `ETag`")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ReferralView.class),
                            examples = @ExampleObject(name = "referral", value = ReferralView.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "Not there, or not in the caller's areas or field")
    public Response one(@PathParam("id") UUID id) {
        OpdField own = ownField();
        Referral found = referrals
                .byId(caller.scope(), id)
                .filter(referral -> own == null || own.equals(referral.field()))
                .orElseThrow(() -> Answers.problem(CommonProblem.NOT_FOUND));
        return Answers.one(found, referral -> ReferralView.of(referral, asOf().rule()), Referral::version);
    }

    private ReferralQueries.AsOf asOf() {
        LocalDate today = Days.today();
        return new ReferralQueries.AsOf(EscalationRule.of(rules.on(today)), today);
    }

    /** The field of an OPD, which sees no other; nothing for everybody else. */
    private @Nullable OpdField ownField() {
        String field = Actor.of(caller).fieldOnly();
        return field == null ? null : field(field);
    }

    private static Page.Place place(ReferralView referral) {
        return new Page.Place(referral.area(), referral.id());
    }

    private static <E extends Enum<E>> @Nullable E parse(
            @Nullable String text, E[] values, String pointer, ProblemCode reason) {
        return text == null
                ? null
                : Arrays.stream(values)
                        .filter(value -> value.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> Answers.invalid(pointer, reason));
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return switch (text) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw Answers.invalid("/overdue", ReferralProblem.OVERDUE_UNKNOWN);
        };
    }

    private static @Nullable OpdField field(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!OpdField.isValid(text)) {
            throw Answers.invalid("/field", InterventionProblem.FIELD_MALFORMED);
        }
        return new OpdField(text);
    }
}

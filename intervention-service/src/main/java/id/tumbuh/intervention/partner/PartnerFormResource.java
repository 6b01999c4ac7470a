package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.placement.ChangePlacement;
import id.tumbuh.intervention.placement.PeriodForm;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.session.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the forms of the partner's pages do: the same as the partner API, through the same use cases. */
@Path("/partner")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@PermitAll // each form decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class PartnerFormResource {
    private final PartnerPage page;
    private final PartnerClaims claims;
    private final PartnerReports reports;
    private final Sessions sessions;
    private final Clock clock = Clock.systemUTC();

    PartnerFormResource(PartnerPage page, PartnerClaims claims, PartnerReports reports, Sessions sessions) {
        this.page = page;
        this.claims = claims;
        this.reports = reports;
        this.sessions = sessions;
    }

    @POST
    @Path("claim")
    @Operation(hidden = true)
    public Response claim(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        var fields = new Fields(sent);
        return page.send(headers, fields, reader -> {
            PartnerClaimForm form = checked(
                    new PartnerClaimForm(fields.id("id"), fields.text("child").orElse(null), fields.id("sponsor")));
            claims.claim(
                    reader.party(),
                    new PartnerClaims.Claim(
                            requireNonNull(form.id()), requireNonNull(form.child()), requireNonNull(form.sponsorId())),
                    clock.instant());
            return seen(reader, Done.HELD);
        });
    }

    @POST
    @Path("commit")
    @Operation(hidden = true)
    public Response commit(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        var fields = new Fields(sent);
        return page.send(headers, fields, reader -> {
            PeriodForm form = checked(new PeriodForm(null, fields.number("days")));
            claims.commit(reader.party(), change(fields), null, form.days());
            return seen(reader, Done.COMMITTED);
        });
    }

    @POST
    @Path("renew")
    @Operation(hidden = true)
    public Response renew(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        var fields = new Fields(sent);
        return page.send(headers, fields, reader -> {
            PeriodForm form = checked(new PeriodForm(null, fields.number("days")));
            claims.renew(reader.party(), change(fields), form.days());
            return seen(reader, Done.RENEWED);
        });
    }

    @POST
    @Path("release")
    @Operation(hidden = true)
    public Response release(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        var fields = new Fields(sent);
        return page.send(headers, fields, reader -> {
            claims.release(reader.party(), change(fields));
            return seen(reader, Done.RELEASED);
        });
    }

    @POST
    @Path("report")
    @Operation(hidden = true)
    public Response report(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        var fields = new Fields(sent);
        return page.send(headers, fields, reader -> {
            PartnerReportForm form = checked(new PartnerReportForm(
                    fields.id("id"),
                    fields.id("placement"),
                    fields.day("day"),
                    fields.one("item", Item.Kind.values(), InterventionProblem.ITEM_UNKNOWN),
                    fields.quantity("quantity"),
                    fields.text("unit").orElse(null),
                    fields.one("outcome", PartnerReportForm.Outcome.values(), CommonProblem.WRONG_TYPE)));
            PartnerReports.Report report = form.report();
            reports.report(reader.party(), report, clock.instant());
            return seen(reader, report.amount() == null ? Done.UNABLE : Done.SENT);
        });
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response signOut(
            MultivaluedMap<String, String> sent, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        return page.send(
                headers,
                new Fields(sent),
                reader -> Response.fromResponse(page.note(
                                200,
                                reader.locale(),
                                reader.words().signedOut(),
                                reader.words().signInHint()))
                        .cookie(sessions.noCookie(request))
                        .build());
    }

    private ChangePlacement.Change change(Fields fields) {
        UUID id = fields.id("placement");
        if (id == null) {
            throw new ProblemException(Problem.of(InterventionProblem.PLACEMENT_UNKNOWN));
        }
        return new ChangePlacement.Change(id, fields.version(), clock.instant());
    }

    private static <F extends Form> F checked(F form) {
        form.fault().ifPresent(fault -> {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(fault.pointer(), fault.reason()));
        });
        return form;
    }

    /** A page that is loaded again sends nothing again. */
    private static Response seen(Reader reader, Done done) {
        return Response.seeOther(URI.create("/partner?done=" + done.name() + "&lang="
                        + reader.locale().getLanguage()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

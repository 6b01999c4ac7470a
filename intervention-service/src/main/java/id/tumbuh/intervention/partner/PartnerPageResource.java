package id.tumbuh.intervention.partner;

import id.tumbuh.platform.session.Entrance;
import id.tumbuh.platform.session.Sessions;
import id.tumbuh.platform.session.SignInLinks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages of sponsors' institutions and CSR partners, and the way in. They show what the partner API answers. */
@Path("/partner")
@Produces(MediaType.TEXT_HTML)
@PermitAll // each page decides by itself, to answer with a page instead of a bare status
@RunOnVirtualThread
class PartnerPageResource {
    private final PartnerPage page;
    private final ChildrenPages children;
    private final NeedsPages needs;
    private final PledgesPages pledges;
    private final PortfolioPages portfolios;
    private final SignInLinks links;
    private final Sessions sessions;
    private final Entrance entrance;

    PartnerPageResource(
            PartnerPage page,
            ChildrenPages children,
            NeedsPages needs,
            PledgesPages pledges,
            PortfolioPages portfolios,
            SignInLinks links,
            Sessions sessions,
            Entrance entrance) {
        this.page = page;
        this.children = children;
        this.needs = needs;
        this.pledges = pledges;
        this.portfolios = portfolios;
        this.links = links;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    @GET
    @Operation(hidden = true)
    public Response children(
            @QueryParam("after") @Nullable String after,
            @QueryParam("done") @Nullable String done,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        return page.open(
                headers,
                lang,
                reader -> page.answer(
                        reader,
                        PartnerTemplates.children(
                                Shell.of(reader, "/partner", "", said(reader, done)), children.of(reader, after))));
    }

    @GET
    @Path("needs")
    @Operation(hidden = true)
    public Response needs(
            @QueryParam("area") @Nullable String area,
            @QueryParam("item") @Nullable String item,
            @QueryParam("sponsor") @Nullable String sponsor,
            @QueryParam("after") @Nullable String after,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        return page.open(headers, lang, reader -> {
            NeedsPage view = needs.of(reader, new NeedsPages.Asked(text(area), text(item), text(sponsor), after));
            return page.answer(
                    reader, PartnerTemplates.needs(Shell.of(reader, "/partner/needs", view.filter(), null), view));
        });
    }

    @GET
    @Path("pledges")
    @Operation(hidden = true)
    public Response pledges(
            @QueryParam("after") @Nullable String after,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        return page.open(
                headers,
                lang,
                reader -> page.answer(
                        reader,
                        PartnerTemplates.pledges(
                                Shell.of(reader, "/partner/pledges", "", null), pledges.of(reader, after))));
    }

    @GET
    @Path("portfolio")
    @Operation(hidden = true)
    public Response portfolio(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        return page.open(headers, lang, reader -> {
            PortfolioPage view = portfolios.of(reader, text(from), text(to));
            return page.answer(
                    reader,
                    PartnerTemplates.portfolio(
                            Shell.of(
                                    reader,
                                    "/partner/portfolio",
                                    "from=" + view.from() + "&to=" + view.to() + "&",
                                    null),
                            view));
        });
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Response signIn(
            @QueryParam("code") @Nullable String code,
            @QueryParam("lang") @Nullable String lang,
            @Context HttpServerRequest request) {
        Optional<String> token = Optional.ofNullable(code).flatMap(links::spend);
        if (token.isPresent()) {
            return Response.seeOther(URI.create("/partner"))
                    .cookie(sessions.cookie(token.get(), request))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        Locale locale = PartnerPage.locale(lang);
        PartnerMessages words = PartnerPage.words(locale);
        return entrance.leadHome(locale).orElseGet(() -> page.note(401, locale, words.signIn(), words.linkSpent()));
    }

    private static @Nullable String said(Reader reader, @Nullable String done) {
        return Done.read(done).map(what -> what.in(reader.words())).orElse(null);
    }

    /** A form sends what was left empty as an empty text. */
    private static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent;
    }
}

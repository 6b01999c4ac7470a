package id.tumbuh.platform.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The way out, and the pages that say in words what happened on the way in. */
@Path("/session")
@Produces(MediaType.TEXT_HTML)
@PermitAll // about who is not signed in
@RunOnVirtualThread
class SessionResource {
    private final Entrance entrance;
    private final Issuer issuer;
    private final Sessions sessions;

    SessionResource(Entrance entrance, Issuer issuer, Sessions sessions) {
        this.entrance = entrance;
        this.issuer = issuer;
        this.sessions = sessions;
    }

    @GET
    @Path("note")
    @Operation(hidden = true)
    public Response note(
            @QueryParam("of") @Nullable String of,
            @QueryParam("to") @Nullable String to,
            @QueryParam("lang") @Nullable String lang) {
        Locale locale = lang == null ? LocalPath.language(to) : SessionNote.locale(lang);
        return entrance.say(SessionNote.read(of), locale, to);
    }

    @GET
    @Path("over")
    @Operation(hidden = true)
    public Response over(@QueryParam("lang") @Nullable String lang) {
        return entrance.say(SessionNote.SIGNED_OUT, SessionNote.locale(lang), null);
    }

    /**
     * Ends the session here, then the issuer's: by a page that goes on by itself, since a browser holds the redirects of a form
     * to our own {@code form-action}.
     */
    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response end(MultivaluedMap<String, String> sent, @Context HttpServerRequest request) {
        Locale locale = SessionNote.locale(sent.getFirst("lang"));
        boolean ownForm = sessions.tokenOf(request)
                .map(token -> FormToken.matches("Bearer " + token, sent.getFirst("token")))
                .orElse(true);
        if (!Sessions.isOwnOrigin(request) || !ownForm) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        if (!issuer.isConfigured()) {
            return leaving(SessionNote.SIGNED_OUT, locale, request).build();
        }
        return issuer.answers()
                ? leaving(SessionNote.LEAVING, locale, request)
                        .header("Refresh", "0; url=" + Issuer.LEAVE)
                        .build()
                : leaving(SessionNote.LEFT_ONLY_HERE, locale, request).build();
    }

    private Response.ResponseBuilder leaving(SessionNote note, Locale locale, HttpServerRequest request) {
        return Response.fromResponse(entrance.say(note, locale, null)).cookie(sessions.noCookie(request));
    }
}

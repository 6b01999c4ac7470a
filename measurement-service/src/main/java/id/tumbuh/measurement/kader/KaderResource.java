package id.tumbuh.measurement.kader;

import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.session.Entrance;
import id.tumbuh.platform.session.Sessions;
import id.tumbuh.platform.session.SignInLinks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The kader's page, its files, and the way in and out. Holds no datum of anybody: those come by {@link RosterResource}. */
@Path("/kader")
@PermitAll // the page itself is the same for everybody and must open without a network, signed in or not
@RunOnVirtualThread
public class KaderResource {

    /** Our own files and nothing else: no inline script or style, no other site, no text that becomes markup. */
    static final String CONTENT_POLICY = "default-src 'self'; object-src 'none'; frame-ancestors 'none'; "
            + "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types tumbuh";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final KaderFiles files;
    private final SignInLinks links;
    private final Sessions sessions;
    private final Entrance entrance;

    KaderResource(KaderFiles files, SignInLinks links, Sessions sessions, Entrance entrance) {
        this.files = files;
        this.links = links;
        this.sessions = sessions;
        this.entrance = entrance;
    }

    @GET
    @Operation(hidden = true)
    public Response page(@Context Request request) {
        return asked(files.page(), request);
    }

    @GET
    @Path("sw.js")
    @Operation(hidden = true)
    public Response worker(@Context Request request) {
        return asked(files.worker(), request);
    }

    @GET
    @Path("{version}/{name}")
    @Operation(hidden = true)
    public Response part(@PathParam("version") String version, @PathParam("name") String name) {
        return files.part(version, name)
                .map(file -> sent(file).header(HttpHeaders.CACHE_CONTROL, FOR_EVER))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND))
                .build();
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Response signIn(@QueryParam("code") @Nullable String code, @Context HttpServerRequest request) {
        Optional<String> token = Optional.ofNullable(code).flatMap(links::spend);
        if (token.isEmpty()) {
            return entrance.leadHome(Languages.INDONESIAN)
                    .orElseGet(() ->
                            Response.seeOther(URI.create("/kader#masuk/lama")).build());
        }
        return Response.seeOther(URI.create("/kader"))
                .cookie(sessions.cookie(token.get(), request))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Response signOut(@Context HttpServerRequest request) {
        if (!Sessions.isOwnPage(request)) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        return Response.noContent().cookie(sessions.noCookie(request)).build();
    }

    /** Asked for at each opening, answered in full only when it is another version. */
    private Response asked(KaderFiles.File file, Request request) {
        EntityTag tag = new EntityTag(files.version());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? sent(file) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("Service-Worker-Allowed", "/kader")
                .build();
    }

    private static Response.ResponseBuilder sent(KaderFiles.File file) {
        return Response.ok(file.content()).type(file.type());
    }
}

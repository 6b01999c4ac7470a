package id.tumbuh.intervention.photo;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Photos of deliveries. */
@Path("/v1")
@RunOnVirtualThread
@RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
@Tag(name = "Photos", description = "Evidence of deliveries, without place, time or device")
class PhotoResource {
    private final KeepPhotos photos;
    private final PhotoConfig config;
    private final Caller caller;

    PhotoResource(KeepPhotos photos, PhotoConfig config, Caller caller) {
        this.photos = photos;
        this.config = config;
        this.caller = caller;
    }

    /** A photo as it is answered. */
    @Schema(name = "Photo")
    record View(UUID id, UUID deliveryId, int bytes, int width, int height) {
        static final String EXAMPLE = """
                {"id": "5c1d0f35-1111-3c0d-9a52-7d1e3f0a5b11", "deliveryId": "7b1f6a54-3f0e-3c11-9d3a-0d2f6f0a0001", "bytes": 184320,
                 "width": 1600, "height": 1200}""";

        static View of(KeepPhotos.Photo photo) {
            return new View(photo.id(), photo.deliveryId(), photo.bytes(), photo.width(), photo.height());
        }
    }

    @POST
    @Path("deliveries/{id}/photos")
    @Consumes({"image/jpeg", "image/png"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addPhoto",
            summary = "Adds a photo to a delivery",
            description =
                    "JPEG or PNG of at most 2 MB. It is written anew: upright, at most 1600 pixels a side, without place, time or device. The same photo sent again is the same.")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "photo", value = View.EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Sent before")
    @APIResponse(responseCode = "400", description = "`PHOTO_UNREADABLE`: no JPEG or PNG, or too many pixels")
    @APIResponse(responseCode = "409", description = "`TOO_MANY_PHOTOS`")
    @APIResponse(responseCode = "413", description = "`PHOTO_TOO_LARGE`")
    public Response add(@PathParam("id") UUID delivery, byte[] body) {
        if (body.length > config.maxBytes().asLongValue()) {
            throw new ProblemException(Problem.of(InterventionProblem.PHOTO_TOO_LARGE));
        }
        return switch (photos.keep(Actor.of(caller), delivery, body)) {
            case KeepPhotos.Keeping.Kept(var photo) -> answer(Response.Status.CREATED, View.of(photo));
            case KeepPhotos.Keeping.Unchanged(var photo) -> answer(Response.Status.OK, View.of(photo));
            case KeepPhotos.Keeping.Refused(var why) -> throw new ProblemException(Problem.of(why));
        };
    }

    @GET
    @Path("deliveries/{id}/photos")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listPhotos", summary = "The photos of a delivery")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = View.class),
                            examples = @ExampleObject(name = "one", value = "[" + View.EXAMPLE + "]")))
    public Response list(@PathParam("id") UUID delivery) {
        List<View> found = photos
                .list(caller.scope(), delivery)
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.DELIVERY_UNKNOWN)))
                .stream()
                .map(View::of)
                .toList();
        return answer(Response.Status.OK, found);
    }

    @GET
    @Path("photos/{id}")
    @Produces("image/jpeg")
    @Operation(operationId = "readPhoto", summary = "The picture")
    @APIResponse(responseCode = "200", content = @Content(mediaType = "image/jpeg"))
    @APIResponse(responseCode = "404", description = "`PHOTO_UNKNOWN`: not there, or not in the caller's areas")
    public Response picture(@PathParam("id") UUID id) {
        byte[] picture = photos.picture(Actor.of(caller), id)
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.PHOTO_UNKNOWN)));
        return Response.ok(picture, "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Disposition", "inline; filename=\"foto.jpg\"")
                .build();
    }

    private static Response answer(Response.Status status, Object view) {
        return Response.status(status)
                .entity(view)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}

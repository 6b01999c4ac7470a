package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Pages;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Areas over HTTP: the same for everybody who has signed in. */
@Path("/v1/areas")
@Tag(name = "Areas")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class AreaResource {
    private static final int SHORTEST = 3;

    private final Database database;
    private final Areas areas;

    AreaResource(Database database, Areas areas) {
        this.database = database;
        this.areas = areas;
    }

    /** An area on the wire; {@code alias} when that is what was found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Area")
    record AreaView(
            @Schema(examples = "36.04.20.2006") AreaCode code,
            @Schema(examples = "Bojong Menteng") String name,
            AreaLevel level,
            @Nullable AreaCode parentCode,
            boolean active,
            @Nullable String alias) {

        static AreaView of(Area area) {
            return of(new AreaMatch(area, null));
        }

        static AreaView of(AreaMatch match) {
            Area area = match.area();
            return new AreaView(
                    area.code(),
                    area.name(),
                    area.code().level(),
                    area.code().parent().orElse(null),
                    area.active(),
                    match.alias());
        }
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "One area")
    public AreaView get(@PathParam("code") @Parameter(example = "36.04") AreaCode code) {
        return AreaView.of(find(code));
    }

    @GET
    @Path("/{code}/children")
    @Operation(summary = "The areas directly below one")
    public List<AreaView> children(@PathParam("code") @Parameter(example = "36.04") AreaCode code) {
        find(code);
        return database.read(Scope.everywhere(), sql -> areas.childrenOf(sql, code)).stream()
                .map(AreaView::of)
                .toList();
    }

    @GET
    @Operation(
            summary = "Areas by name or alias",
            description = "Wider areas and exact names first; when nothing contains the text, names nearly like it.")
    public List<AreaView> search(
            @QueryParam("q") @DefaultValue("") @Parameter(example = "ciboleger") String text,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        AreaName name = new AreaName(text);
        if (name.normalised().length() < SHORTEST || text.length() > 100) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/q", CommonProblem.OUT_OF_RANGE));
        }
        int most = Pages.limit(limit);
        return database
                .read(Scope.everywhere(), sql -> {
                    List<AreaMatch> found = areas.search(sql, name, most);
                    return found.isEmpty() ? areas.searchAlike(sql, name, most) : found;
                })
                .stream()
                .map(AreaView::of)
                .toList();
    }

    private Area find(AreaCode code) {
        return database.read(Scope.everywhere(), sql -> areas.find(sql, code))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }
}

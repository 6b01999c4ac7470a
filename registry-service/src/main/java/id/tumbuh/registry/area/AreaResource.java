package id.tumbuh.registry.area;

import id.tumbuh.platform.access.AreaCode;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Areas over HTTP: the same for everybody who has signed in. */
@Path("/v1")
@Tag(name = "Areas")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class AreaResource {
    private static final int SHORTEST = 3;

    private final Database database;
    private final Areas areas;
    private final AreaHistory history;

    AreaResource(Database database, Areas areas, AreaHistory history) {
        this.database = database;
        this.areas = areas;
        this.history = history;
    }

    @GET
    @Path("/areas/{code}")
    @Operation(
            summary = "One area, today or as it was on a day",
            description = "An area that is no more names its successors.")
    @APIResponse(responseCode = "404", description = "There is none, or there was none on that day")
    public AreaView get(
            @PathParam("code") @Parameter(example = "36.04") AreaCode code,
            @QueryParam("on") @Parameter(example = "2024-12-31") @Nullable String on) {
        if (on == null) {
            Area area = find(code);
            return AreaView.of(
                    area,
                    area.active() ? List.of() : database.read(Scope.everywhere(), sql -> history.heirs(sql, code)));
        }
        LocalDate day = day(on);
        return AreaView.of(database.read(Scope.everywhere(), sql -> history.on(sql, code, day))
                .orElseThrow(AreaResource::notFound));
    }

    @GET
    @Path("/areas/{code}/children")
    @Operation(summary = "The areas directly below one, today or as they were on a day")
    public List<AreaView> children(
            @PathParam("code") @Parameter(example = "36.04") AreaCode code,
            @QueryParam("on") @Parameter(example = "2024-12-31") @Nullable String on) {
        if (on == null) {
            find(code);
            return database.read(Scope.everywhere(), sql -> areas.childrenOf(sql, code)).stream()
                    .map(AreaView::of)
                    .toList();
        }
        get(code, on);
        LocalDate day = day(on);
        return database.read(Scope.everywhere(), sql -> history.childrenOn(sql, code, day)).stream()
                .map(AreaView::of)
                .toList();
    }

    @GET
    @Path("/areas")
    @Operation(
            summary = "Areas by name, alias or the name of before",
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
        return database.read(Scope.everywhere(), sql -> areas.find(sql, code)).orElseThrow(AreaResource::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }

    private static LocalDate day(String text) {
        return Days.read(text)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(CommonProblem.INVALID_REQUEST).at("/on", CommonProblem.INVALID_DATE)));
    }
}

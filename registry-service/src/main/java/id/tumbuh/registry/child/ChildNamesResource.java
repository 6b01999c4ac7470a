package id.tumbuh.registry.child;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.emergency.EmergencyReading;
import id.tumbuh.registry.identity.NikReading;
import id.tumbuh.registry.problem.RegistryProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Names for those who visit, weigh or coordinate (kader, TPK, puskesmas, TPPS): not for OPD, partners, auditors or BKKBN's
 * own reporting, who work with figures and ids.
 */
@Path("/v1")
@Tag(name = "Names")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS})
@RunOnVirtualThread
class ChildNamesResource {
    private static final int SHORTEST_NAME = 3;

    private final Caller caller;
    private final EmergencyReading emergency;
    private final NameChildren names;

    ChildNamesResource(Caller caller, EmergencyReading emergency, NameChildren names) {
        this.caller = caller;
        this.emergency = emergency;
        this.names = names;
    }

    /** Whose names are wanted. */
    @Schema(name = "ChildLookup", examples = """
            {"ids": ["0198c1a0-0000-7000-8000-000000000002"]}""")
    record Lookup(@NotNull @Size(min = 1, max = 500) List<@NotNull UUID> ids) {}

    /** A NIK; or a name and the area to look in, a kabupaten or smaller. */
    @Schema(name = "ChildSearch", examples = """
            {"name": "melati", "area": "36.04.20"}""")
    record Search(
            @Nullable String nik,
            @Size(max = 100) @Nullable String name,
            @Nullable String area) {
        @Override
        public String toString() {
            return "Search[…]";
        }
    }

    /** What was found; children outside of the caller's areas are not there. */
    @Schema(name = "NamedChildren")
    record Found(List<NamedChild> children) {}

    @POST
    @Path("/children:lookup")
    @Operation(
            summary = "Names to up to 500 ids",
            description = "Ids that are unknown or not the caller's business are left out. Every child is audited.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Found.class)))
    public Response lookUp(@Valid @NotNull Lookup lookup) {
        return unstored(names.lookUp(emergency.reader(caller), lookup.ids()));
    }

    @POST
    @Path("/children:search")
    @Operation(
            summary = "Children by NIK, or by name inside an area",
            description = "At most 50. A NIK stands in the body only, never in an address. Every child is audited.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Found.class)))
    public Response search(@Valid @NotNull Search search) {
        Actor actor = emergency.reader(caller);
        return unstored(
                switch (NikReading.of(search.nik())) {
                    case NikReading.Complete(var nik) -> names.searchByNik(actor, nik);
                    case NikReading.Masked _ -> throw refused(RegistryProblem.NIK_MASKED);
                    case NikReading.Malformed _ -> throw refused(RegistryProblem.NIK_INVALID);
                    case NikReading.Absent _ -> byName(actor, search);
                });
    }

    private List<NamedChild> byName(Actor actor, Search search) {
        if (search.name() == null || search.name().strip().length() < SHORTEST_NAME || search.area() == null) {
            throw new ProblemException(Problem.of(RegistryProblem.SEARCH_EMPTY));
        }
        if (!AreaCode.isValid(search.area()) || new AreaCode(search.area()).level() == AreaLevel.PROVINSI) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        return names.searchByName(actor, search.name(), new AreaCode(search.area()));
    }

    private static ProblemException refused(RegistryProblem problem) {
        return new ProblemException(Problem.of(problem).at("/nik", problem));
    }

    private static Response unstored(List<NamedChild> children) {
        return Response.ok(new Found(children))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

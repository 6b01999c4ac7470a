package id.tumbuh.intervention.house;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.change.RowAnswer;
import id.tumbuh.intervention.change.Rows;
import id.tumbuh.intervention.circumstance.House;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is told of houses by those who were there. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Houses", description = "Whether a family's house is fit to live in")
class HouseNoteResource {
    private static final int MOST_SHOWN = 100;

    private final NoteHouses notes;
    private final Database database;
    private final Rows rows;
    private final Caller caller;

    HouseNoteResource(NoteHouses notes, Database database, Rows rows, Caller caller) {
        this.notes = notes;
        this.database = database;
        this.rows = rows;
        this.caller = caller;
    }

    /** A note as it is sent. */
    @Schema(name = "HouseNoteRow")
    record Form(
            @Schema(description = "Made by the sender, of version 7: of two notes of one day the later id holds")
            @NotNull
            UUID id,

            @NotNull UUID familyId,
            @NotNull LocalDate seenOn,

            @Schema(description = "Who saw it; a code by rule", examples = "KADER")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,30}")
            String source,

            @NotNull Boolean fit) {
        static final String EXAMPLE = """
                [{"id": "0198c1a0-0000-7000-8000-0000000000f1", "familyId": "0198c1a0-0000-7000-8000-000000000001",
                  "seenOn": "2026-08-20", "source": "KADER", "fit": false}]""";

        NoteHouses.Sent sent() {
            return new NoteHouses.Sent(familyId, source, new House(id, seenOn, fit));
        }
    }

    /** A note as it is answered. */
    @Schema(name = "HouseNote")
    record View(UUID id, UUID familyId, String area, LocalDate seenOn, String source, boolean fit) {
        static final String EXAMPLE = """
                [{"id": "0198c1a0-0000-7000-8000-0000000000f1", "familyId": "0198c1a0-0000-7000-8000-000000000001",
                  "area": "36.04.20.2006", "seenOn": "2026-08-20", "source": "KADER", "fit": false}]""";

        static View of(HouseNote note) {
            return new View(
                    note.id(),
                    note.familyId(),
                    note.area().value(),
                    note.house().observedOn(),
                    note.source(),
                    note.house().fit());
        }
    }

    @POST
    @Path("house-notes:batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS})
    @Operation(
            operationId = "noteHouses",
            summary = "Tells whether houses are fit to live in",
            description =
                    "At most 1,000 rows, answered in order, safe to send again after any failure. Of a family the newest day holds, in whatever order notes come; its open needs change with the note. A mistake is corrected by a note of the same day.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Form.class),
                            examples = @ExampleObject(name = "unfit", value = Form.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description =
                    "`UNKNOWN`: no such family in the caller's areas. `REFUSED`: `HOUSE_SOURCE_UNKNOWN`, a day of the future or too long ago, or `HOUSE_NOTE_ID_TAKEN`",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RowAnswer.class),
                            examples = @ExampleObject(name = "rows", value = RowAnswer.EXAMPLE)))
    public List<RowAnswer> batch(JsonNode body, @Context HttpHeaders headers) {
        // a note never changes: what is told later is another
        return rows.answer(
                body,
                Form.class,
                Languages.of(headers),
                some -> notes.note(
                        Actor.of(caller), some.stream().map(Form::sent).toList(), Days.today()),
                _ -> 1);
    }

    @GET
    @Path("families/{id}/house-notes")
    @RolesAllowed({Roles.KADER, Roles.TPK, Roles.PUSKESMAS, Roles.TPPS, Roles.OPD, Roles.BKKBN, Roles.ADMIN})
    @Operation(
            operationId = "listHouseNotes",
            summary = "What was told of a family's house, the one that holds first",
            description = "The newest hundred.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = View.class),
                            examples = @ExampleObject(name = "one", value = View.EXAMPLE)))
    @APIResponse(responseCode = "404", description = "`FAMILY_UNKNOWN`: not there, or not in the caller's areas")
    public Response ofFamily(@PathParam("id") UUID id) {
        Optional<List<View>> found = database.read(
                caller.scope(),
                sql -> sql.createQuery("select 1 from family where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .findOne()
                        .map(_ -> HouseNotes.ofFamily(sql, id, MOST_SHOWN).stream()
                                .map(View::of)
                                .toList()));
        return found.map(notesOf -> Response.ok(notesOf)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseThrow(() -> new ProblemException(Problem.of(InterventionProblem.FAMILY_UNKNOWN)));
    }
}

package id.tumbuh.intervention.sponsor;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.http.Bodies;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.sheet.UnreadableSheet;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Lists of sponsors as spreadsheets. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.TPPS, Roles.BKKBN, Roles.ADMIN})
@Tag(name = "Sponsors")
class SponsorImportResource {
    private final RegisterSponsors register;
    private final Caller caller;

    SponsorImportResource(RegisterSponsors register, Caller caller) {
        this.register = register;
        this.caller = caller;
    }

    /** What became of a file, and of each row that was not taken. */
    @Schema(name = "SponsorImport")
    record Report(int rows, int created, int unchanged, int refused, List<Row> problems) {
        static final String EXAMPLE = """
                {"rows": 1300, "created": 1298, "unchanged": 0, "refused": 2, "problems": [
                  {"row": 17, "problem": {"type": "urn:tumbuh:problem:invalid-request", "title": "Ada isian yang tidak dapat diterima",
                    "status": 400, "code": "INVALID_REQUEST",
                    "errors": [{"pointer": "/capacity", "reason": "NOT_A_NUMBER", "title": "Bukan angka"}]}}]}""";

        Report {
            problems = List.copyOf(problems);
        }
    }

    /** A row by the number a person sees beside it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(int row, Problem.Body problem) {}

    @POST
    @Path("sponsors:import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            operationId = "importSponsors",
            summary = "Registers the sponsors of a spreadsheet",
            description =
                    "XLSX, XLS or CSV up to 1 MB with the columns Kode, Instansi, Wilayah, Mulai, Sampai, and if known Nama, Jenis, Kapasitas, "
                            + "Wilayah pilihan, Bantuan. A row is known again by area, institution and code; sent again it is unchanged, "
                            + "with other content it is refused: a promise is changed by `PUT`. With dryRun=true nothing is stored.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Report.class),
                            examples = @ExampleObject(name = "list", value = Report.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "`FILE_UNREADABLE`: `detail` says why")
    public Report read(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("dryRun") @Nullable String dryRun,
            @Context HttpHeaders headers)
            throws IOException {
        if (file == null) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/file", CommonProblem.REQUIRED));
        }
        List<SponsorFile.Line> lines = lines(file);
        List<RegisterSponsors.Sent> sent = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.form())
                        .map(form -> new RegisterSponsors.Sent(line.id(), form.promise(), null, null)))
                .toList();
        List<Registering> outcomes = "true".equals(dryRun)
                ? register.tried(Actor.of(caller), sent)
                : register.register(Actor.of(caller), sent);
        return report(lines, outcomes, Languages.of(headers));
    }

    private static List<SponsorFile.Line> lines(FileUpload file) throws IOException {
        try {
            return SponsorFile.read(file.uploadedFile());
        } catch (UnreadableSheet unreadable) {
            throw new ProblemException(Problem.of(InterventionProblem.FILE_UNREADABLE)
                    .detail(String.join(
                            " ",
                            unreadable.problem().name(),
                            unreadable.row() == 0 ? "" : "row " + unreadable.row(),
                            String.join(", ", unreadable.columns()))));
        }
    }

    private static Report report(List<SponsorFile.Line> lines, List<Registering> outcomes, Locale locale) {
        List<Row> problems = new ArrayList<>();
        int created = 0;
        int unchanged = 0;
        int next = 0;
        for (SponsorFile.Line line : lines) {
            if (line.form() == null) {
                problems.add(new Row(line.number(), Bodies.refusal(line.fault()).body(locale)));
                continue;
            }
            switch (outcomes.get(next++)) {
                case Registering.Created _, Registering.Changed _ -> created++;
                case Registering.Unchanged _ -> unchanged++;
                case Registering.Taken _, Registering.Stale _ ->
                    problems.add(new Row(
                            line.number(), Problem.of(CommonProblem.CONFLICT).body(locale)));
                case Registering.Refused refused ->
                    problems.add(new Row(
                            line.number(), Bodies.refusal(refused.violation()).body(locale)));
            }
        }
        return new Report(lines.size(), created, unchanged, problems.size(), problems);
    }
}

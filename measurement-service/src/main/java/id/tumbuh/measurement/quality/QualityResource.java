package id.tumbuh.measurement.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.quality.QualityEvent.Indicator;
import id.tumbuh.measurement.quality.TakenRows.Attributed;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.rules.RuleBook;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** How well is measured in an area: whom to train again, and which boards and scales to look at. */
@Path("/v1/measuring-quality")
@RolesAllowed({Roles.PUSKESMAS, Roles.TPPS, Roles.BKKBN, Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class QualityResource {

    private static final Map<String, Function<Attributed, @Nullable String>> GROUPS = Map.of(
            "posyandu",
                    one -> one.posyanduId() == null ? null : one.posyanduId().toString(),
            "measurer", Attributed::recordedBy,
            "kit", Attributed::kit);

    private final Database database;
    private final TakenRows rows;
    private final RuleBook rules;
    private final Caller caller;

    QualityResource(Database database, TakenRows rows, RuleBook rules, Caller caller) {
        this.database = database;
        this.rows = rows;
        this.rules = rules;
        this.caller = caller;
    }

    /** What is said of one posyandu, measurer or kit; worst first in a list. */
    @Schema(name = "MeasuringQuality")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Quality(
            String key,
            int measured,
            Verdict verdict,

            @Schema(description = "The signs in words, worst first; empty when all is well")
            List<String> reasons,

            List<Indicator> indicators) {}

    /** The months that were looked at together, and what they say. */
    @Schema(name = "MeasuringQualityOfArea")
    record Answer(String area, String month, int months, String by, String ruleVersion, List<Quality> rows) {}

    @GET
    @Operation(
            operationId = "measuringQuality",
            summary = "Signs of how well is measured, by posyandu, measurer or kit",
            description = """
                    Share of implausible figures, spread of height for age, .0 and .5, exact repeats, children who shrank, \
                    position against age, nobody stunted among many; each with numerator, denominator and verdict. A desa or \
                    kecamatan at a time.""")
    @APIResponse(responseCode = "200", description = "Worst first")
    @APIResponse(responseCode = "400", description = "area, month or by can't be read")
    public Answer quality(
            @QueryParam("area") @Nullable String area,
            @QueryParam("month") @Nullable String month,
            @QueryParam("by") @DefaultValue("posyandu") String by,
            @Context HttpHeaders headers) {
        String where = area(area);
        YearMonth last = month(month);
        Function<Attributed, @Nullable String> group = GROUPS.get(by);
        if (group == null) {
            throw refused("/by", QualityProblem.UNKNOWN_GROUPING);
        }
        QualityPolicy policy = QualityPolicy.of(rules.on(last.atEndOfMonth()));
        Map<String, Tally> tallies = new TreeMap<>();
        database.read(caller.scope(), sql -> {
            try (Stream<Attributed> found = rows.ofArea(sql, where, last, policy)) {
                found.forEach(one -> {
                    String key = group.apply(one);
                    if (key != null) {
                        tallies.computeIfAbsent(key, _ -> new Tally(policy)).add(one.taken());
                    }
                });
            }
            return tallies.size();
        });
        Locale language = Languages.of(headers);
        return new Answer(
                where,
                last.toString(),
                policy.months(),
                by,
                "quality-" + policy.version(),
                tallies.entrySet().stream()
                        .map(one -> quality(one.getKey(), one.getValue(), language))
                        .sorted(Comparator.comparing(Quality::verdict)
                                .reversed()
                                .thenComparing(Quality::key))
                        .toList());
    }

    private static Quality quality(String key, Tally tally, Locale language) {
        List<Reading> readings = tally.readings();
        return new Quality(
                key,
                tally.measured(),
                tally.verdict(),
                readings.stream()
                        .filter(reading -> reading.verdict().compareTo(Verdict.ATTENTION) >= 0)
                        .sorted(Comparator.comparing(Reading::verdict).reversed())
                        .map(reading -> Reason.of(reading, language))
                        .toList(),
                readings.stream().map(Indicator::of).toList());
    }

    private static String area(@Nullable String area) {
        if (area == null) {
            throw refused("/area", CommonProblem.REQUIRED);
        }
        if (!AreaCode.isValid(area) || new AreaCode(area).level().compareTo(AreaLevel.KECAMATAN) < 0) {
            throw refused("/area", QualityProblem.AREA_TOO_WIDE);
        }
        return area;
    }

    private static YearMonth month(@Nullable String month) {
        if (month == null) {
            throw refused("/month", CommonProblem.REQUIRED);
        }
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException noMonth) {
            throw refused("/month", CommonProblem.INVALID_DATE);
        }
    }

    private static ProblemException refused(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}

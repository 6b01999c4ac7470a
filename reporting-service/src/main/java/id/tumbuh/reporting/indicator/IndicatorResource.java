package id.tumbuh.reporting.indicator;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.area.Succession;
import id.tumbuh.reporting.area.Successions;
import id.tumbuh.reporting.growth.AgeBand;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Indicators over REST. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Indicators")
class IndicatorResource {
    private final Database database;
    private final Figures figures;
    private final PeriodFigures periods;
    private final Indicators indicators;
    private final Areas areas;
    private final Successions successions;
    private final Progress progress;
    private final PublishedFigures published;
    private final Caller caller;

    IndicatorResource(
            Database database,
            Figures figures,
            PeriodFigures periods,
            Indicators indicators,
            Areas areas,
            Successions successions,
            Progress progress,
            PublishedFigures published,
            Caller caller) {
        this.database = database;
        this.figures = figures;
        this.periods = periods;
        this.indicators = indicators;
        this.areas = areas;
        this.successions = successions;
        this.progress = progress;
        this.published = published;
        this.caller = caller;
    }

    /**
     * What an indicator counts, in words.
     *
     * @param kind {@code GROWTH}: children weighed in the month, also by sex and age-band; {@code STOCK}: what there is at its end;
     *     {@code FLOW}: what happened in it; {@code PLAN}: what was planned for the year, where areas below do not add up
     * @param topics whose events it follows
     * @param source the law or document that defines it
     */
    record Definition(
            String code,
            String name,
            String numerator,
            String denominator,
            Indicator.Words english,
            Indicator.Kind kind,
            boolean lowerIsBetter,
            List<String> topics,
            String source) {
        static Definition of(Indicator one) {
            return new Definition(
                    one.code(),
                    one.indonesian().name(),
                    one.indonesian().numerator(),
                    one.indonesian().denominator(),
                    one.english(),
                    one.kind(),
                    one.lowerIsBetter(),
                    one.topics(),
                    one.source());
        }
    }

    /**
     * An indicator of an area and month or period.
     *
     * @param month the month meant, of several the last
     * @param period null when a month was asked for
     * @param months those that the figure is of: one, but for D/S of a period
     * @param numerator null when it is hidden, as it may be for partners
     * @param value in percent; null when the denominator is 0 or something is hidden
     * @param coverage in percent of the children who should have come
     * @param asOf when the latest event happened that is included
     * @param publication the snapshot it is from; null for the figure as it is now
     * @param successions what the area was before, and what became of it: figures stay under the code they were told of
     */
    record Answer(
            String code,
            String area,
            @Nullable String name,
            YearMonth month,
            @Nullable String period,
            List<YearMonth> months,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal coverage,
            @Nullable Instant asOf,
            List<Progress.Included> includes,
            @Nullable UUID publication,
            List<Succession> successions,
            List<Row> rows) {
        static Answer of(Indicator indicator, PublishedFigures.Published from) {
            return new Answer(
                    indicator.code(),
                    from.whole().area(),
                    from.whole().name(),
                    from.month(),
                    null,
                    List.of(from.month()),
                    from.whole().numerator(),
                    from.whole().denominator(),
                    from.whole().value(),
                    from.whole().coverage(),
                    from.asOf(),
                    from.includes(),
                    from.publication(),
                    List.of(),
                    from.parts().stream().map(Row::of).toList());
        }
    }

    /** The same for a part; {@code key} is an area code, a sex or an age band in months. */
    record Row(
            String key,
            @Nullable String name,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal coverage) {
        static Row of(String key, @Nullable String name, Figure figure) {
            return new Row(
                    key, name, figure.numerator(), figure.denominator(), figure.percent(), figure.coveragePercent());
        }

        static Row of(PublishedFigures.Part part) {
            return new Row(
                    part.area(), part.name(), part.numerator(), part.denominator(), part.value(), part.coverage());
        }
    }

    @GET
    @Operation(summary = "The indicators there are and what each counts")
    public List<Definition> definitions() {
        return indicators.all().stream().map(Definition::of).toList();
    }

    @GET
    @Path("{code}")
    @Operation(
            summary = "An indicator of an area and month, quarter, semester or year, with its parts",
            description =
                    "Of a `period`: what there is at its end; children weighed (D/S) over all its months; the status of children weighed in"
                            + " the latest month of it in which anybody was weighed. `months` names those that the figure is of.\n\n"
                            + "Without `asOf` as it is now. With `asOf`, and always for role `partner`, from the publication that was the"
                            + " newest at that moment, by area only; for partners small counts are hidden and the others rounded.")
    public Answer indicator(
            @Parameter(example = "stunting-prevalence") @PathParam("code") String code,
            @Parameter(description = "Dotted area code, or ID for the country", example = "36.04")
                    @QueryParam("area")
                    @Nullable
                    String area,
            @Parameter(
                            description =
                                    "Month; by default the latest with measurements, of what there is the present one",
                            example = "2024-07")
                    @QueryParam("month")
                    @Nullable
                    String month,
            @Parameter(
                            description =
                                    "Quarter, semester or year, instead of a month; with both, the month, which must lie in it",
                            examples = {
                                @ExampleObject(name = "quarter", value = "2026-Q1"),
                                @ExampleObject(name = "semester", value = "2026-S1"),
                                @ExampleObject(name = "year", value = "2026")
                            })
                    @QueryParam("period")
                    @Nullable
                    String period,
            @Parameter(description = "area; of children weighed also sex or age-band", example = "area")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(description = "As it was published at this moment", example = "2024-08-12T03:00:00Z")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        Indicator indicator =
                indicators.byCode(code).orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
        String where = checkedArea(area);
        @Nullable YearMonth asked = checkedMonth(month);
        @Nullable Period within = checkedPeriod(period, asked);
        boolean exact = !caller.roles().contains(Roles.PARTNER);
        if (asOf != null || !exact) {
            if (by != null && !by.equals("area")) {
                throw noSuchPart();
            }
            if (within != null) {
                throw invalid("/period", IndicatorProblem.PERIOD_NOT_PUBLISHED);
            }
            return asPublished(new PublishedFigures.Question(indicator, where, asked, checkedMoment(asOf), exact));
        }
        return database.read(caller.scope(), sql -> {
            List<YearMonth> months = within != null
                    ? periods.months(sql, indicator, where, within)
                    : List.of(asked != null ? asked : latest(sql, indicator, where));
            Figure whole =
                    periods.of(sql, indicator, List.of(where), months).getOrDefault(where, indicator.of(Sums.NONE));
            return new Answer(
                    indicator.code(),
                    where,
                    areas.find(sql, where).map(Area::name).orElse(null),
                    months.getLast(),
                    within == null ? null : within.code(),
                    months,
                    whole.numerator(),
                    whole.denominator(),
                    whole.percent(),
                    whole.coveragePercent(),
                    progress.asOf(sql, Sources.of(indicator)).orElse(null),
                    progress.included(sql, Sources.of(indicator)),
                    null,
                    successions.of(sql, where),
                    rows(sql, indicator, where, months, by == null ? "area" : by));
        });
    }

    /** Null when a month is meant: none was asked for, or a month of it as well. */
    private static @Nullable Period checkedPeriod(@Nullable String code, @Nullable YearMonth month) {
        if (code == null) {
            return null;
        }
        Period period = Period.of(code).orElseThrow(() -> invalid("/period", IndicatorProblem.PERIOD_UNKNOWN));
        if (month != null) {
            if (!period.contains(month)) {
                throw invalid("/month", IndicatorProblem.MONTH_OUTSIDE_PERIOD);
            }
            return null;
        }
        if (period.first().isAfter(MonthCounters.present())) {
            throw invalid("/period", IndicatorProblem.PERIOD_AHEAD);
        }
        return period;
    }

    private Answer asPublished(PublishedFigures.Question question) {
        return database.read(caller.scope(), sql -> published.newest(sql, question))
                .map(found -> Answer.of(question.indicator(), found))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    private static @Nullable Instant checkedMoment(@Nullable String asOf) {
        try {
            return asOf == null ? null : Instant.parse(asOf);
        } catch (DateTimeParseException noMoment) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/asOf", CommonProblem.INVALID_DATE));
        }
    }

    private YearMonth latest(Handle sql, Indicator indicator, String area) {
        return indicator.kind() != Indicator.Kind.GROWTH
                ? MonthCounters.present()
                : figures.latestMonth(sql, area)
                        .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    private List<Row> rows(Handle sql, Indicator indicator, String area, List<YearMonth> months, String by) {
        if (indicator.kind() != Indicator.Kind.GROWTH && !by.equals("area")) {
            throw noSuchPart();
        }
        return switch (by) {
            case "area" -> {
                List<Area> children = areas.children(sql, area, months.getFirst());
                Map<String, Figure> parts = periods.of(
                        sql, indicator, children.stream().map(Area::code).toList(), months);
                yield children.stream()
                        .map(child -> Row.of(
                                child.code(), child.name(), parts.getOrDefault(child.code(), indicator.of(Sums.NONE))))
                        .toList();
            }
            case "sex" ->
                periods.bySex(sql, indicator, area, months).entrySet().stream()
                        .map(part -> Row.of(part.getKey(), null, part.getValue()))
                        .toList();
            case "age-band" ->
                periods.byAgeBand(sql, indicator, area, months).entrySet().stream()
                        .map(part -> Row.of(
                                AgeBand.startingAt(Integer.parseInt(part.getKey()))
                                        .code(),
                                null,
                                part.getValue()))
                        .toList();
            default -> throw noSuchPart();
        };
    }

    private static ProblemException noSuchPart() {
        return invalid("/by", CommonProblem.OUT_OF_RANGE);
    }

    private static ProblemException invalid(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }

    /** An area the caller may not see and one that does not exist are answered alike. */
    private String checkedArea(@Nullable String area) {
        if (area == null || !Country.isArea(area)) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/area", CommonProblem.INVALID_AREA));
        }
        boolean allowed = area.equals(Country.CODE)
                ? caller.scope().unlimited()
                : caller.scope().allows(new AreaCode(area));
        if (!allowed) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return area;
    }

    private static @Nullable YearMonth checkedMonth(@Nullable String month) {
        try {
            return month == null ? null : YearMonth.parse(month);
        } catch (DateTimeParseException noMonth) {
            throw new ProblemException(
                    Problem.of(CommonProblem.INVALID_REQUEST).at("/month", CommonProblem.INVALID_DATE));
        }
    }
}

package id.tumbuh.reporting.survey;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.statement.Faults;
import id.tumbuh.reporting.statement.SourceForm;
import id.tumbuh.reporting.statement.StatementProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recorded figure as it is written in JSON. */
@Schema(name = "NewRecordedFigure", examples = FigureForm.EXAMPLE)
public record FigureForm(
        @Nullable String area,
        @Nullable String indicator,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Nullable BigDecimal statedPercent,
        @Nullable String statement,
        @Nullable String definition,
        @Nullable SourceForm source)
        implements Form {
    static final String EXAMPLE = """
            {"area": "36.04", "indicator": "stunting-prevalence", "year": 2023, "month": 8, "numerator": 6662,
             "denominator": 110431, "statedPercent": 6.03, "definition": "Anak stunting menurut e-PPGBM",
             "source": {"author": "e-PPGBM Kabupaten Serang", "title": "banpos.co", "publishedOn": "2023-10-31"}}""";

    private static final int DECIMALS = 4;
    private static final int LONGEST = 300;
    private static final long FIRST_YEAR = 1990;
    private static final long LAST_YEAR = 2100;
    /** More than there are people in the country. */
    private static final long MOST_PEOPLE = 1_000_000_000;

    @Override
    public Optional<Problem.Violation> fault() {
        return faults().stream().findFirst();
    }

    /** Everything that is wrong with it, a field once. */
    public List<Problem.Violation> faults() {
        Map<String, Problem.Violation> byField = new LinkedHashMap<>();
        Stream.of(checks(), checksOfFigures(), checksOfSource())
                .flatMap(Function.identity())
                .flatMap(Optional::stream)
                .forEach(fault -> byField.putIfAbsent(fault.pointer(), fault));
        return List.copyOf(byField.values());
    }

    private Stream<Optional<Problem.Violation>> checks() {
        return Stream.of(
                Faults.required("/area", area),
                Faults.unless(area == null || Country.isArea(area), CommonProblem.INVALID_AREA, "/area"),
                Faults.required("/indicator", indicator),
                Faults.required("/year", year),
                Faults.between("/year", year == null ? null : (long) year, FIRST_YEAR, LAST_YEAR),
                Faults.between("/month", month == null ? null : (long) month, 1, 12),
                Faults.between("/numerator", numerator, 0, MOST_PEOPLE),
                Faults.between("/denominator", denominator, 1, MOST_PEOPLE));
    }

    private Stream<Optional<Problem.Violation>> checksOfFigures() {
        boolean silent = numerator == null && statedPercent == null && (statement == null || statement.isBlank());
        boolean fits = denominator == null || (numerator != null && numerator <= denominator);
        return Stream.of(
                Faults.unless(!silent, StatementProblem.NOTHING_STATED, "/numerator"),
                Faults.unless(fits, StatementProblem.DENOMINATOR_UNFIT, "/denominator"),
                Faults.percent("/statedPercent", statedPercent, DECIMALS),
                Faults.unless(
                        statement == null || statement.length() <= LONGEST, CommonProblem.OUT_OF_RANGE, "/statement"),
                Faults.nobodyNamed("/statement", statement));
    }

    private Stream<Optional<Problem.Violation>> checksOfSource() {
        Stream<Optional<Problem.Violation>> itself =
                Stream.of(Faults.text("/definition", definition, LONGEST), Faults.required("/source", source));
        return source == null ? itself : Stream.concat(itself, source.checks());
    }

    RecordedFigure value(UUID id) {
        return new RecordedFigure(
                id,
                0,
                requireNonNull(area),
                requireNonNull(indicator),
                requireNonNull(year),
                month,
                new RecordedFigure.Said(
                        numerator,
                        denominator,
                        statedPercent == null ? null : statedPercent.setScale(DECIMALS, RoundingMode.UNNECESSARY),
                        statement == null || statement.isBlank() ? null : statement.strip()),
                requireNonNull(definition).strip(),
                requireNonNull(source).value());
    }
}

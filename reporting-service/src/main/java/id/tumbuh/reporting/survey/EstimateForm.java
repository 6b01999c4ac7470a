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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A survey estimate as it is written in JSON. */
@Schema(name = "NewSurveyEstimate", examples = EstimateForm.EXAMPLE)
record EstimateForm(
        @Nullable String area,
        @Nullable String indicator,
        @Nullable String instrument,
        @Nullable Integer year,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal intervalLow,
        @Nullable BigDecimal intervalHigh,
        @Nullable Integer sampleSize,
        @Nullable String definition,
        @Nullable SourceForm source)
        implements Form {
    static final String EXAMPLE = """
            {"area": "36.04", "indicator": "stunting-prevalence", "instrument": "SSGI", "year": 2022, "percent": 26.4,
             "definition": "Balita dengan TB/U di bawah −2 SD (WHO 2006)",
             "source": {"author": "Kementerian Kesehatan RI", "title": "SSGI 2022", "publishedOn": "2023-01-25"}}""";

    private static final int DECIMALS = 2;
    private static final int KABUPATEN_LENGTH = 5;
    private static final int LONGEST = 300;
    private static final long FIRST_YEAR = 1990;
    private static final long LAST_YEAR = 2100;

    @Override
    public Optional<Problem.Violation> fault() {
        return Faults.first(
                        Faults.required("/area", area),
                        Faults.unless(area == null || Country.isArea(area), CommonProblem.INVALID_AREA, "/area"),
                        Faults.unless(
                                area == null || area.length() <= KABUPATEN_LENGTH,
                                StatementProblem.AREA_TOO_SMALL,
                                "/area"),
                        Faults.required("/indicator", indicator),
                        Faults.required("/instrument", instrument),
                        Faults.required("/year", year),
                        Faults.between("/year", year == null ? null : (long) year, FIRST_YEAR, LAST_YEAR),
                        Faults.required("/percent", percent),
                        Faults.percent("/percent", percent, DECIMALS))
                .or(this::faultOfInterval)
                .or(() -> Faults.first(
                        Faults.between(
                                "/sampleSize", sampleSize == null ? null : (long) sampleSize, 1, Integer.MAX_VALUE),
                        Faults.text("/definition", definition, LONGEST),
                        Faults.required("/source", source)))
                .or(() -> requireNonNull(source).fault());
    }

    private Optional<Problem.Violation> faultOfInterval() {
        if (intervalLow == null || intervalHigh == null) {
            String missing = intervalLow == null ? "/intervalLow" : "/intervalHigh";
            return Faults.unless(intervalLow == null && intervalHigh == null, StatementProblem.INTERVAL_UNFIT, missing);
        }
        BigDecimal point = requireNonNull(percent);
        return Faults.first(
                Faults.percent("/intervalLow", intervalLow, DECIMALS),
                Faults.percent("/intervalHigh", intervalHigh, DECIMALS),
                Faults.unless(intervalLow.compareTo(point) <= 0, StatementProblem.INTERVAL_UNFIT, "/intervalLow"),
                Faults.unless(intervalHigh.compareTo(point) >= 0, StatementProblem.INTERVAL_UNFIT, "/intervalHigh"));
    }

    SurveyEstimate value(UUID id) {
        return new SurveyEstimate(
                id,
                0,
                requireNonNull(area),
                requireNonNull(indicator),
                requireNonNull(instrument),
                requireNonNull(year),
                kept(requireNonNull(percent)),
                intervalLow == null || intervalHigh == null
                        ? null
                        : new SurveyEstimate.Interval(kept(intervalLow), kept(intervalHigh)),
                sampleSize,
                requireNonNull(definition).strip(),
                requireNonNull(source).value());
    }

    /** As the database gives it back: the same number sent again must be the same. */
    private static BigDecimal kept(BigDecimal percent) {
        return percent.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
}

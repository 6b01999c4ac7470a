package id.tumbuh.reporting.survey;

import id.tumbuh.reporting.statement.Source;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A survey estimate in JSON. */
@Schema(name = "SurveyEstimate", examples = EstimateView.EXAMPLE)
public record EstimateView(
        UUID id,
        long version,
        String area,
        String indicator,
        String instrument,
        int year,
        BigDecimal percent,
        @Nullable BigDecimal intervalLow,
        @Nullable BigDecimal intervalHigh,
        @Nullable Integer sampleSize,
        String definition,
        Source source) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000e1", "version": 1, "area": "36.04", "indicator": "stunting-prevalence",
             "instrument": "SSGI", "year": 2022, "percent": 26.40, "intervalLow": null, "intervalHigh": null, "sampleSize": null,
             "definition": "Balita dengan TB/U di bawah −2 SD (WHO 2006)",
             "source": {"author": "Kementerian Kesehatan RI", "title": "SSGI 2022", "publishedOn": "2023-01-25", "url": null}}""";

    public static EstimateView of(SurveyEstimate one) {
        SurveyEstimate.Interval interval = one.interval();
        return new EstimateView(
                one.id(),
                one.version(),
                one.area(),
                one.indicator(),
                one.instrument(),
                one.year(),
                one.percent(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                one.sampleSize(),
                one.definition(),
                one.source());
    }
}

package id.tumbuh.reporting.targets;

import id.tumbuh.reporting.statement.Source;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A target in JSON. */
@Schema(name = "AreaTarget", examples = TargetView.EXAMPLE)
record TargetView(String area, String indicator, int year, long version, BigDecimal percent, Source source) {
    static final String EXAMPLE = """
            {"area": "36.04", "indicator": "stunting-prevalence", "year": 2024, "version": 1, "percent": 14.00,
             "source": {"author": "Bupati", "title": "RPJMD 2021–2026", "publishedOn": "2021-09-30", "url": null}}""";

    static TargetView of(AreaTarget target) {
        return new TargetView(
                target.area(), target.indicator(), target.year(), target.version(), target.percent(), target.source());
    }
}

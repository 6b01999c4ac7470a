package id.tumbuh.reporting.survey;

import id.tumbuh.reporting.statement.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A recorded figure in JSON.
 *
 * @param percentFollows whether the stated percentage is what the counts give; null when nobody can tell
 * @param contradictedBy figures that speak of the same and say otherwise
 */
@Schema(name = "RecordedFigure", examples = FigureView.EXAMPLE)
public record FigureView(
        UUID id,
        long version,
        String area,
        String indicator,
        int year,
        @Nullable Integer month,
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Nullable BigDecimal statedPercent,
        @Nullable BigDecimal computedPercent,
        @Nullable Boolean percentFollows,
        @Nullable String statement,
        String definition,
        Source source,
        List<UUID> contradictedBy) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000f1", "version": 1, "area": "36.73", "indicator": "stunting-prevalence",
             "year": 2022, "month": null, "numerator": 1895, "denominator": 56000, "statedPercent": 2.5600,
             "computedPercent": 3.3839, "percentFollows": false, "statement": null, "definition": "Anak stunting menurut data rutin",
             "source": {"author": "Dinas Kesehatan Kota Serang", "title": "pers daerah", "publishedOn": null, "url": null},
             "contradictedBy": []}""";

    /** One figure, beside the others of its area. */
    public static FigureView of(RecordedFigure one, List<RecordedFigure> others) {
        RecordedFigure.Said said = one.said();
        return new FigureView(
                one.id(),
                one.version(),
                one.area(),
                one.indicator(),
                one.year(),
                one.month(),
                said.numerator(),
                said.denominator(),
                said.percent(),
                said.computedPercent(),
                said.percentFollows(),
                said.statement(),
                one.definition(),
                one.source(),
                others.stream().filter(one::contradicts).map(RecordedFigure::id).toList());
    }

    public static List<FigureView> all(List<RecordedFigure> figures) {
        return figures.stream().map(one -> of(one, figures)).toList();
    }
}

package id.tumbuh.reporting.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.reporting.progress.Progress;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A publication in JSON.
 *
 * @param figures not in a list of publications
 * @param changes what the revision before said otherwise
 */
@Schema(name = "Publication", examples = PublicationView.EXAMPLE)
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicationView(
        UUID id,
        String area,
        YearMonth month,
        int revision,
        @Nullable String note,
        @Nullable String reason,
        Instant publishedAt,
        @Nullable Instant asOf,
        String hash,
        List<Progress.Included> includes,
        @Nullable List<Row> figures,
        @Nullable List<Change> changes) {
    static final String EXAMPLE = """
            {"id": "0197a4be-6f3c-7a10-9c55-8f6f1d0b7a21", "area": "36.04", "month": "2024-07", "revision": 2,
             "note": "Penimbangan Juli 2024", "reason": "Posyandu Mawar mengirim ulang", "publishedAt": "2024-08-12T03:00:00Z",
             "asOf": "2024-08-11T09:14:00Z", "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "includes": [{"topic": "measurement.measurements", "partition": 0, "nextOffset": 48211}],
             "figures": [{"area": "36.04", "name": "Kabupaten Serang", "indicator": "stunting-prevalence", "numerator": 5408,
              "denominator": 110431, "value": 4.8972, "coverage": 86.1490}],
             "changes": [{"area": "36.04", "indicator": "stunting-prevalence", "old": {"numerator": 5402, "denominator": 110420,
              "value": 4.8922}, "now": {"numerator": 5408, "denominator": 110431, "value": 4.8972}}]}""";

    /** A figure; a count that is null is hidden. */
    @Schema(name = "PublishedFigure")
    record Row(
            String area,
            String name,
            String indicator,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal coverage) {
        static Row exact(PublishedFigure figure) {
            return new Row(
                    figure.area(),
                    figure.name(),
                    figure.indicator(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.percent(),
                    figure.coverage());
        }

        static Row shown(PublishedRows.PublicRow row) {
            return new Row(
                    row.area(),
                    row.name(),
                    row.indicator(),
                    row.shown().numerator(),
                    row.shown().denominator(),
                    row.shown().percent(),
                    row.shown().coverage());
        }

        private Told told() {
            return new Told(numerator, denominator, value);
        }

        private String key() {
            return area + "/" + indicator;
        }
    }

    /** Both counts and the percentage. */
    @Schema(name = "PublishedCounts")
    record Told(
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal value) {}

    /** What one revision said and what the next says; null where it said nothing. */
    @Schema(name = "PublishedChange")
    record Change(
            String area,
            String indicator,
            @Nullable Told old,
            @Nullable Told now) {}

    static PublicationView of(Publication one) {
        return new PublicationView(
                one.id(),
                one.area(),
                one.month(),
                one.revision(),
                one.note(),
                one.reason(),
                one.publishedAt(),
                one.asOf(),
                one.hash(),
                one.includes(),
                null,
                null);
    }

    PublicationView with(List<Row> rows, List<Row> before) {
        return new PublicationView(
                id,
                area,
                month,
                revision,
                note,
                reason,
                publishedAt,
                asOf,
                hash,
                includes,
                rows,
                revision == 1 ? List.of() : changes(before, rows));
    }

    private static List<Change> changes(List<Row> before, List<Row> now) {
        Map<String, Row> old = new HashMap<>();
        before.forEach(row -> old.put(row.key(), row));
        List<Change> changes = new ArrayList<>();
        for (Row row : now) {
            Row was = old.remove(row.key());
            if (was == null || !was.told().equals(row.told())) {
                changes.add(new Change(row.area(), row.indicator(), was == null ? null : was.told(), row.told()));
            }
        }
        old.values().forEach(gone -> changes.add(new Change(gone.area(), gone.indicator(), gone.told(), null)));
        return changes;
    }
}

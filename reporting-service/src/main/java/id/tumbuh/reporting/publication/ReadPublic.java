package id.tumbuh.reporting.publication;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see. It reads under a scope without any area: whatever row level security protects is not there for it, so no mistake
 * made here can show an exact figure.
 */
@ApplicationScoped
public class ReadPublic {
    private static final Scope NOWHERE = Scope.of(List.of());

    private final Database database;
    private final Publications publications;
    private final PublishedRows rows;
    private final Indicators indicators;

    ReadPublic(Database database, Publications publications, PublishedRows rows, Indicators indicators) {
        this.database = database;
        this.publications = publications;
        this.rows = rows;
        this.indicators = indicators;
    }

    /** An area with a publication. */
    public record Place(String code, String name) {}

    /** A figure as it is shown; null is hidden. */
    public record Line(
            String area,
            String name,
            Indicator indicator,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal coverage) {
        /** Whether a count is kept back. */
        public boolean hidden() {
            return numerator == null || denominator == null;
        }
    }

    /**
     * The newest snapshot of an area, of the area and all below it.
     *
     * @param of the area that the snapshot was made for: the area itself or one above
     */
    public record Told(
            UUID publication,
            Place area,
            String of,
            YearMonth month,
            int revision,
            @Nullable String note,
            @Nullable String reason,
            Instant publishedAt,
            @Nullable Instant asOf,
            int smallestShown,
            int roundTo,
            String hash,
            List<Line> lines) {
        public Told {
            lines = List.copyOf(lines);
        }

        public List<Line> of(String code) {
            return lines.stream().filter(line -> line.area().equals(code)).toList();
        }

        /** Of one indicator, of the areas one level below. */
        public List<Line> below(String indicator) {
            return lines.stream()
                    .filter(line -> line.indicator().code().equals(indicator))
                    .filter(line -> Counts.parent(line.area()).equals(area.code()))
                    .toList();
        }
    }

    /** Areas with a publication of their own. */
    public List<Place> places() {
        return database.read(NOWHERE, publications::published).stream()
                .map(area -> new Place(area.code(), area.name()))
                .toList();
    }

    public Optional<Told> newest(String area, @Nullable YearMonth month) {
        return database.read(
                NOWHERE,
                sql -> publications
                        .newest(sql, new Publications.Wanted(area, month, null))
                        .map(found -> told(found, area, rows.shown(sql, found.id()))));
    }

    private Told told(Publication found, String area, List<PublishedRows.PublicRow> all) {
        List<Line> lines = all.stream()
                .filter(row -> isIn(row.area(), area))
                .map(this::line)
                .toList();
        return new Told(
                found.id(),
                new Place(area, nameOf(area, lines)),
                found.area(),
                found.month(),
                found.revision(),
                found.note(),
                found.reason(),
                found.publishedAt(),
                found.asOf(),
                found.smallestShown(),
                found.roundTo(),
                found.hash(),
                lines);
    }

    private static String nameOf(String area, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.area().equals(area))
                .map(Line::name)
                .findFirst()
                .orElse(area);
    }

    private static boolean isIn(String code, String area) {
        return area.equals(Country.CODE) || code.equals(area) || code.startsWith(area + ".");
    }

    private Line line(PublishedRows.PublicRow row) {
        Shown shown = row.shown();
        return new Line(
                row.area(),
                row.name(),
                indicators.of(row.indicator()),
                shown.numerator(),
                shown.denominator(),
                shown.percent(),
                shown.coverage());
    }
}

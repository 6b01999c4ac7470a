package id.tumbuh.reporting.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The figures of snapshots. Exact ones are found only under the areas of who asks; shown ones are there for everybody. */
@ApplicationScoped
class PublishedRows {

    /** A figure as everybody may see it. */
    record PublicRow(String area, String name, String indicator, Shown shown) {}

    /** A row that the database holds, exact or shown or, if nobody meddled, both. */
    record Held(@Nullable Exact exact, @Nullable PublicRow shown) {}

    /** The exact half of a row. */
    record Exact(
            String area,
            String indicator,
            long numerator,
            long denominator,
            @Nullable BigDecimal coverage) {}

    /** All figures of a snapshot that may be shown, by area and in the order of the indicators. */
    List<PublicRow> shown(Handle sql, UUID publication) {
        return sql.createQuery("""
                        select f.* from public_figure f join indicator i on i.code = f.indicator
                        where publication_id = :id order by f.area_code, i.place""")
                .bind("id", publication)
                .map((row, _) -> shown(row))
                .list();
    }

    /** Exact figures with their shown halves, of the areas that the reader may see. */
    List<PublishedFigure> exact(Handle sql, UUID publication) {
        List<PublishedFigure> figures = new ArrayList<>();
        for (Held held : held(sql, publication)) {
            if (held.exact() != null && held.shown() != null) {
                figures.add(joined(held.exact(), held.shown()));
            }
        }
        return figures;
    }

    /** Everything that is held, also halves. */
    List<Held> held(Handle sql, UUID publication) {
        return sql.createQuery("""
                        select e.area_code as exact_area, e.indicator as exact_indicator, e.numerator as exact_numerator,
                            e.denominator as exact_denominator, e.coverage as exact_coverage,
                            f.area_code, f.area_name, f.indicator, f.numerator, f.denominator, f.percent, f.coverage
                        from (select * from published_figure where publication_id = :id) e
                        full join (select * from public_figure where publication_id = :id) f
                            on f.area_code = e.area_code and f.indicator = e.indicator
                        left join indicator i on i.code = coalesce(e.indicator, f.indicator)
                        order by coalesce(e.area_code, f.area_code), i.place""")
                .bind("id", publication)
                .map((row, _) -> new Held(
                        row.getString("exact_area") == null ? null : exact(row),
                        row.getString("area_code") == null ? null : shown(row)))
                .list();
    }

    static PublishedFigure joined(Exact exact, PublicRow shown) {
        return new PublishedFigure(
                exact.area(),
                shown.name(),
                exact.indicator(),
                exact.numerator(),
                exact.denominator(),
                exact.coverage(),
                shown.shown());
    }

    private static Exact exact(ResultSet row) throws SQLException {
        return new Exact(
                row.getString("exact_area"),
                row.getString("exact_indicator"),
                row.getLong("exact_numerator"),
                row.getLong("exact_denominator"),
                row.getBigDecimal("exact_coverage"));
    }

    private static PublicRow shown(ResultSet row) throws SQLException {
        return new PublicRow(
                row.getString("area_code"),
                row.getString("area_name"),
                row.getString("indicator"),
                new Shown(
                        row.getObject("numerator", Long.class),
                        row.getObject("denominator", Long.class),
                        row.getBigDecimal("percent"),
                        row.getBigDecimal("coverage")));
    }
}

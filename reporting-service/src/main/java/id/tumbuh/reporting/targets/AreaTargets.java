package id.tumbuh.reporting.targets;

import id.tumbuh.reporting.statement.Source;
import id.tumbuh.reporting.statement.StatementTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The targets of the database. */
@ApplicationScoped
class AreaTargets implements StatementTable<AreaTarget> {
    /** Which target. */
    record Key(String area, String indicator, int year) {}

    Optional<AreaTarget> find(Handle sql, Key key) {
        return one(sql, key, "");
    }

    @Override
    public Optional<AreaTarget> lock(Handle sql, AreaTarget told) {
        return one(sql, new Key(told.area(), told.indicator(), told.year()), " for update");
    }

    private static Optional<AreaTarget> one(Handle sql, Key key, String lock) {
        return sql.createQuery(
                        "select * from area_target where area_code = :area and indicator = :indicator and year = :year"
                                + lock)
                .bind("area", key.area())
                .bind("indicator", key.indicator())
                .bind("year", key.year())
                .map((row, _) -> read(row))
                .findOne();
    }

    /** By year. */
    List<AreaTarget> of(Handle sql, String area, String indicator) {
        return sql.createQuery(
                        "select * from area_target where area_code = :area and indicator = :indicator order by year")
                .bind("area", area)
                .bind("indicator", indicator)
                .map((row, _) -> read(row))
                .list();
    }

    @Override
    public boolean insert(Handle sql, AreaTarget told) {
        return bound(sql.createUpdate("""
                        insert into area_target (area_code, indicator, year, version, percent, author, title, published_on, url)
                        values (:area, :indicator, :year, :version, :percent, :author, :title, cast(:published as date),
                            cast(:url as text))
                        on conflict on constraint area_target_pk do nothing"""), told).execute() == 1;
    }

    @Override
    public void update(Handle sql, AreaTarget told) {
        bound(sql.createUpdate("""
                        update area_target set version = :version, percent = :percent, author = :author, title = :title,
                            published_on = cast(:published as date), url = cast(:url as text)
                        where area_code = :area and indicator = :indicator and year = :year"""), told).execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, AreaTarget told) {
        return statement
                .bind("area", told.area())
                .bind("indicator", told.indicator())
                .bind("year", told.year())
                .bind("version", told.version())
                .bind("percent", told.percent())
                .bind("author", told.source().author())
                .bind("title", told.source().title())
                .bind("published", told.source().publishedOn())
                .bind("url", told.source().url());
    }

    private static AreaTarget read(ResultSet row) throws SQLException {
        return new AreaTarget(
                row.getString("area_code"),
                row.getString("indicator"),
                row.getInt("year"),
                row.getLong("version"),
                row.getBigDecimal("percent"),
                new Source(
                        row.getString("author"),
                        row.getString("title"),
                        row.getObject("published_on", LocalDate.class),
                        row.getString("url")));
    }
}

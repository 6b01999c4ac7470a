package id.tumbuh.reporting.survey;

import id.tumbuh.reporting.statement.StatementTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The recorded figures of the database. */
@ApplicationScoped
public class RecordedFigures implements StatementTable<RecordedFigure> {
    public Optional<RecordedFigure> find(Handle sql, UUID id) {
        return one(sql, id, "");
    }

    @Override
    public Optional<RecordedFigure> lock(Handle sql, RecordedFigure told) {
        return one(sql, told.id(), " for update");
    }

    private static Optional<RecordedFigure> one(Handle sql, UUID id, String lock) {
        return sql.createQuery("select * from recorded_figure where id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Whether a list of the centre has the indicator, so that its figure may be recorded. */
    boolean isListed(Handle sql, String indicator) {
        return sql.createQuery("select exists (select from listed_indicator where code = :code)")
                .bind("code", indicator)
                .mapTo(Boolean.class)
                .one();
    }

    /** The oldest first. */
    public List<RecordedFigure> of(Handle sql, Question question) {
        return sql.createQuery("""
                        select * from recorded_figure
                        where area_code = :area
                            and (cast(:indicator as text) is null or indicator = cast(:indicator as text))
                            and (cast(:year as integer) is null or year = cast(:year as integer))
                        order by year, month nulls first, published_on nulls first, id""")
                .bind("area", question.area())
                .bind("indicator", question.indicator())
                .bind("year", question.year())
                .map((row, _) -> read(row))
                .list();
    }

    @Override
    public boolean insert(Handle sql, RecordedFigure told) {
        return bound(sql.createUpdate("""
                        insert into recorded_figure (id, version, area_code, indicator, year, month, numerator, denominator,
                            stated_percent, statement, definition, author, title, published_on, url)
                        values (:id, :version, :area, :indicator, :year, cast(:month as integer), cast(:numerator as bigint),
                            cast(:denominator as bigint), cast(:percent as numeric), cast(:statement as text), :definition, :author,
                            :title, cast(:published as date), cast(:url as text))
                        on conflict on constraint recorded_figure_pk do nothing"""), told).execute() == 1;
    }

    @Override
    public void update(Handle sql, RecordedFigure told) {
        bound(sql.createUpdate("""
                        update recorded_figure set version = :version, area_code = :area, indicator = :indicator, year = :year,
                            month = cast(:month as integer), numerator = cast(:numerator as bigint),
                            denominator = cast(:denominator as bigint), stated_percent = cast(:percent as numeric),
                            statement = cast(:statement as text), definition = :definition, author = :author, title = :title,
                            published_on = cast(:published as date), url = cast(:url as text)
                        where id = :id"""), told).execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, RecordedFigure told) {
        RecordedFigure.Said said = told.said();
        return statement
                .bind("id", told.id())
                .bind("version", told.version())
                .bind("area", told.area())
                .bind("indicator", told.indicator())
                .bind("year", told.year())
                .bind("month", told.month())
                .bind("numerator", said.numerator())
                .bind("denominator", said.denominator())
                .bind("percent", said.percent())
                .bind("statement", said.statement())
                .bind("definition", told.definition())
                .bind("author", told.source().author())
                .bind("title", told.source().title())
                .bind("published", told.source().publishedOn())
                .bind("url", told.source().url());
    }

    private static RecordedFigure read(ResultSet row) throws SQLException {
        return new RecordedFigure(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("area_code"),
                row.getString("indicator"),
                row.getInt("year"),
                row.getObject("month", Integer.class),
                new RecordedFigure.Said(
                        row.getObject("numerator", Long.class),
                        row.getObject("denominator", Long.class),
                        row.getBigDecimal("stated_percent"),
                        row.getString("statement")),
                row.getString("definition"),
                SourceRow.read(row));
    }
}

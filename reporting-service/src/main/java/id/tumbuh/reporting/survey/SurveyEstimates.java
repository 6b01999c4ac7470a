package id.tumbuh.reporting.survey;

import id.tumbuh.reporting.statement.StatementTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The survey estimates of the database. */
@ApplicationScoped
public class SurveyEstimates implements StatementTable<SurveyEstimate> {
    Optional<SurveyEstimate> find(Handle sql, UUID id) {
        return one(sql, id, "");
    }

    @Override
    public Optional<SurveyEstimate> lock(Handle sql, SurveyEstimate told) {
        return one(sql, told.id(), " for update");
    }

    private static Optional<SurveyEstimate> one(Handle sql, UUID id, String lock) {
        return sql.createQuery("select * from survey_estimate where id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** The oldest first. */
    public List<SurveyEstimate> of(Handle sql, Question question) {
        return sql.createQuery("""
                        select * from survey_estimate
                        where area_code = :area
                            and (cast(:indicator as text) is null or indicator = cast(:indicator as text))
                            and (cast(:year as integer) is null or year = cast(:year as integer))
                        order by year, instrument, published_on nulls first, id""")
                .bind("area", question.area())
                .bind("indicator", question.indicator())
                .bind("year", question.year())
                .map((row, _) -> read(row))
                .list();
    }

    /** Of several areas, by area; the oldest first. */
    public Map<String, List<SurveyEstimate>> of(Handle sql, Collection<String> areas, String indicator) {
        return sql
                .createQuery("""
                        select * from survey_estimate where area_code = any(:areas) and indicator = :indicator
                        order by year, instrument, published_on nulls first, id""")
                .bindArray("areas", String.class, areas.toArray())
                .bind("indicator", indicator)
                .map((row, _) -> read(row))
                .stream()
                .collect(Collectors.groupingBy(SurveyEstimate::area));
    }

    @Override
    public boolean insert(Handle sql, SurveyEstimate told) {
        return bound(sql.createUpdate("""
                        insert into survey_estimate (id, version, area_code, indicator, instrument, year, percent, interval_low,
                            interval_high, sample_size, definition, author, title, published_on, url)
                        values (:id, :version, :area, :indicator, :instrument, :year, :percent, cast(:low as numeric),
                            cast(:high as numeric), cast(:sample as integer), :definition, :author, :title, cast(:published as date),
                            cast(:url as text))
                        on conflict on constraint survey_estimate_pk do nothing"""), told).execute() == 1;
    }

    @Override
    public void update(Handle sql, SurveyEstimate told) {
        bound(sql.createUpdate("""
                        update survey_estimate set version = :version, area_code = :area, indicator = :indicator,
                            instrument = :instrument, year = :year, percent = :percent, interval_low = cast(:low as numeric),
                            interval_high = cast(:high as numeric), sample_size = cast(:sample as integer), definition = :definition,
                            author = :author, title = :title, published_on = cast(:published as date), url = cast(:url as text)
                        where id = :id"""), told).execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, SurveyEstimate told) {
        SurveyEstimate.Interval interval = told.interval();
        return statement
                .bind("id", told.id())
                .bind("version", told.version())
                .bind("area", told.area())
                .bind("indicator", told.indicator())
                .bind("instrument", told.instrument())
                .bind("year", told.year())
                .bind("percent", told.percent())
                .bind("low", interval == null ? null : interval.low())
                .bind("high", interval == null ? null : interval.high())
                .bind("sample", told.sampleSize())
                .bind("definition", told.definition())
                .bind("author", told.source().author())
                .bind("title", told.source().title())
                .bind("published", told.source().publishedOn())
                .bind("url", told.source().url());
    }

    private static SurveyEstimate read(ResultSet row) throws SQLException {
        BigDecimal low = row.getBigDecimal("interval_low");
        return new SurveyEstimate(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("area_code"),
                row.getString("indicator"),
                row.getString("instrument"),
                row.getInt("year"),
                row.getBigDecimal("percent"),
                low == null ? null : new SurveyEstimate.Interval(low, row.getBigDecimal("interval_high")),
                row.getObject("sample_size", Integer.class),
                row.getString("definition"),
                SourceRow.read(row));
    }
}

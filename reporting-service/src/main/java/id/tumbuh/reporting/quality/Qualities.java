package id.tumbuh.reporting.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.reporting.Country;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads how well posyandu measure. */
@ApplicationScoped
public class Qualities {
    private static final TypeReference<List<WeakPosyandu.Sign>> SIGNS = new TypeReference<>() {};

    /** A code and all below it lie between the code itself and the code with the sign that follows the dot. */
    private static final String NEWEST = """
            with newest as (
                select distinct on (posyandu_id) * from posyandu_quality
                where area_code >= :from and area_code < :to and month <= :month and month > :since
                order by posyandu_id, month desc)
            """;

    private final ObjectMapper json;

    Qualities(ObjectMapper json) {
        this.json = json;
    }

    /** Where and when to look: the newest assessment of each posyandu in the months up to the last. */
    public record Window(String area, YearMonth last, int months) {}

    public MeasuringQuality of(Handle sql, Window window) {
        return bound(sql.createQuery(NEWEST + """
                        select count(*) as posyandu, count(*) filter (where no_case) as no_case,
                            count(*) filter (where verdict = 'POOR') as poor,
                            coalesce(sum(rounded_heights), 0) as rounded_heights, coalesce(sum(heights), 0) as heights,
                            coalesce(sum(implausible), 0) as implausible, coalesce(sum(checked), 0) as checked,
                            sqrt(sum(spread * spread * (spread_of - 1)) filter (where spread_of > 1 and spread is not null)
                                / nullif(sum(spread_of - 1) filter (where spread_of > 1 and spread is not null), 0)) as spread
                        from newest"""), window)
                .map((row, _) -> new MeasuringQuality(
                        row.getLong("posyandu"),
                        row.getLong("no_case"),
                        row.getLong("poor"),
                        row.getLong("rounded_heights"),
                        row.getLong("heights"),
                        row.getLong("implausible"),
                        row.getLong("checked"),
                        row.getObject("spread") == null ? null : row.getDouble("spread")))
                .one();
    }

    /** Those to measure again first: the most poor signs, then the most signs at all, then the most children. */
    public List<WeakPosyandu> weakest(Handle sql, Window window, int limit) {
        return bound(sql.createQuery(NEWEST + """
                        select newest.*, area.name as area_name from newest left join area on area.code = newest.area_code
                        where verdict in ('POOR', 'ATTENTION')
                        order by (select count(*) from jsonb_array_elements(signs) as s where s ->> 'verdict' = 'POOR')
                                + case when no_case then 1 else 0 end desc,
                            jsonb_array_length(signs) desc, measured desc, posyandu_id
                        limit :limit"""), window)
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list();
    }

    private static Query bound(Query query, Window window) {
        boolean country = window.area().equals(Country.CODE);
        return query.bind("from", country ? "" : window.area())
                .bind("to", country ? ":" : window.area() + "/")
                .bind("month", window.last().atDay(1))
                .bind("since", window.last().minusMonths(window.months()).atDay(1));
    }

    private WeakPosyandu read(ResultSet row) throws SQLException {
        return new WeakPosyandu(
                row.getObject("posyandu_id", UUID.class),
                row.getString("area_code"),
                row.getString("area_name"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("verdict"),
                row.getLong("measured"),
                row.getLong("cases"),
                row.getLong("classed"),
                signs(row.getString("signs")));
    }

    private List<WeakPosyandu.Sign> signs(String stored) {
        try {
            return json.readValue(stored, SIGNS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("signs are written by the consumer", impossible);
        }
    }
}

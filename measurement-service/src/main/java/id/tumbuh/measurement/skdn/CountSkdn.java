package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.growth.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Counts a month from the cards of the children, each found through the index of its measurements: what a table costs depends on
 * how many children it is about, not on how many measurements there are.
 */
@ApplicationScoped
class CountSkdn {

    List<SkdnRow> ofPosyandu(Handle sql, UUID posyandu, YearMonth month, SkdnPolicy policy) {
        return count(sql, "c.posyandu_id = :posyandu", month, policy)
                .bind("posyandu", posyandu)
                .map((row, _) -> row(row))
                .list();
    }

    List<SkdnRow> ofArea(Handle sql, String area, YearMonth month, SkdnPolicy policy) {
        return count(sql, "c.area_code >= :area and c.area_code < :beyond", month, policy)
                .bind("area", area)
                .bind("beyond", area + "/")
                .map((row, _) -> row(row))
                .list();
    }

    private static Query count(Handle sql, String which, YearMonth month, SkdnPolicy policy) {
        LocalDate first = month.atDay(1);
        return sql.createQuery("""
                        select counted.posyandu_id, counted.area_code, counted.sex, counted.from_month, count(*) as s,
                            count(*) filter (where counted.k) as k, count(counted.growth_mark) as d,
                            count(*) filter (where counted.growth_mark = 'N') as n,
                            count(*) filter (where counted.growth_mark = 'T') as t,
                            count(*) filter (where counted.growth_mark = 'O') as o,
                            count(*) filter (where counted.growth_mark = 'B') as b,
                            count(*) filter (where counted.twice_not_gained) as twice_not_gained,
                            count(*) filter (where counted.below_red_line) as below_red_line
                        from (
                            select c.posyandu_id, c.area_code, c.sex, card.k, weighed.growth_mark, weighed.twice_not_gained,
                                weighed.below_red_line,
                                (select max(band) from unnest(:bands) as band
                                 where band = 0 or c.birth_date <= cast(:first as date) - make_interval(months => band))
                                    as from_month
                            from child c
                            left join lateral (
                                select m.growth_mark, m.twice_not_gained, m.below_red_line from measurement m
                                where m.child_id = c.id and m.measured_on >= :first and m.measured_on < :next and m.growth_mark is not null
                                limit 1) weighed on true
                            cross join lateral (
                                select exists (
                                    select from measurement m
                                    where m.child_id = c.id and m.measured_on < :next and m.growth_mark is not null) as k) card
                            where %s and c.active and c.merged_into is null and c.birth_date < :next
                                and c.birth_date > cast(:first as date) - make_interval(months => :ends)) counted
                        group by counted.posyandu_id, counted.area_code, counted.sex, counted.from_month
                        order by counted.area_code, counted.posyandu_id, counted.sex, counted.from_month""".formatted(which))
                .bindArray("bands", Integer.class, policy.bandsFromMonth().toArray())
                .bind("first", first)
                .bind("next", first.plusMonths(1))
                .bind("ends", policy.endsAtMonth());
    }

    private static SkdnRow row(ResultSet row) throws SQLException {
        return new SkdnRow(
                row.getObject("posyandu_id", UUID.class),
                row.getString("area_code"),
                Sex.valueOf(row.getString("sex")),
                row.getInt("from_month"),
                new Skdn(
                        row.getInt("s"),
                        row.getInt("k"),
                        row.getInt("d"),
                        row.getInt("n"),
                        row.getInt("t"),
                        row.getInt("o"),
                        row.getInt("b"),
                        row.getInt("twice_not_gained"),
                        row.getInt("below_red_line")));
    }
}

package id.tumbuh.reporting.programme;

import id.tumbuh.reporting.area.Within;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The programmes of an area and everything in it, in a year. */
@ApplicationScoped
public class Programmes {
    /** Money counts once: not where the programme that it is part of is in the same sum. What was withdrawn counts nowhere. */
    private static final String COUNTED = """
            with counted as (
                select p.*, (select sum(one) from unnest(p.spent) as one) as spent_so_far,
                    (select sum(one) from unnest(p.output) as one) as output_so_far,
                    not coalesce(whole.area_code >= :from and whole.area_code < :to, false) as counts
                from programme p left join programme whole on whole.programme_id = p.part_of and whole.active
                where p.active and p.year = :year and p.area_code >= :from and p.area_code < :to),
            judged as (
                select counted.*, output_so_far < target * :targetShare as late_output,
                    spent_so_far < budget * :budgetShare as late_spending
                from counted)\s""";

    /** Whose programmes, of which year, and what is expected of them by now. */
    public record Wanted(String area, int year, LateRule.Expected expected) {
        public Wanted {}
    }

    /** The late ones first, then by their money. */
    public List<Programme> list(Handle sql, Wanted wanted, int limit) {
        return bound(sql, COUNTED + """
                        select judged.*, area.name as area_name from judged left join area on area.code = judged.area_code
                        order by (late_output or late_spending) desc, budget desc, programme_id limit :limit""", wanted)
                .bind("limit", limit)
                .map((row, _) -> programme(row))
                .list();
    }

    /** The field with most money first. */
    public List<Programme.FieldSum> byField(Handle sql, Wanted wanted) {
        return bound(sql, COUNTED + """
                        select opd_field, count(*) as programmes, count(*) filter (where late_output or late_spending) as late,
                            coalesce(sum(budget) filter (where counts), 0) as budget,
                            coalesce(sum(spent_so_far) filter (where counts), 0) as spent
                        from judged group by opd_field order by 4 desc, opd_field""", wanted)
                .map((row, _) -> new Programme.FieldSum(
                        row.getString("opd_field"),
                        row.getLong("programmes"),
                        row.getLong("late"),
                        row.getLong("budget"),
                        row.getLong("spent")))
                .list();
    }

    public Programme.Sums sums(Handle sql, Wanted wanted) {
        Map<String, Long> budget = new TreeMap<>();
        Map<String, Long> spent = new TreeMap<>();
        bound(sql, COUNTED + """
                        select 'budget' as what, source, sum(rupiah::bigint)::bigint as rupiah
                        from judged cross join jsonb_each_text(budget_sources) as money (source, rupiah) where counts group by 2
                        union all
                        select 'spent', source, sum(rupiah::bigint)::bigint
                        from judged cross join jsonb_each_text(spent_sources) as money (source, rupiah) where counts group by 2""", wanted)
                .map((row, _) -> (row.getString("what").equals("budget") ? budget : spent)
                        .put(row.getString("source"), row.getLong("rupiah")))
                .list();
        return bound(sql, COUNTED + """
                        select count(*) as programmes, count(*) filter (where late_output or late_spending) as late,
                            coalesce(sum(budget) filter (where counts), 0) as budget,
                            array[coalesce(sum(spent[1]) filter (where counts), 0), coalesce(sum(spent[2]) filter (where counts), 0),
                                coalesce(sum(spent[3]) filter (where counts), 0),
                                coalesce(sum(spent[4]) filter (where counts), 0)]::bigint[] as quarters
                        from judged""", wanted)
                .map((row, _) -> new Programme.Sums(
                        row.getLong("programmes"),
                        row.getLong("late"),
                        row.getLong("budget"),
                        longs(row, "quarters"),
                        budget,
                        spent))
                .one();
    }

    /** The years that have programmes there, the newest first. */
    public List<Integer> years(Handle sql, String area) {
        return Within.of(area).bind(sql.createQuery("""
                        select distinct year from programme where active and area_code >= :from and area_code < :to
                        order by year desc""")).mapTo(Integer.class).list();
    }

    private static Query bound(Handle sql, String query, Wanted wanted) {
        return Within.of(wanted.area())
                .bind(sql.createQuery(query))
                .bind("year", wanted.year())
                .bind("targetShare", wanted.expected().targetShare())
                .bind("budgetShare", wanted.expected().budgetShare());
    }

    private static Programme programme(ResultSet row) throws SQLException {
        return new Programme(
                row.getObject("programme_id", UUID.class),
                row.getObject("opd_id", UUID.class),
                row.getString("opd_field"),
                row.getString("area_code"),
                row.getString("area_name"),
                row.getString("kind"),
                row.getString("indicator"),
                shortest(row.getBigDecimal("target")),
                shortest(row.getBigDecimal("output_so_far")),
                row.getLong("budget"),
                longs(row, "spent"),
                row.getObject("part_of", UUID.class),
                row.getBoolean("late_output"),
                row.getBoolean("late_spending"));
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static List<Long> longs(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Long[]) row.getArray(column).getArray());
    }
}

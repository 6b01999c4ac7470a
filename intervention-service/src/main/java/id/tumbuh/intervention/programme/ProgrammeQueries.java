package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.listing.AreaBelow;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads programmes as a scope sees them. */
@ApplicationScoped
class ProgrammeQueries {
    /** The same comparison as {@link LateRule.Expected#of}, in the words of the database. */
    private static final String LATE = """
            (coalesce((select sum(q.output) from programme_quarter q where q.programme_id = p.id), 0) < p.target * :targetShare
            or coalesce((select sum(s.rupiah) from programme_spending s where s.programme_id = p.id), 0)
                < coalesce((select sum(b.rupiah) from programme_budget b where b.programme_id = p.id), 0) * :budgetShare)""";

    private final Database database;

    ProgrammeQueries(Database database) {
        this.database = database;
    }

    /** What is asked for; what is left out is any. */
    record Wanted(
            AreaRange areas,
            int year,
            @Nullable Boolean late,
            @Nullable UUID opd) {}

    /** The programmes of one area below the one asked for, or of that area itself; without an area, all of them. */
    record AreaSum(@Nullable String area, long programmes, long late, long budget, long realised) {}

    /** The money of one source. */
    record SourceSum(String source, long budget, long realised) {}

    record Sums(AreaSum total, List<AreaSum> rows, List<SourceSum> sources) {}

    List<Programme> page(Scope scope, Wanted wanted, LateRule.Expected expected, Page page) {
        return database.read(scope, sql -> page(sql, wanted, expected, page));
    }

    static List<Programme> page(Handle sql, Wanted wanted, LateRule.Expected expected, Page page) {
        return Programmes.whole(
                sql,
                sql.createQuery("""
                                select p.* from programme p
                                where p.state = 'ACTIVE' and p.year = :year and p.area_code >= :from and p.area_code < :to
                                    and (p.area_code, p.id) > (:afterArea, :afterId)
                                    and (:opd::uuid is null or p.opd_id = :opd::uuid)
                                    and (:late::boolean is null or :late =\s""" + LATE + """
                                    ) order by p.area_code, p.id limit :rows""")
                        .bind("year", wanted.year())
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("afterArea", page.after().area())
                        .bind("afterId", page.after().id())
                        .bind("opd", wanted.opd())
                        .bind("late", wanted.late())
                        .bind("targetShare", expected.targetShare())
                        .bind("budgetShare", expected.budgetShare())
                        .bind("rows", page.rowsToRead())
                        .map((row, _) -> Programmes.programme(row)));
    }

    Optional<Programme> byId(Scope scope, UUID id) {
        return database.read(scope, sql -> Programmes.find(sql, id));
    }

    /**
     * Sums by the areas directly below the one asked for. A programme that is part of another counts as a programme, and its money
     * only where the other's is not in the same sum.
     */
    Sums sums(Scope scope, @Nullable AreaCode area, int year, LateRule.Expected expected) {
        AreaRange range = AreaRange.of(area == null ? null : area.value(), scope);
        return database.read(scope, sql -> {
            List<AreaSum> rows = areaSums(sql, range, AreaBelow.of(area).codeLength(), year, expected);
            AreaSum total =
                    rows.stream().filter(row -> row.area() == null).findFirst().orElse(new AreaSum(null, 0, 0, 0, 0));
            return new Sums(
                    total, rows.stream().filter(row -> row.area() != null).toList(), sourceSums(sql, range, year));
        });
    }

    private static List<AreaSum> areaSums(
            Handle sql, AreaRange range, int length, int year, LateRule.Expected expected) {
        return sql.createQuery("""
                        with counted as (
                            select left(p.area_code, :length) as area,\s""" + LATE + """
                                 as late,
                                (select coalesce(sum(b.rupiah), 0) from programme_budget b where b.programme_id = p.id) as budget,
                                (select coalesce(sum(s.rupiah), 0) from programme_spending s where s.programme_id = p.id) as spent,
                                coalesce(whole.area_code >= :from and whole.area_code < :to, false) as in_total,
                                coalesce(left(whole.area_code, :length) = left(p.area_code, :length), false) as in_row
                            from programme p left join programme whole on whole.id = p.part_of and whole.state = 'ACTIVE'
                            where p.state = 'ACTIVE' and p.year = :year and p.area_code >= :from and p.area_code < :to)
                        select area, count(*) as programmes, count(*) filter (where late) as late,
                            case grouping(area) when 1 then coalesce(sum(budget) filter (where not in_total), 0)
                                else coalesce(sum(budget) filter (where not in_row), 0) end as budget,
                            case grouping(area) when 1 then coalesce(sum(spent) filter (where not in_total), 0)
                                else coalesce(sum(spent) filter (where not in_row), 0) end as spent
                        from counted group by grouping sets ((area), ()) order by area nulls last""")
                .bind("length", length)
                .bind("year", year)
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("targetShare", expected.targetShare())
                .bind("budgetShare", expected.budgetShare())
                .map((row, _) -> new AreaSum(
                        row.getString("area"),
                        row.getLong("programmes"),
                        row.getLong("late"),
                        row.getLong("budget"),
                        row.getLong("spent")))
                .list();
    }

    private static List<SourceSum> sourceSums(Handle sql, AreaRange range, int year) {
        return sql.createQuery("""
                        with counted as (
                            select p.id from programme p
                                left join programme whole on whole.id = p.part_of and whole.state = 'ACTIVE'
                            where p.state = 'ACTIVE' and p.year = :year and p.area_code >= :from and p.area_code < :to
                                and not coalesce(whole.area_code >= :from and whole.area_code < :to, false)),
                        money as (
                            select source, rupiah as budget, 0 as realised from programme_budget b join counted c on c.id = b.programme_id
                            union all
                            select source, 0, rupiah from programme_spending s join counted c on c.id = s.programme_id)
                        select source, sum(budget)::bigint, sum(realised)::bigint from money group by source order by source""")
                .bind("year", year)
                .bind("from", range.from())
                .bind("to", range.to())
                .map((row, _) -> new SourceSum(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }
}

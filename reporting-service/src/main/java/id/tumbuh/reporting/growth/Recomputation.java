package id.tumbuh.reporting.growth;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts everything from scratch and compares it with the counters, row by row. It changes nothing. */
@ApplicationScoped
public class Recomputation {
    private static final String LEVELS = """
            cross join lateral (values ('ID'), (left(%1$s.area_code, 2)), (left(%1$s.area_code, 5)),
                (left(%1$s.area_code, 8)), (%1$s.area_code)) as level (code)""";

    private static final String GROWTH = """
            with counting as (
                select distinct on (child_id, month) area_code, month, sex, age_band, flags
                from weighing where not voided
                order by child_id, month, measured_on desc, measurement_id desc),
            recomputed as (
                select level.code as area_code, month, sex, age_band, %s
                from counting %s
                group by 1, 2, 3, 4),
            held as (select * from growth_counter where %s)
            select count(*) filter (where %s) as different, count(*) as compared
            from held full join recomputed using (area_code, month, sex, age_band)""".formatted(
                    joined("count(*) filter (where flags & %2$d <> 0) as %1$s", ", "),
                    LEVELS.formatted("counting"),
                    joined("%1$s <> 0", " or "),
                    joined("coalesce(held.%1$s, 0) <> coalesce(recomputed.%1$s, 0)", " or "));

    private static final String POPULATION = """
            with recomputed as (
                select level.code as area_code, birth_month, sex, count(*) as children
                from child %s where active group by 1, 2, 3),
            held as (select * from population_counter where children <> 0)
            select count(*) filter (where coalesce(held.children, 0) <> coalesce(recomputed.children, 0)) as different,
                count(*) as compared
            from held full join recomputed using (area_code, birth_month, sex)""".formatted(LEVELS.formatted("child"));

    private static final String CASES = """
            with recomputed as (
                select level.code as area_code, count(*) as stunted,
                    count(*) filter (where stunting = 'SEVERELY_STUNTED') as severely_stunted
                from stunting_case %s where stunting <> 'NORMAL' group by 1),
            held as (select * from case_counter where stunted <> 0 or severely_stunted <> 0)
            select count(*) filter (where coalesce(held.stunted, 0) <> coalesce(recomputed.stunted, 0)
                    or coalesce(held.severely_stunted, 0) <> coalesce(recomputed.severely_stunted, 0)) as different,
                count(*) as compared
            from held full join recomputed using (area_code)""".formatted(LEVELS.formatted("stunting_case"));

    private final Database database;

    Recomputation(Database database) {
        this.database = database;
    }

    /** Counters compared and those that differ, by table. */
    public record Comparison(Compared growth, Compared population, Compared cases) {
        public boolean equal() {
            return growth.different() + population.different() + cases.different() == 0;
        }
    }

    /** How many counters were compared and how many differ. */
    public record Compared(long compared, long different) {}

    /** One snapshot of the database, so that events may go on arriving meanwhile. */
    public Comparison compare() {
        return database.read(
                Scope.everywhere(),
                sql -> new Comparison(compare(sql, GROWTH), compare(sql, POPULATION), compare(sql, CASES)));
    }

    private static String joined(String perFinding, String separator) {
        return Finding.ALL.stream()
                .map(finding -> perFinding.formatted(finding.column(), finding.bit()))
                .collect(Collectors.joining(separator));
    }

    private static Compared compare(Handle sql, String query) {
        return sql.createQuery(query)
                .map((row, _) -> new Compared(row.getLong("compared"), row.getLong("different")))
                .one();
    }
}

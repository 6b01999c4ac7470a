package id.tumbuh.reporting.rebuild;

import id.tumbuh.platform.database.Unhurried;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Compares what was built with what is read: a hash over all rows of each table, whatever order they lie in. */
final class Comparison {
    /** For each table: hashing tens of millions of weighings takes minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private Comparison() {}

    /** By table, how many rows only one side has; empty when both are the same. */
    static Map<String, Long> differences(Handle sql) {
        return Unhurried.work(sql, PATIENCE, () -> compared(sql));
    }

    private static Map<String, Long> compared(Handle sql) {
        Map<String, Long> differences = new TreeMap<>();
        for (String table : tables(sql)) {
            if (!hash(sql, "public", table).equals(hash(sql, "rebuilt", table))) {
                differences.put(table, differing(sql, table));
            }
        }
        return differences;
    }

    private static List<String> tables(Handle sql) {
        return sql.createQuery("select table_name from projection where kind = 'BUILT' order by table_name")
                .mapTo(String.class)
                .list();
    }

    private static String hash(Handle sql, String schema, String table) {
        return sql.createQuery("""
                        select count(*) || ':' || coalesce(sum(hashtextextended(kept::text, 0)), 0)
                        from (%s) kept""".formatted(rows(schema, table)))
                .mapTo(String.class)
                .one();
    }

    private static long differing(Handle sql, String table) {
        return sql.createQuery("""
                        select count(*) from (
                            (select kept::text from (%1$s) kept except all select kept::text from (%2$s) kept)
                            union all
                            (select kept::text from (%2$s) kept except all select kept::text from (%1$s) kept)) one_side""".formatted(rows("public", table), rows("rebuilt", table)))
                .mapTo(Long.class)
                .one();
    }

    /**
     * The rows that say something. What events in small portions added and took back leaves counters of nothing, and months in which
     * nothing changed; in large portions they never come to be.
     */
    private static String rows(String schema, String table) {
        String all = "select counted.* from %s.%s counted".formatted(schema, table);
        return switch (table) {
            case "population_counter" -> all + " where children <> 0";
            case "case_counter" -> all + " where stunted <> 0 or severely_stunted <> 0";
            case "posyandu_month" -> all + " where weighings <> 0";
            case "growth_counter" -> all + " where weighed <> 0 or height_plausible <> 0 or wasting_plausible <> 0";
            case "month_counter" -> """
                    select area_code, measure, month, amount from (
                        select counted.*, lag(amount, 1, 0) over (partition by area_code, measure order by month) as before
                        from %s.month_counter counted) changed
                    where amount <> before""".formatted(schema);
            default -> all;
        };
    }
}

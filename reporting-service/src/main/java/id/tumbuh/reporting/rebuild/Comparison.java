package id.tumbuh.reporting.rebuild;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Compares what was built with what is read: a hash over all rows of each table, whatever order they lie in. */
final class Comparison {
    private Comparison() {}

    /** By table, how many rows only one side has; empty when both are the same. */
    static Map<String, Long> differences(Handle sql) {
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
                        from %s.%s kept""".formatted(schema, table)).mapTo(String.class).one();
    }

    private static long differing(Handle sql, String table) {
        return sql.createQuery("""
                        select count(*) from (
                            (select kept::text from public.%1$s kept except all select kept::text from rebuilt.%1$s kept)
                            union all
                            (select kept::text from rebuilt.%1$s kept except all select kept::text from public.%1$s kept)) one_side""".formatted(table)).mapTo(Long.class).one();
    }
}

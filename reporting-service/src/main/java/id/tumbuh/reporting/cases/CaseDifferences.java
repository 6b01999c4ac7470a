package id.tumbuh.reporting.cases;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.reporting.Country;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How many cases more or fewer there are by area, at every level, collected over a batch. */
final class CaseDifferences {
    private static final String NORMAL = "NORMAL";
    private static final String SEVERELY = "SEVERELY_STUNTED";

    private record Difference(long stunted, long severely) {
        private static final Difference NONE = new Difference(0, 0);

        Difference plus(Difference other) {
            return new Difference(stunted + other.stunted, severely + other.severely);
        }
    }

    private record OfArea(String area, Difference difference) {}

    /** Sorted, so that replicas take the shared rows in one order and never wait in a circle. */
    private final Map<String, Difference> byArea = new TreeMap<>();

    /** A child of this status is on the list, if it is a case. */
    CaseDifferences put(@Nullable String area, @Nullable String stunting) {
        return add(area, stunting, 1);
    }

    /** A child of this status is on the list no more. */
    CaseDifferences take(@Nullable String area, @Nullable String stunting) {
        return add(area, stunting, -1);
    }

    private CaseDifferences add(@Nullable String area, @Nullable String stunting, int direction) {
        if (area != null && stunting != null && !stunting.equals(NORMAL)) {
            Difference difference = new Difference(direction, stunting.equals(SEVERELY) ? direction : 0);
            Country.levelsOf(area).forEach(level -> byArea.merge(level, difference, Difference::plus));
        }
        return this;
    }

    void write(Handle sql) {
        List<OfArea> differences = byArea.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Difference.NONE))
                .map(entry -> new OfArea(entry.getKey(), entry.getValue()))
                .toList();
        if (!differences.isEmpty()) {
            Columns.of(differences)
                    .text(OfArea::area)
                    .int8(one -> one.difference().stunted())
                    .int8(one -> one.difference().severely())
                    .update(sql, """
                            insert into case_counter as held (area_code, stunted, severely_stunted)
                            select * from unnest(?, ?, ?)
                            on conflict on constraint case_counter_pk do update
                            set stunted = held.stunted + excluded.stunted,
                                severely_stunted = held.severely_stunted + excluded.severely_stunted""");
        }
    }
}

package id.tumbuh.reporting.growth;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.reporting.Country;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/** Differences to the counters, collected over a batch and written at every level of area in one statement. */
final class Counters {
    private static final String COLUMNS =
            Finding.ALL.stream().map(Finding::column).collect(Collectors.joining(", "));
    private static final String WRITE = """
            insert into growth_counter as held (area_code, month, sex, age_band, %s)
            select * from unnest(:areas, :months, :sexes, :bands, %s)
            on conflict on constraint growth_counter_pk do update set %s""".formatted(
                    COLUMNS,
                    Finding.ALL.stream().map(it -> ":" + it.column()).collect(Collectors.joining(", ")),
                    Finding.ALL.stream()
                            .map(it -> "%1$s = held.%1$s + excluded.%1$s".formatted(it.column()))
                            .collect(Collectors.joining(", ")));

    private static final String MOVED = """
            insert into moved_figure (area_code, month)
            select distinct area_code, month from unnest(:areas, :months) as moved (area_code, month)
            order by area_code, month
            on conflict do nothing""";

    private record Cell(String areaCode, LocalDate month, String sex, AgeBand band) {
        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::areaCode)
                .thenComparing(Cell::month)
                .thenComparing(Cell::sex)
                .thenComparing(Cell::band);
    }

    /** Of the areas measurements speak of; what is above them is added up once, when it is written. */
    private final Map<Cell, long[]> differences = new HashMap<>();

    void add(String areaCode, LocalDate month, String sex, AgeBand band, int findings) {
        move(areaCode, month, sex, band, findings, 1);
    }

    void remove(String areaCode, LocalDate month, String sex, AgeBand band, int findings) {
        move(areaCode, month, sex, band, findings, -1);
    }

    private void move(String areaCode, LocalDate month, String sex, AgeBand band, int findings, int direction) {
        long[] cell =
                differences.computeIfAbsent(new Cell(areaCode, month, sex, band), _ -> new long[Finding.ALL.size()]);
        for (Finding finding : Finding.ALL) {
            if ((findings & finding.bit()) != 0) {
                cell[finding.position()] += direction;
            }
        }
    }

    void write(Transaction tx) {
        Map<Cell, long[]> levels = atEveryLevel();
        if (levels.isEmpty()) {
            return;
        }
        List<Cell> cells = new ArrayList<>(levels.keySet());
        Object[] areas = cells.stream().map(Cell::areaCode).toArray();
        Object[] months = cells.stream().map(Cell::month).toArray();
        Update write = tx.sql()
                .createUpdate(WRITE)
                .bindArray("areas", String.class, areas)
                .bindArray("months", LocalDate.class, months)
                .bindArray("sexes", String.class, cells.stream().map(Cell::sex).toArray())
                .bindArray(
                        "bands",
                        Integer.class,
                        cells.stream().map(it -> it.band().firstMonth()).toArray());
        for (Finding finding : Finding.ALL) {
            write.bindArray(
                    finding.column(),
                    Long.class,
                    levels.values().stream().map(it -> it[finding.position()]).toArray());
        }
        write.execute();
        tx.sql()
                .createUpdate(MOVED)
                .bindArray("areas", String.class, areas)
                .bindArray("months", LocalDate.class, months)
                .execute();
    }

    /** Sorted, so that replicas take the shared rows of province and country in one order and never wait in a circle. */
    private Map<Cell, long[]> atEveryLevel() {
        Map<Cell, long[]> levels = new TreeMap<>(Cell.ORDER);
        differences.forEach((cell, difference) -> {
            if (!isNothing(difference)) {
                for (String level : Country.levelsOf(cell.areaCode())) {
                    add(
                            difference,
                            levels.computeIfAbsent(
                                    new Cell(level, cell.month(), cell.sex(), cell.band()),
                                    _ -> new long[Finding.ALL.size()]));
                }
            }
        });
        levels.values().removeIf(Counters::isNothing);
        return levels;
    }

    private static void add(long[] difference, long[] sum) {
        for (int finding = 0; finding < sum.length; finding++) {
            sum[finding] += difference[finding];
        }
    }

    private static boolean isNothing(long[] cell) {
        for (long difference : cell) {
            if (difference != 0) {
                return false;
            }
        }
        return true;
    }
}

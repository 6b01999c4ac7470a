package id.tumbuh.reporting.growth;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Differences to the weighings of posyandu by month, collected over a batch and written in one statement. */
final class PosyanduMonths {
    private static final String WRITE = """
            insert into posyandu_month as held (posyandu_id, month, area_code, weighings)
            select posyandu_id, month, area_code, weighings
            from unnest(?, ?, ?, ?) as moved (posyandu_id, month, area_code, weighings)
            on conflict on constraint posyandu_month_pk do update set weighings = held.weighings + excluded.weighings""";

    private record Cell(UUID posyandu, LocalDate month, String area) {
        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::posyandu).thenComparing(Cell::month).thenComparing(Cell::area);
    }

    /** Sorted, so that replicas never wait in a circle. */
    private final Map<Cell, Long> differences = new TreeMap<>(Cell.ORDER);

    /** The row's old state, if it was counted. */
    int remove(ResultSet row) throws SQLException {
        return move(
                row.getObject("old_posyandu", UUID.class),
                row.getObject("old_month", LocalDate.class),
                row.getString("old_area"),
                -1);
    }

    /** The row's new state, if it is to be counted. */
    int add(ResultSet row) throws SQLException {
        return move(
                row.getObject("new_posyandu", UUID.class),
                row.getObject("new_month", LocalDate.class),
                row.getString("new_area"),
                1);
    }

    private int move(@Nullable UUID posyandu, LocalDate month, String area, long difference) {
        if (posyandu != null) {
            differences.merge(new Cell(posyandu, month, area), difference, Long::sum);
        }
        return 1;
    }

    void write(Transaction tx) {
        differences.values().removeIf(difference -> difference == 0);
        if (!differences.isEmpty()) {
            Columns.of(List.copyOf(differences.entrySet()))
                    .uuid(entry -> entry.getKey().posyandu())
                    .as("date", entry -> entry.getKey().month())
                    .text(entry -> entry.getKey().area())
                    .int8(Map.Entry::getValue)
                    .update(tx.sql(), WRITE);
        }
    }
}

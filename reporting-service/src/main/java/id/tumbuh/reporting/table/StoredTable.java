package id.tumbuh.reporting.table;

import id.tumbuh.reporting.area.Within;
import id.tumbuh.reporting.csv.Column;
import id.tumbuh.reporting.csv.Dictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** A table that is one statement, {@code tables/<code>.sql}; its columns are those of the dictionary, by name. */
record StoredTable(String code, Set<String> readers, String statement) implements FigureTable {
    static StoredTable of(String code, Set<String> readers) {
        try (InputStream text =
                Objects.requireNonNull(StoredTable.class.getResourceAsStream("/tables/" + code + ".sql"), code)) {
            return new StoredTable(code, readers, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public List<List<@Nullable Object>> rows(Handle sql, Wanted wanted, int most) {
        List<Column> columns = Dictionary.of(code);
        return asked(sql, wanted)
                .bind("most", most + 1)
                .map((row, _) -> cells(row, columns))
                .list();
    }

    /** What the statement itself calls its columns, for who wants to know whether the dictionary agrees. */
    List<String> columns(Handle sql, Wanted wanted) {
        return asked(sql, wanted).bind("most", 0).scanResultSet((rows, _) -> {
            List<String> names = new ArrayList<>();
            try (ResultSet result = rows.get()) {
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    names.add(result.getMetaData().getColumnLabel(column));
                }
            }
            return names;
        });
    }

    private Query asked(Handle sql, Wanted wanted) {
        Query query = Within.of(wanted.area().code()).bind(sql.createQuery(statement));
        // each takes what it has use for
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return query.bind("area", wanted.area().code())
                .bind("month", wanted.month().atDay(1))
                .bind("year", wanted.period().first().getYear());
    }

    private static List<@Nullable Object> cells(ResultSet row, List<Column> columns) throws SQLException {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column column : columns) {
            cells.add(row.getObject(column.name()));
        }
        return cells;
    }
}

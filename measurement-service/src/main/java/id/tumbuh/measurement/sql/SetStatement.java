package id.tumbuh.measurement.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A statement over a set of rows: one array a column, for {@code unnest} and {@code any}. Plain JDBC, since the driver sends
 * arrays in binary only when it makes them itself. Columns are bound in the order of the question marks.
 */
public final class SetStatement<R> {

    private final Connection connection;
    private final String sql;
    private final List<R> rows;
    private final List<Column> columns = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // bound once, compared by nobody
    private record Column(String type, @Nullable Object[] values) {}

    private SetStatement(Handle handle, String sql, Collection<R> rows) {
        this.connection = handle.getConnection();
        this.sql = sql;
        this.rows = List.copyOf(rows);
    }

    public static <R> SetStatement<R> over(Collection<R> rows, Handle handle, String sql) {
        return new SetStatement<>(handle, sql, rows);
    }

    /** For the many statements that take nothing but ids. */
    public static SetStatement<UUID> overIds(Collection<UUID> ids, Handle handle, String sql) {
        return over(ids, handle, sql).uuid(id -> id);
    }

    public SetStatement<R> uuid(Function<R, @Nullable UUID> value) {
        return column("uuid", new UUID[rows.size()], value);
    }

    public SetStatement<R> text(Function<R, @Nullable String> value) {
        return column("text", new String[rows.size()], value);
    }

    /** As days since 1970, to be added to that date: a binary number instead of a text to be parsed. */
    public SetStatement<R> day(Function<R, LocalDate> value) {
        return column(
                "int4", new Integer[rows.size()], row -> (int) value.apply(row).toEpochDay());
    }

    /** NaN is null. */
    public SetStatement<R> number(ToDoubleFunction<R> value) {
        return column("float8", new Double[rows.size()], row -> {
            double number = value.applyAsDouble(row);
            return Double.isNaN(number) ? null : number;
        });
    }

    public SetStatement<R> whole(ToLongFunction<R> value) {
        return column("int8", new Long[rows.size()], value::applyAsLong);
    }

    public SetStatement<R> wholeOrNull(Function<R, @Nullable Long> value) {
        return column("int8", new Long[rows.size()], value);
    }

    public SetStatement<R> flag(Predicate<R> value) {
        return column("bool", new Boolean[rows.size()], value::test);
    }

    private <T> SetStatement<R> column(String type, @Nullable T[] values, Function<R, @Nullable T> value) {
        for (int row = 0; row < values.length; row++) {
            values[row] = value.apply(rows.get(row));
        }
        columns.add(new Column(type, values));
        return this;
    }

    public int execute() {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = prepare()) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
    }

    public <T> List<T> query(Reader<T> reader) {
        List<T> found = new ArrayList<>();
        if (rows.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = prepare();
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(reader.read(result));
            }
        } catch (SQLException failure) {
            throw new SqlFailure(failure);
        }
        return found;
    }

    private PreparedStatement prepare() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int column = 0; column < columns.size(); column++) {
            Column bound = columns.get(column);
            statement.setArray(column + 1, connection.createArrayOf(bound.type(), bound.values()));
        }
        return statement;
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A number column that may be null, as NaN. */
    public static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /** The database failed; what it means is in the cause. */
    private static final class SqlFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SqlFailure(SQLException cause) {
            super("a statement failed", cause);
        }
    }
}

package id.tumbuh.platform.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array per column, for {@code from unnest(?, ?, …)}. Plain JDBC, because the driver sends text, integer and
 * bytea arrays in binary only when it makes them itself.
 */
public final class Columns<R> {
    private final List<R> rows;
    private final List<String> types = new ArrayList<>();
    private final List<@Nullable Object[]> values = new ArrayList<>();

    private Columns(List<R> rows) {
        this.rows = rows;
    }

    public static <R> Columns<R> of(List<R> rows) {
        return new Columns<>(rows);
    }

    public Columns<R> uuid(Function<R, ? extends @Nullable Object> column) {
        return add("uuid", new Object[rows.size()], column);
    }

    public Columns<R> text(Function<R, ? extends @Nullable Object> column) {
        return add("text", new String[rows.size()], row -> {
            Object value = column.apply(row);
            return value == null ? null : value.toString();
        });
    }

    /** Dates, decimals and booleans: sent as the text PostgreSQL reads. */
    public Columns<R> as(String type, Function<R, ? extends @Nullable Object> column) {
        return add(type, new Object[rows.size()], column);
    }

    public Columns<R> int4(Function<R, @Nullable Integer> column) {
        return add("int4", new Integer[rows.size()], column);
    }

    public Columns<R> int8(Function<R, @Nullable Long> column) {
        return add("int8", new Long[rows.size()], column);
    }

    public Columns<R> bytes(Function<R, byte @Nullable []> column) {
        return add("bytea", new byte[rows.size()][], column);
    }

    private Columns<R> add(String type, @Nullable Object[] target, Function<R, ? extends @Nullable Object> column) {
        for (int row = 0; row < target.length; row++) {
            target[row] = column.apply(rows.get(row));
        }
        types.add(type);
        values.add(target);
        return this;
    }

    /** Runs a statement with a returning clause; one {@code ?} for each column, in the order they were added. */
    public <T> List<T> query(Handle handle, String sql, RowReader<T> reader) {
        return run(handle, sql, statement -> {
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(reader.read(result));
                }
            }
            return found;
        });
    }

    public int update(Handle handle, String sql) {
        return run(handle, sql, PreparedStatement::executeUpdate);
    }

    private <T> T run(Handle handle, String sql, Execution<T> execution) {
        Connection connection = handle.getConnection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < types.size(); column++) {
                Array array = connection.createArrayOf(types.get(column), values.get(column));
                statement.setArray(column + 1, array);
            }
            return execution.run(statement);
        } catch (SQLException failure) {
            throw new BatchFailure(failure);
        }
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /** The database refused or lost a batch; its state, in the cause, says whether to try again. */
    static final class BatchFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BatchFailure(SQLException cause) {
            super("a batch could not be written", cause);
        }
    }
}

package id.tumbuh.measurement.exchange;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Measurements of an area and a time, one after the other from one snapshot: a cursor of the database, so that a kabupaten takes
 * no more memory than a posyandu.
 */
@ApplicationScoped
class MeasurementStream {

    private static final int ROWS_AT_A_TIME = 1_000;
    /** As PostgreSQL says it: no state is given away by asking for an area. */
    private static final String SELECT = """
            select %s from %s where not m.voided and m.measured_on >= ? and m.measured_on < ?
                and (m.area_code = ? or (m.area_code > ? and m.area_code < ?))
            order by m.area_code, m.child_id, m.measured_on, m.id""".formatted(ExchangedMeasurements.COLUMNS, ExchangedMeasurements.TABLES);

    private final Database database;
    private final ExchangedMeasurements measurements;

    MeasurementStream(Database database, ExchangedMeasurements measurements) {
        this.database = database;
        this.measurements = measurements;
    }

    /** Where, and from which day to which, the last one not included. */
    record Wanted(AreaCode area, LocalDate from, LocalDate until) {}

    /** Takes one after the other. */
    @FunctionalInterface
    interface Sink {
        void take(ExchangedMeasurement measurement) throws IOException;
    }

    /** Returns how many there were. */
    long read(Scope scope, Wanted wanted, Sink sink) {
        return database.read(scope, sql -> {
            try (PreparedStatement statement = sql.getConnection().prepareStatement(SELECT)) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                bind(statement, wanted);
                long count = 0;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        sink.take(measurements.read(row, sql));
                        count++;
                    }
                }
                return count;
            } catch (SQLException failure) {
                throw new StreamFailure(failure);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static void bind(PreparedStatement statement, Wanted wanted) throws SQLException {
        String area = wanted.area().value();
        statement.setObject(1, wanted.from());
        statement.setObject(2, wanted.until());
        statement.setString(3, area);
        statement.setString(4, area + ".");
        statement.setString(5, area + "/"); // the character after the point
    }

    /** The database failed; what it means is in the cause. */
    private static final class StreamFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StreamFailure(SQLException cause) {
            super("a stream of rows broke", cause);
        }
    }
}

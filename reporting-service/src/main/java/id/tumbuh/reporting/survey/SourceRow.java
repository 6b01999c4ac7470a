package id.tumbuh.reporting.survey;

import id.tumbuh.reporting.statement.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The columns of a source. */
final class SourceRow {
    private SourceRow() {}

    static Source read(ResultSet row) throws SQLException {
        return new Source(
                row.getString("author"),
                row.getString("title"),
                row.getObject("published_on", LocalDate.class),
                row.getString("url"));
    }
}

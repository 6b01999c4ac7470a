package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an area from a day on.
 *
 * @param share of the predecessor that is in the successor, where the source says it
 * @param source the law or decree, or the list it was found in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AreaSuccession")
public record Succession(
        String predecessor,
        String successor,
        LocalDate effectiveOn,
        Kind kind,
        @Nullable BigDecimal share,
        String source) {

    /** How areas change; the name is stored and announced. */
    public enum Kind {
        /** The same area under another name. */
        RENAMED,
        /** The same area under another code. */
        RECODED,
        /** Parts of one, of which one may keep its code. */
        SPLIT,
        /** One out of several, of which one may keep its code. */
        MERGED
    }

    static final String COLUMNS = "predecessor, successor, effective_on, kind, share, source";

    static Succession read(ResultSet row) throws SQLException {
        return new Succession(
                row.getString("predecessor"),
                row.getString("successor"),
                row.getObject("effective_on", LocalDate.class),
                Kind.valueOf(row.getString("kind")),
                row.getBigDecimal("share"),
                row.getString("source"));
    }
}

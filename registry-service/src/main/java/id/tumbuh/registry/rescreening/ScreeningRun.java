package id.tumbuh.registry.rescreening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A pass over families.
 *
 * @param screened families looked at so far
 * @param changed of them those with another decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ScreeningRun")
record ScreeningRun(
        UUID id,
        Kind kind,
        LocalDate day,
        String ruleVersion,
        long screened,
        long changed,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Which families a pass looks at. */
    enum Kind {
        /** Those whose day has come. */
        DUE,
        /** Every one, because the rules are others. */
        ALL
    }

    static ScreeningRun read(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ScreeningRun(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                row.getString("rule_version"),
                row.getLong("screened"),
                row.getLong("changed"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}

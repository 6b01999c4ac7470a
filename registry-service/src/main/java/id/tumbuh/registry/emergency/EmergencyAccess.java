package id.tumbuh.registry.emergency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who may read names of which area until when, and why; also the notice to those who answer for the area.
 *
 * @param read how many persons of the area were read by name meanwhile
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EmergencyAccess")
record EmergencyAccess(
        UUID id,
        String subject,
        String area,
        String reason,
        String reference,
        Instant grantedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        boolean live,
        long read) {

    static EmergencyAccess read(ResultSet row) throws SQLException {
        return new EmergencyAccess(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("area_code"),
                row.getString("reason"),
                row.getString("reference"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                row.getString("revoked_by"),
                instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                row.getBoolean("live"),
                row.getLong("read"));
    }

    boolean sameRequestAs(String whose, Wanted wanted) {
        return subject.equals(whose)
                && area.equals(wanted.area())
                && reason.equals(wanted.reason())
                && reference.equals(wanted.reference());
    }

    /** What is asked for. */
    record Wanted(UUID id, String area, String reason, String reference) {}

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

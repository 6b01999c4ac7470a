package id.tumbuh.intervention.delivery;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as it was made of a delivery. */
@Schema(name = "DeliveryReportMade")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        long version,
        Report.Outcome outcome,
        LocalDate day,
        @Nullable BigDecimal quantity,
        @Nullable UUID providerId,
        @Nullable String receipt,
        Report.@Nullable Reason reason,

        @Schema(description = "Why what had been told was wrong")
        Report.@Nullable Correction correction,

        @Schema(description = "Told by the partner that sent it") @Nullable
        Boolean byPartner,

        Instant toldAt) {
    static final String EXAMPLE = """
            {"version": 3, "outcome": "DELIVERED", "day": "2026-08-15", "quantity": 5,
             "providerId": "0198c1a0-0000-7000-8000-0000000000a1", "correction": "WRONG_QUANTITY",
             "toldAt": "2026-08-16T02:00:00Z"}""";

    static ReportView of(ResultSet row) throws SQLException {
        Report report = Reports.report(row);
        String correction = row.getString("correction");
        BigDecimal quantity = report.quantity();
        return new ReportView(
                row.getLong("version"),
                report.outcome(),
                report.day(),
                quantity == null ? null : DeliveryEvent.plain(quantity),
                report.provider(),
                report.receipt(),
                report.reason(),
                correction == null ? null : Report.Correction.valueOf(correction),
                report.byPartner() ? true : null,
                requireNonNull(row.getObject("told_at", OffsetDateTime.class)).toInstant());
    }
}

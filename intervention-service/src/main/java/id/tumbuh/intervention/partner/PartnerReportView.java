package id.tumbuh.intervention.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report of a partner as the team of the area sees it. */
@Schema(name = "ReportOfPartner")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerReportView(
        UUID id,
        String client,
        UUID placementId,
        String area,
        LocalDate day,
        String item,
        String outcome,
        @Nullable BigDecimal quantity,
        @Nullable String unit,

        @Schema(description = "The delivery of the plan that it settled, or that it made where nothing was due")
        @Nullable
        UUID deliveryId,

        @Schema(description = "When it could not be brought into the plan; it is tried again") @Nullable
        Instant setAsideAt,

        @Schema(description = "Why not") @Nullable SetAside setAsideReason) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000f1", "client": "csr-contoh",
             "placementId": "0198c1a0-0000-7000-8000-0000000000e1", "area": "36.04.20.2006", "day": "2026-11-28", "item": "FOOD",
             "outcome": "UNABLE"}""";
}

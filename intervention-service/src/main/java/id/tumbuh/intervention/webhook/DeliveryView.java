package id.tumbuh.intervention.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the log: what was told when, and what came of it; not to whom it was about. */
@Schema(name = "WebhookDelivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID id,

        @Schema(description = "The header `webhook-id`, the same for every attempt")
        UUID webhookId,

        @Schema(examples = "placement.committed") String type,

        @Schema(
                description = "`PENDING`, `DELIVERED`, `FAILED`, or `WITHDRAWN` with the consent",
                examples = "DELIVERED")
        String state,

        int attempts,
        Instant queuedAt,

        @Schema(description = "When it is tried next; only while pending") @Nullable
        Instant nextAt,

        @Nullable Instant finishedAt,
        @Nullable Integer lastStatus,

        @Schema(description = "`ANSWER`, `TIMEOUT`, `CONNECTION`, `TARGET`") @Nullable
        String lastError) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000b1", "webhookId": "0198c1a0-0000-7000-8000-0000000000c1",
             "type": "placement.committed", "state": "DELIVERED", "attempts": 1, "queuedAt": "2026-08-15T02:00:00Z",
             "finishedAt": "2026-08-15T02:00:01Z", "lastStatus": 204}""";
}

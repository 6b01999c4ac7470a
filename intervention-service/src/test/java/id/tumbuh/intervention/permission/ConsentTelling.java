package id.tumbuh.intervention.permission;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands consents to the consumer as the platform does. */
@ApplicationScoped
public class ConsentTelling {
    private final Database database;
    private final ConsentConsumer consumer;

    ConsentTelling(Database database, ConsentConsumer consumer) {
        this.database = database;
        this.consumer = consumer;
    }

    /** A consent to be helped by a sponsor. */
    public record Consent(
            UUID id,
            @Nullable UUID child,
            UUID family,
            String area,
            @Nullable String partner,
            String until) {}

    public void tell(Consent consent, long version, boolean withdrawn) {
        String body = """
                {"consentId":"%s","version":%d,"childId":%s,"familyId":"%s","areaCode":"%s","purpose":"FOSTER_PARENT",
                 "partner":%s,"legalBasis":"CONSENT","givenBy":"MOTHER","validFrom":"2020-01-01","validUntil":"%s","withdrawn":%s}""".formatted(
                        consent.id(),
                        version,
                        quoted(consent.child()),
                        consent.family(),
                        consent.area(),
                        quoted(consent.partner()),
                        consent.until(),
                        withdrawn);
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.registry.consent-given.v1",
                "registry.consents",
                0,
                0,
                consent.id().toString(),
                version,
                Instant.EPOCH,
                null,
                body.getBytes(StandardCharsets.UTF_8));
        database.<@Nullable Object>write(Scope.everywhere(), tx -> {
            consumer.apply(tx, List.of(event));
            return null;
        });
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}

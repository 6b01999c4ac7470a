package id.tumbuh.intervention.webhook;

import java.util.List;
import java.util.UUID;

/**
 * A delivery that this replica may make now.
 *
 * @param number the first is 1; together with the id it tells a late answer from one that counts
 * @param secrets that it is signed with, the newest first
 */
record Attempt(
        UUID deliveryId,
        int number,
        String client,
        UUID endpointId,
        UUID eventId,
        String url,
        String body,
        List<Secret> secrets) {
    Attempt {
        secrets = List.copyOf(secrets);
    }
}

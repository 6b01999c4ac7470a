package id.tumbuh.registry.erasure;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Collects who has confirmed an erasure. */
@ApplicationScoped
class ConfirmationConsumer implements EventConsumer {

    /** The part of {@code erasure-confirmed.v1} of any service that a certificate needs. */
    record Confirmed(UUID erasureId, String service, Map<String, Long> counts) {
        Confirmed {
            counts = Map.copyOf(counts);
        }
    }

    @Override
    public String group() {
        return "registry.erasure-confirmations";
    }

    @Override
    public Set<String> topics() {
        return Set.of("measurement.erasures", "intervention.erasures", "reporting.erasures");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                Confirmed confirmed = event.read(Confirmed.class);
                Erasures.confirm(
                        tx.sql(),
                        confirmed.erasureId(),
                        new Erasures.Confirmation(confirmed.service(), event.time(), confirmed.counts()));
            }
        }
    }
}

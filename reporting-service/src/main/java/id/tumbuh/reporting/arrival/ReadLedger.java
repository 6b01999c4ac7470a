package id.tumbuh.reporting.arrival;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Reads registry's ledger as far as it is told to the reader. */
@ApplicationScoped
public class ReadLedger {
    private final RegistrySources registry;

    ReadLedger(@RestClient RegistrySources registry) {
        this.registry = registry;
    }

    /** Not inside of a transaction: another service is asked. */
    public Ledger since(LocalDate from, @Nullable String bearer) {
        if (bearer == null) {
            return Ledger.UNKNOWN;
        }
        try {
            return new Ledger(registry.since(bearer, from).stream()
                    .map(sender -> new Ledger.Source(
                            sender.source(),
                            sender.owner(),
                            sender.arrived().deliveries(),
                            sender.arrived().received(),
                            sender.arrived().accepted(),
                            sender.arrived().unchanged(),
                            sender.arrived().rejected(),
                            sender.waiting(),
                            sender.arrived().failed()))
                    .toList());
        } catch (WebApplicationException refused) {
            Log.debugf(
                    "Registry answered %d to a question for its ledger",
                    refused.getResponse().getStatus());
        } catch (ProcessingException away) {
            Log.warn("Registry does not answer a question for its ledger");
        }
        return Ledger.UNKNOWN;
    }
}

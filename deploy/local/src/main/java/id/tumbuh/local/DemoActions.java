package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.function.Consumer;

/** What is planned, promised, audited and delivered in the demo's kabupaten. */
final class DemoActions {

    private DemoActions() {}

    /**
     * Who writes it down.
     *
     * @param team the kabupaten's team
     * @param health the experts beside it
     */
    record Tokens(String team, String health) {}

    /** Where the two services answer. */
    record Services(URI registry, URI intervention) {}

    static void send(Services services, Tokens tokens, LocalDate today, Consumer<String> tell)
            throws IOException, InterruptedException {
        ServiceApi team = new ServiceApi(services.intervention(), tokens.team());
        new DemoPlans(team, today).send(tell);
        new DemoAudits(team, new ServiceApi(services.intervention(), tokens.health()), today).send(tell);
        new DemoSponsorships(new ServiceApi(services.registry(), tokens.team()), team, tell).fill(today);
        new DemoDeliveries(team, today).send(tell);
    }
}

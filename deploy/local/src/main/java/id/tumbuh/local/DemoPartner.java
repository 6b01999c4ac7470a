package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The partner whose pages the demo signs in to, with a sponsor, as the kabupaten's team registers it. Sent once more it changes nothing, and what somebody changed since stays as it is. */
final class DemoPartner {
    /** The application of docs/partners.md. */
    static final String CLIENT = "csr-contoh";

    static final Grant TEAM = Grant.of("tpps", List.of("36.04"), Optional.empty());
    private static final String SPONSOR = "0198c1a0-0000-7000-8000-00000000c501";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final URI intervention;
    private final String token;
    private final HttpClient http = Http.client();

    DemoPartner(URI intervention, String token) {
        this.intervention = intervention;
        this.token = token;
    }

    void register(Consumer<String> tell) throws IOException, InterruptedException {
        put("/v1/partners/" + CLIENT, """
                {"institution": "PT Contoh Peduli", "area": "36.04", "contact": "Manajer CSR"}""");
        put("/v1/sponsors/" + SPONSOR, """
                {"kind": "COMPANY", "institution": "PT Contoh Peduli", "area": "36.04", "capacity": 50, "client": "%s",
                 "from": "2026-01-01", "until": "2099-12-31"}""".formatted(CLIENT));
        tell.accept("Partner " + CLIENT + " registered; whom it may help is decided by the consents of their families");
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(intervention.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (!Set.of(OK, CREATED, CONFLICT).contains(response.statusCode())) {
            throw new IOException(
                    "intervention does not take the demo's partner: " + response.statusCode() + " " + response.body());
        }
    }
}

package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks every service whether its audit is what was sealed and announced, and names what is not. */
final class AuditCheck {
    static final Grant AUDITOR = Grant.of("auditor", List.of(), Optional.of("audit-verify"));

    private static final int OK = 200;
    private static final Pattern FINDING = Pattern.compile("\"kind\":\"(\\w+)\",\"number\":(-?\\d+)");

    private final String token;
    private final Consumer<String> tell;
    private final HttpClient http = Http.client();

    AuditCheck(String token, Consumer<String> tell) {
        this.token = token;
        this.tell = tell;
    }

    /** Returns whether the service's audit is intact. */
    boolean verify(Component service, URI address) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(address.resolve("/v1/audit:verify"))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException(service.label() + " does not verify its audit: " + response.statusCode());
        }
        return tell(service.label(), response.body());
    }

    /** Says what the verdict says. */
    boolean tell(String service, String verdict) {
        boolean intact = verdict.contains("\"intact\":true");
        tell.accept("%s: %s; %s entries in %s blocks, %s blocks announced, %s entries wait for their seal"
                .formatted(
                        service,
                        intact ? "intact" : "NOT INTACT (" + number("found", verdict) + " findings)",
                        number("entries", verdict),
                        number("blocks", verdict),
                        number("published", verdict),
                        number("waiting", verdict)));
        Matcher finding = FINDING.matcher(verdict);
        while (finding.find()) {
            tell.accept("  " + finding.group(1) + " " + finding.group(2));
        }
        return intact;
    }

    private static String number(String field, String json) {
        Matcher matcher = Pattern.compile("\"" + field + "\":(\\d+)").matcher(json);
        return matcher.find() ? matcher.group(1) : "?";
    }
}

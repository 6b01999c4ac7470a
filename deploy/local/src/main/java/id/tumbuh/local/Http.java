package id.tumbuh.local;

import java.net.http.HttpClient;
import java.time.Duration;

/** How the services of this machine are asked. */
final class Http {

    private Http() {}

    /** HTTP/1.1 at once: Java's client would offer HTTP/2 first, and stumbles over answers given before that is settled. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }
}

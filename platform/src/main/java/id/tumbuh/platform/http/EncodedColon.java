package id.tumbuh.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes {@code children%3Abatch} for {@code children:batch}: many clients encode the colon, and RFC 3986 allows it. The request
 * starts again under the plain path, so every check sees what will be called.
 */
@ApplicationScoped
class EncodedColon {
    private static final int FIRST = 400;

    void register(@Observes Filters filters) {
        filters.register(EncodedColon::plain, FIRST);
    }

    private static void plain(RoutingContext context) {
        String path = context.request().path();
        if (path != null && (path.contains("%3A") || path.contains("%3a"))) {
            String query = context.request().query();
            String plain = path.replace("%3A", ":").replace("%3a", ":");
            context.reroute(query == null ? plain : plain + "?" + query);
        } else {
            context.next();
        }
    }
}

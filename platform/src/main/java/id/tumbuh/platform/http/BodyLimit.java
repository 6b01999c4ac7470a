package id.tumbuh.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses large bodies before a byte of them is read. Bodies of JSON are read into memory, so their limit is lower than that
 * of uploads, which go to disk.
 */
@ApplicationScoped
class BodyLimit {
    /** Before authentication (200): an anonymous flood costs nothing. */
    private static final int BEFORE_AUTHENTICATION = 290;

    private final HttpConfig config;

    BodyLimit(HttpConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        if (isUpload(context)) {
            context.next();
            return;
        }
        String length = context.request().getHeader("Content-Length");
        if (length != null && tooLong(length)) {
            refuse(context, CommonProblem.BODY_TOO_LARGE);
        } else if (length == null
                && "chunked".equalsIgnoreCase(context.request().getHeader("Transfer-Encoding"))) {
            refuse(context, CommonProblem.LENGTH_REQUIRED);
        } else {
            context.next();
        }
    }

    private boolean isUpload(RoutingContext context) {
        return HttpMethod.POST.equals(context.request().method())
                && config.uploadPath()
                        .filter(paths -> paths.stream()
                                .anyMatch(
                                        path -> matches(path, context.request().path())))
                        .isPresent();
    }

    /** A star stands for one part of the path, such as an id. */
    static boolean matches(String uploadPath, @Nullable String path) {
        String[] wanted = uploadPath.split("/", -1);
        String[] parts = path == null ? new String[0] : path.split("/", -1);
        if (wanted.length != parts.length) {
            return false;
        }
        for (int part = 0; part < parts.length; part++) {
            if (!wanted[part].equals("*") && !wanted[part].equals(parts[part])) {
                return false;
            }
        }
        return true;
    }

    private boolean tooLong(String length) {
        try {
            return Long.parseLong(length) > config.maxBody().asLongValue();
        } catch (NumberFormatException nonsense) {
            return true;
        }
    }

    private static void refuse(RoutingContext context, CommonProblem problem) {
        String accepted = context.request().getHeader("Accept-Language");
        var locale = accepted != null && accepted.startsWith("en") ? Locale.ENGLISH : Languages.INDONESIAN;
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(Json.encode(Problem.of(problem).body(locale)));
    }
}

package id.tumbuh.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one subject or application has seen and changed within a time, by the audit of one service.
 *
 * @param objects how many different objects were touched; {@code touched} holds the first ten thousand lines, CSV holds all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BreachReport")
record BreachReport(
        String service,
        long objects,
        long children,
        long entries,
        @Nullable Instant first,
        @Nullable Instant last,
        boolean complete,
        List<TouchedObject> touched) {
    BreachReport {
        touched = List.copyOf(touched);
    }
}

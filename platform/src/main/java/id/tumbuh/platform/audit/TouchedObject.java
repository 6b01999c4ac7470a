package id.tumbuh.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was done to one object, by one kind of operation.
 *
 * @param fields what such an operation answers or changes of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TouchedObject")
record TouchedObject(
        String objectType,
        String objectId,
        @Nullable String area,
        String action,
        long times,
        Instant first,
        Instant last,
        List<String> fields) {
    TouchedObject {
        fields = List.copyOf(fields);
    }
}

package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A pass over an area's measurements after a rule was corrected.
 *
 * @param area empty for everywhere
 * @param children looked at so far
 * @param measurements revised so far because a rule of theirs has another version now
 */
@Schema(name = "Reassessment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reassessment(
        UUID id,
        String area,
        long children,
        long measurements,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    @JsonProperty
    @Schema(enumeration = {"RUNNING", "DONE"})
    public String state() {
        return finishedAt == null ? "RUNNING" : "DONE";
    }
}

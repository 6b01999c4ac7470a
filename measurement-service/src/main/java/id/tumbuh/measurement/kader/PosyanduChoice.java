package id.tumbuh.measurement.kader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The posyandu a caller may choose from; without names when registry did not answer. */
@Schema(name = "PosyanduChoice")
record PosyanduChoice(Names.State names, List<Choice> posyandu) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PosyanduWithChildren")
    record Choice(
            UUID id, String area, int children, @Nullable String name) {}
}

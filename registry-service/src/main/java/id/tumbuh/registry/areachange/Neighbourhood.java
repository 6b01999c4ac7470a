package id.tumbuh.registry.areachange;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An RW, or an RT of it, of a desa that was split, and the part it is in.
 *
 * @param rt absent: every RT of the RW that has no line of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NeighbourhoodOfPart", examples = """
        {"rw": "02", "rt": "005", "successor": "36.04.20.2010"}""")
record Neighbourhood(
        @Nullable String rw, @Nullable String rt, @Nullable String successor) {}

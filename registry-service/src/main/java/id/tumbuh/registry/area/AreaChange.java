package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a law or a decree says of areas, from a day on. */
public record AreaChange(
        UUID id,
        Succession.Kind kind,
        LocalDate effectiveOn,
        String source,
        List<String> predecessors,
        List<Successor> successors) {

    public AreaChange {
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
    }

    /**
     * What there is from that day on.
     *
     * @param name needed for an area that is not known yet; another one than it has is its new name
     * @param share of a split area, as far as the source says it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AreaSuccessor")
    public record Successor(
            String code, @Nullable String name, @Nullable BigDecimal share) {}

    List<String> successorCodes() {
        return successors.stream().map(Successor::code).toList();
    }

    /** Those that are no more. */
    List<String> ended() {
        return predecessors.stream()
                .filter(code -> !successorCodes().contains(code))
                .toList();
    }

    List<Succession> successions() {
        return predecessors.stream()
                .flatMap(from -> successors.stream()
                        .map(to -> new Succession(from, to.code(), effectiveOn, kind, to.share(), source)))
                .toList();
    }
}

package id.tumbuh.registry.family;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was seen or told of a family's conditions on a day.
 *
 * @param facts by the names of {@link FamilyConditions}, and {@code welfareRank}; a JSON null is "turned out not to be known"
 */
public record FamilyObservation(
        UUID id,
        UUID family,
        LocalDate observedOn,
        @Nullable String source,
        ObjectNode facts) {

    boolean saysTheSameAs(FamilyObservation other) {
        return family.equals(other.family) && observedOn.equals(other.observedOn) && facts.equals(other.facts);
    }

    @Override
    public String toString() {
        return "FamilyObservation[" + id + "]";
    }
}

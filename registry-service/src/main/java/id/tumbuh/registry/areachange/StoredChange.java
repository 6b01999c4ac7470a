package id.tumbuh.registry.areachange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.registry.area.AreaChange;
import id.tumbuh.registry.area.Succession;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change as it was handed in, and how far it is. */
record StoredChange(
        UUID id, ChangeForm form, State state, @Nullable String appliedBy) {

    /** The name is stored. */
    enum State {
        PROPOSED,
        /** It holds from its day on; that may be today. */
        SCHEDULED,
        IN_FORCE
    }

    /**
     * What a change does to whom: before it is in force what it would do, afterwards what is left to do.
     *
     * @param families with everybody in them, that live under another code by it
     * @param familiesToAssign of a split: those of whom it is not known in which part they live
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AreaChangeEffect")
    record Effect(long families, long children, long posyandu, long familiesToAssign) {}

    /** On the wire. */
    @Schema(name = "AreaChange")
    record View(UUID id, State state, ChangeForm change, Effect effect) {}

    AreaChange change() {
        return form.change(id);
    }

    AreaCode predecessor() {
        return new AreaCode(requireNonNull(form.predecessors()).getFirst());
    }

    boolean isSplit() {
        return form.kind() == Succession.Kind.SPLIT;
    }

    boolean hasPart(String code) {
        return requireNonNull(form.successors()).stream()
                .anyMatch(successor -> successor.code().equals(code));
    }

    /** Whether all of it is somebody's business. */
    static boolean isOf(Scope scope, ChangeForm form) {
        return Stream.concat(
                        requireNonNull(form.predecessors()).stream(),
                        requireNonNull(form.successors()).stream().map(AreaChange.Successor::code))
                .allMatch(code -> scope.allows(new AreaCode(code)));
    }

    /** Whether any of it is. */
    boolean concerns(Scope scope) {
        return Stream.concat(
                        requireNonNull(form.predecessors()).stream(),
                        requireNonNull(form.successors()).stream().map(AreaChange.Successor::code))
                .anyMatch(code -> scope.allows(new AreaCode(code)));
    }
}

package id.tumbuh.registry.consent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose data: one child's or one family's. */
sealed interface ConsentSubject {
    UUID id();

    record OfChild(UUID id) implements ConsentSubject {}

    record OfFamily(UUID id) implements ConsentSubject {}

    /** Null unless exactly one of them is named. */
    static @Nullable ConsentSubject of(@Nullable UUID child, @Nullable UUID family) {
        if (child != null && family == null) {
            return new OfChild(child);
        }
        return family != null && child == null ? new OfFamily(family) : null;
    }

    /** The kind of object in the audit and in the rules. */
    default String kind() {
        return switch (this) {
            case OfChild _ -> "child";
            case OfFamily _ -> "family";
        };
    }

    default @Nullable UUID childId() {
        return this instanceof OfChild child ? child.id() : null;
    }

    default @Nullable UUID familyId() {
        return this instanceof OfFamily family ? family.id() : null;
    }
}

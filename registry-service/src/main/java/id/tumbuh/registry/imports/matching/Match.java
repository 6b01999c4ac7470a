package id.tumbuh.registry.imports.matching;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who the child of a row is. */
public sealed interface Match {

    /** A child of the registry. */
    record Matched(UUID child, Set<Evidence> reasons) implements Match {
        public Matched {
            reasons = Set.copyOf(reasons);
        }
    }

    /** Nobody the registry knows. */
    record New() implements Match {}

    /** One of these or a new child: a person decides. Most alike first. */
    record ToDecide(List<UUID> candidates, Why why) implements Match {
        public ToDecide {
            candidates = List.copyOf(candidates);
        }
    }

    /** What speaks for a match. */
    enum Evidence {
        NIK,
        SAME_NAME,
        SIMILAR_NAME,
        NEWBORN_WITHOUT_NAME,
        PARENTS,
        VILLAGE
    }

    /** What a person has to settle. */
    enum Why {
        SEVERAL_LIKELY,
        ONE_POSSIBLE
    }
}

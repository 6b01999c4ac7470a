package id.tumbuh.intervention.circumstance;

import java.util.Set;

/**
 * What the latest check of a child or a pregnant woman shows.
 *
 * @param version grows with every change of the checks it is read from; 0 before the first
 */
public record Signs(long version, Set<Cause> causes) {
    static final Signs NONE = new Signs(0, Set.of());

    public Signs {
        causes = Set.copyOf(causes);
    }
}

package id.tumbuh.registry.imports;

import java.util.List;

/**
 * A row and the child it is about.
 *
 * @param isNew the child is about to be registered
 * @param repeats another row of the same import is about this child and day
 * @param evidence codes of what spoke for the match
 */
record Assigned(LocatedRow located, RegisteredChild child, boolean isNew, boolean repeats, List<String> evidence) {
    Assigned {
        evidence = List.copyOf(evidence);
    }

    int number() {
        return located.row().number();
    }
}

package id.tumbuh.registry.imports.eppgbm;

import id.tumbuh.registry.imports.cells.Finding;
import java.util.List;

/** What a row turned out to be. */
public sealed interface RowReading permits EppgbmRow, RowReading.Rejected {

    int number();

    /** At least one cell that matters can't be taken; all of them are named at once. */
    record Rejected(int number, List<Finding> findings) implements RowReading {
        public Rejected {
            findings = List.copyOf(findings);
        }
    }
}

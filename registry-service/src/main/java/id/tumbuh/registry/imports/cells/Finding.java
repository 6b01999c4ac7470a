package id.tumbuh.registry.imports.cells;

import java.util.Optional;

/** What is wrong in which column, never what was written there. The column is a name of ours, not the title in the file. */
public record Finding(String column, Reason reason) {

    /** For a column of text: {@code BERAT:NOT_A_NUMBER}. */
    public String code() {
        return column + ":" + reason.name();
    }

    public static Optional<Finding> of(String code) {
        int colon = code.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Finding(code.substring(0, colon), Reason.valueOf(code.substring(colon + 1))));
    }
}

package id.tumbuh.registry.imports.eppgbm;

import java.util.Optional;

/** What is wrong in which column, never what was written there. */
public record Finding(Column column, Reason reason) {

    /** For a column of text: {@code BERAT:NOT_A_NUMBER}. */
    public String code() {
        return column.name() + ":" + reason.name();
    }

    public static Optional<Finding> of(String code) {
        int colon = code.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Column.valueOf(code.substring(0, colon)), Reason.valueOf(code.substring(colon + 1))));
    }
}

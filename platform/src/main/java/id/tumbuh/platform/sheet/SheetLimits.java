package id.tumbuh.platform.sheet;

/**
 * How much of a file is read at most.
 *
 * @param unpackedBytes of all parts together
 * @param parts entries of the package
 * @param sharedTextBytes of the table of texts, the only thing of a file that is held in memory
 */
public record SheetLimits(
        long unpackedBytes, int parts, int sharedTexts, int sharedTextBytes, int rows, int columns, int cellLength) {

    /** A province's month fits; Excel itself allows a cell no more than 32,767 characters. */
    public static final SheetLimits USUAL =
            new SheetLimits(1_000_000_000L, 1_000, 4_000_000, 64_000_000, 2_000_000, 200, 32_767);
}

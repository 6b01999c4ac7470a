package id.tumbuh.platform.sheet;

/** The text of one cell while it is collected. */
final class BoundedText {
    private final StringBuilder text = new StringBuilder();
    private final int limit;

    BoundedText(int limit) {
        this.limit = limit;
    }

    void append(char[] letters, int from, int length) throws UnreadableSheet {
        if (text.length() + length > limit) {
            throw new UnreadableSheet(FileProblem.CELL_TOO_LONG);
        }
        text.append(letters, from, length);
    }

    void clear() {
        text.setLength(0);
    }

    String value() {
        return text.toString();
    }
}

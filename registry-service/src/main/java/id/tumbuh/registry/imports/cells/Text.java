package id.tumbuh.registry.imports.cells;

import id.tumbuh.platform.sheet.CellValue;
import java.math.BigDecimal;
import java.util.Optional;

/** Words of a cell, without what only looks like content. */
public final class Text {
    private static final int LONGEST_WORDS = 500;

    private Text() {}

    /** The words of a cell; empty for nothing, a dash, or blanks of any kind. */
    public static Optional<String> of(CellValue cell) {
        String words = switch (cell) {
            case CellValue.Text(String text) -> plain(text);
            case CellValue.Figure(double value) -> digits(value);
            case CellValue.Day(var day) -> day.toString();
            case CellValue.Clock(int hours, int minutes) -> hours + ":" + minutes;
            case CellValue.Empty _ -> "";
        };
        return words.isEmpty() || words.equals("-") || words.length() > LONGEST_WORDS
                ? Optional.empty()
                : Optional.of(words);
    }

    public static boolean isBlank(CellValue cell) {
        return switch (cell) {
            case CellValue.Empty _ -> true;
            case CellValue.Text(String text) -> {
                String plain = plain(text);
                yield plain.isEmpty() || plain.equals("-");
            }
            case CellValue.Figure _, CellValue.Day _, CellValue.Clock _ -> false;
        };
    }

    /** Without the blanks at both ends and with single ones between: no-break spaces and control characters count as blanks. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean blank = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (Character.isWhitespace(letter)
                    || Character.isSpaceChar(letter)
                    || Character.isISOControl(letter)
                    || letter == '\uFEFF'
                    || letter == '\u200B') {
                blank = true;
            } else {
                if (blank && !plain.isEmpty()) {
                    plain.append(' ');
                }
                blank = false;
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    /** A NIK or RT kept as a number, without the exponent that a double would print. */
    private static String digits(double value) {
        return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }
}

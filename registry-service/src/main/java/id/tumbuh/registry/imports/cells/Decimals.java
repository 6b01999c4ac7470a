package id.tumbuh.registry.imports.cells;

import id.tumbuh.platform.sheet.CellValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures as people type them: {@code 8.3}, {@code 8,3}, {@code 8:30}, or 8:30 where Excel took 8.30 for a time. */
public final class Decimals {
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,6})(?:[.,:](\\d{1,10}))?(?::00)?");
    private static final int DIGITS_KEPT = 3;

    private Decimals() {}

    /** Empty if the cell says something that is no number. */
    public static Optional<BigDecimal> read(CellValue cell) {
        return switch (cell) {
            case CellValue.Figure(double value) -> figure(value);
            case CellValue.Text(String text) -> text(Text.plain(text));
            case CellValue.Clock(int hours, int minutes) ->
                Optional.of(kept(BigDecimal.valueOf(hours).add(BigDecimal.valueOf(minutes, 2))));
            case CellValue.Day _, CellValue.Empty _ -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> figure(double value) {
        return Math.abs(value) < 1_000_000 ? Optional.of(kept(BigDecimal.valueOf(value))) : Optional.empty();
    }

    private static Optional<BigDecimal> text(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String fraction = written.group(2);
        return Optional.of(kept(new BigDecimal(written.group(1) + (fraction == null ? "" : "." + fraction))));
    }

    /** To the gram and the hundredth of a millimetre, and 8.30 like 8.3: how it was typed is not part of a measurement. */
    public static BigDecimal kept(BigDecimal value) {
        BigDecimal rounded = value.setScale(DIGITS_KEPT, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}

package id.tumbuh.platform.sheet;

import java.time.LocalDate;

/** Figures as the format writes them. */
final class Figures {
    /** Excel counts 1900 as a leap year; from March 1900 on, days counted from here are right. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int DAYS_1904_LATER = 1462;
    private static final int LAST_SERIAL = 2_958_465;
    private static final int MINUTES_A_DAY = 1440;
    private static final int MOST_HOURS = 1_000;

    private Figures() {}

    /** −1 for anything but a short run of digits. */
    static int whole(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int each = 0; each < digits.length(); each++) {
            int digit = digits.charAt(each) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    /** Reads what {@code Double.parseDouble} reads, in a sane length; anything else is text. */
    static CellValue value(String text, NumberFormats.Kind kind, boolean from1904) {
        double value;
        try {
            value = text.length() > 40 ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException _) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            return new CellValue.Text(text);
        }
        return switch (kind) {
            case FIGURE -> new CellValue.Figure(value);
            case DATE -> day(value, from1904);
            case TIME -> clock(value);
        };
    }

    private static CellValue day(double serial, boolean from1904) {
        double shifted = from1904 ? serial + DAYS_1904_LATER : serial;
        return shifted >= 1 && shifted <= LAST_SERIAL
                ? new CellValue.Day(DAY_ZERO.plusDays((long) shifted))
                : new CellValue.Figure(serial);
    }

    private static CellValue clock(double days) {
        long minutes = Math.round(days * MINUTES_A_DAY);
        return days >= 0 && minutes < MOST_HOURS * 60L
                ? new CellValue.Clock((int) (minutes / 60), (int) (minutes % 60))
                : new CellValue.Figure(days);
    }
}

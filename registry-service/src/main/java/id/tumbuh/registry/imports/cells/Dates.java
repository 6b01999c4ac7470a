package id.tumbuh.registry.imports.cells;

import id.tumbuh.platform.sheet.CellValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as exports write them: {@code 2024-06-30}, {@code 30/06/2024}, {@code 30-06-2024}, or Excel's count of days. */
public final class Dates {
    /** A midnight may follow, as databases print it. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T]0?0:00(?::00)?(?:\\.0+)?)?");

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    /** 1954 and 2064: outside of them a number in a date column is no date. */
    private static final int FIRST_SERIAL = 20_000;

    private static final int LAST_SERIAL = 60_000;

    private Dates() {}

    /** Empty if the cell says something that is no date; blank cells are the caller's business. */
    public static Optional<LocalDate> read(CellValue cell) {
        return switch (cell) {
            case CellValue.Day(LocalDate day) -> Optional.of(day);
            case CellValue.Figure(double serial) -> serial(serial);
            case CellValue.Text(String text) -> text(Text.plain(text));
            case CellValue.Clock _, CellValue.Empty _ -> Optional.empty();
        };
    }

    private static Optional<LocalDate> text(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1));
        }
        return SERIAL.matcher(text).matches() ? serial(Double.parseDouble(text)) : Optional.empty();
    }

    private static Optional<LocalDate> serial(double serial) {
        return serial >= FIRST_SERIAL && serial < LAST_SERIAL
                ? Optional.of(SERIAL_ZERO.plusDays((long) serial))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}

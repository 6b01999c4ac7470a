package id.tumbuh.registry.imports.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a source writes days: {@code dd/MM/yyyy}, {@code d MMMM yyyy} with Indonesian names of months. */
public final class DayFormat {
    private static final Pattern ALLOWED = Pattern.compile("(?=.*d)(?=.*M)(?=.*y)[dMy /.,-]{5,20}");
    private static final Locale INDONESIAN = Locale.of("id");
    private static final LocalDate EXAMPLE = LocalDate.of(2024, 12, 31);

    private final String pattern;
    private final DateTimeFormatter formatter;

    private DayFormat(String pattern, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
    }

    /** Empty unless the pattern writes a day in a way that reads back as the same day. */
    public static Optional<DayFormat> of(String pattern) {
        if (!ALLOWED.matcher(pattern).matches()) {
            return Optional.empty();
        }
        try {
            DayFormat format = new DayFormat(
                    pattern,
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(pattern.replace('y', 'u'))
                            .toFormatter(INDONESIAN)
                            .withResolverStyle(ResolverStyle.STRICT));
            return format.read(format.formatter.format(EXAMPLE))
                    .filter(EXAMPLE::equals)
                    .map(_ -> format);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    Optional<LocalDate> read(String written) {
        try {
            return Optional.of(LocalDate.parse(written, formatter));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public String pattern() {
        return pattern;
    }
}

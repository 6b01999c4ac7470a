package id.tumbuh.measurement.quality;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A sign in words, with its figures. */
final class Reason {

    private static final Locale INDONESIAN = Locale.of("id", "ID");

    private Reason() {}

    static String of(Reading reading, Locale language) {
        String sign = capitalised(reading.sign().text(language));
        return switch (reading.sign()) {
            case SPREAD -> sign + ": " + number("0.00", reading.value(), language);
            case NO_CASE ->
                sign
                        + (english(language) ? " among " : " di antara ")
                        + reading.denominator()
                        + (english(language) ? " measured" : " yang diukur");
            case IMPLAUSIBLE, ROUNDED_HEIGHTS, ROUNDED_WEIGHTS, REPEATS, SHRUNK, POSITION_AGAINST_AGE ->
                sign + ": " + reading.numerator() + (english(language) ? " of " : " dari ") + reading.denominator()
                        + " (" + number("0.#%", reading.value(), language) + ")";
        };
    }

    private static String number(String pattern, @Nullable Double value, Locale language) {
        Locale locale = english(language) ? Locale.ENGLISH : INDONESIAN;
        return value == null ? "-" : new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(value);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static boolean english(Locale language) {
        return language.getLanguage().equals("en");
    }
}

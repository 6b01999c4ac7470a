package id.tumbuh.measurement.chart;

import id.tumbuh.platform.http.Languages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language of a chart. Both wordings stand side by side where they are used, so that none can be forgotten. */
enum Language {
    ID("id", Languages.INDONESIAN),
    EN("en", Locale.ENGLISH);

    private static final int BEYOND_ANY_BODY = 1000;
    private static final int BEYOND_ANY_Z = 99;

    private final String tag;
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter month;
    private final DateTimeFormatter shortMonth;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
        day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        shortDay = DateTimeFormatter.ofPattern("d MMM yyyy", locale);
        month = DateTimeFormatter.ofPattern("MMMM yyyy", locale);
        shortMonth = DateTimeFormatter.ofPattern("MMM yyyy", locale);
    }

    static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    static Language of(Locale locale) {
        return locale.getLanguage().equals(EN.tag) ? EN : ID;
    }

    String tag() {
        return tag;
    }

    String say(String indonesian, String english) {
        return this == ID ? indonesian : english;
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String shortDay(LocalDate date) {
        return shortDay.format(date);
    }

    String month(LocalDate date) {
        return month.format(date);
    }

    String shortMonth(LocalDate date) {
        return shortMonth.format(date);
    }

    /** A measure: one decimal, or two where there are two. What no body has is cut short: it must fit its column. */
    String measure(double value) {
        if (!(value < BEYOND_ANY_BODY)) {
            return "> " + BEYOND_ANY_BODY;
        }
        BigDecimal number = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        BigDecimal shorter = number.setScale(1, RoundingMode.DOWN);
        return write(shorter.compareTo(number) == 0 ? shorter : number);
    }

    /** Of a weight: whole grams. */
    String grams(int grams) {
        return NumberFormat.getIntegerInstance(locale).format(grams) + " g";
    }

    /** A gain with its sign, as it stands in a column. */
    String signedGain(int grams) {
        String size = NumberFormat.getIntegerInstance(locale).format(Math.abs(grams));
        return grams > 0 ? "+" + size : signed(grams < 0 ? "-" + size : size);
    }

    /** A z-score on the two decimals that decide, or a dash where there is none. */
    String z(double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        if (Math.abs(value) >= BEYOND_ANY_Z) {
            return value > 0 ? "> " + BEYOND_ANY_Z : signed("< -" + BEYOND_ANY_Z);
        }
        return write(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
    }

    /** A line of the standard: +2, 0, −3. */
    static String deviations(int deviations) {
        return deviations > 0 ? "+" + deviations : signed(String.valueOf(deviations));
    }

    private String write(BigDecimal number) {
        String plain = signed(number.toPlainString());
        return this == ID ? plain.replace('.', ',') : plain;
    }

    private static String signed(String number) {
        return number.replace('-', '\u2212');
    }
}

package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.Sex;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words that stand in more than one part of the sheet. */
final class Wording {

    private Wording() {}

    static String sex(Sex sex, Language language) {
        return switch (sex) {
            case L -> language.say("laki-laki", "boy");
            case P -> language.say("perempuan", "girl");
        };
    }

    /** The official name; in English what WHO calls it, which is the name of the constant. */
    static String category(Category category, Language language) {
        String name = category.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return language.say(category.label(), name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    static String status(GrowthPoint point, Language language) {
        Category category = point.category();
        return switch (point.standing()) {
            case DOUBTFUL -> doubtful(language);
            case OUTSIDE -> language.say("Di luar standar", "Outside the standard");
            case NORMAL, LOW, VERY_LOW, HIGH -> named(category, language) + (point.oedema() ? oedema(language) : "");
        };
    }

    private static String named(@Nullable Category category, Language language) {
        return category == null ? "" : category(category, language);
    }

    private static String oedema(Language language) {
        return language.say(" (bengkak)", " (oedema)");
    }

    static String doubtful(Language language) {
        return language.say("Perlu diperiksa ulang", "To be checked again");
    }

    /** What was measured, as precisely as it was; what is computed from it on one decimal. */
    static String figure(GrowthPoint point, ChartIndex chart, Language language) {
        return language.measure(chart == ChartIndex.IMTU ? Math.round(point.value() * 10) / 10.0 : point.value());
    }

    static String value(GrowthPoint point, ChartIndex chart, Language language) {
        return figure(point, chart, language) + " " + chart.unit();
    }

    /** The letter of the card and, where two weights that can be believed are compared, the gain: T +100. */
    static String mark(@Nullable WeightChange change, Language language) {
        if (change == null) {
            return "";
        }
        String letter = change.mark().text();
        return change.comparable() && change.mark().gainGrams() != null
                ? letter + " " + language.signedGain(change.grams())
                : letter;
    }

    /** Months and days of the calendar, as a mother counts them. */
    static String age(LocalDate birth, LocalDate day, Language language) {
        if (day.isBefore(birth)) {
            return "\u2013";
        }
        long months = ChronoUnit.MONTHS.between(birth, day);
        long days = ChronoUnit.DAYS.between(birth.plusMonths(months), day);
        return months + language.say(" bln ", " mo ") + days + language.say(" hr", " d");
    }
}

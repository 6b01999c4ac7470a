package id.tumbuh.measurement.maternal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A sentence in the two languages of the platform. */
record Words(String indonesian, String english) {

    /** Figures are put in for {@code {0}} (measured) and {@code {1}} (limit), as the language writes them. */
    String in(Locale language, double measured, double limit) {
        String text = language.getLanguage().equals("en") ? english : indonesian;
        return text.replace("{0}", figure(language, measured)).replace("{1}", figure(language, limit));
    }

    String in(Locale language) {
        return language.getLanguage().equals("en") ? english : indonesian;
    }

    private static String figure(Locale language, double value) {
        // every decimal there is: a figure rounded to its limit would contradict the verdict beside it
        return new DecimalFormat("0.##########", DecimalFormatSymbols.getInstance(language)).format(value);
    }
}

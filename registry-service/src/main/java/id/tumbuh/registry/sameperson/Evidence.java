package id.tumbuh.registry.sameperson;

import java.util.Locale;

/**
 * One thing that speaks for two records being of one person, or against it. It says how alike, never what.
 *
 * @param weight in bits: the logarithm, to base 2, of how much likelier it is among records of one person than by chance
 */
public record Evidence(Field field, Likeness likeness, double weight) {

    /** In the language of the reader, without any value of the persons. */
    public String sentence(Locale locale) {
        return locale.getLanguage().equals("en")
                ? field.english() + " " + likeness.english() + "."
                : field.indonesian() + " " + likeness.indonesian() + ".";
    }
}

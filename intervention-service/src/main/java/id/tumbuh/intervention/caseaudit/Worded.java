package id.tumbuh.intervention.caseaudit;

import java.util.Locale;

/** Something with words for it in two languages. */
interface Worded {
    String indonesian();

    String english();

    default String in(Locale language) {
        return language.equals(Locale.ENGLISH) ? english() : indonesian();
    }
}

package id.tumbuh.journeys;

import java.time.LocalDate;
import java.util.Set;

/**
 * A child on the scales and the length board, with what WHO's tables and the growth card make of it: told without the services.
 *
 * @param month counted from the baseline
 * @param heightForAge z-score TB/U
 * @param notGained how many T there are in a row, with this one
 * @param signs what calls for help besides being stunted, by the codes of needs
 */
record Visit(
        int month,
        LocalDate day,
        int ageDays,
        int grams,
        int lengthMm,
        double heightForAge,
        Mark mark,
        int notGained,
        Set<String> signs) {
    static final String NOT_GAINED_TWICE = "NOT_GAINED_TWICE";

    /** The letters of the growth card. */
    enum Mark {
        B,
        O,
        N,
        T
    }

    Visit {
        signs = Set.copyOf(signs);
    }

    boolean isStunted() {
        return heightForAge < -2;
    }

    boolean isSeverelyStunted() {
        return heightForAge < -3;
    }

    boolean isNotGainedTwice() {
        return signs.contains(NOT_GAINED_TWICE);
    }
}

package id.tumbuh.local.demo;

import java.time.YearMonth;

/**
 * What file to make. The same seed, number of children and birth window are the same children: a later {@code month}
 * is their next weighing, without those who turned five meanwhile.
 *
 * @param born the month at whose weighing every child is 0 to 59 months old
 * @param brokenRows rows that an importer must reject, strewn between the others and not counted as children
 */
public record FileOptions(int children, long seed, YearMonth month, YearMonth born, int brokenRows) {

    /** Under-fives of the kabupaten. */
    public static final int WHOLE_KABUPATEN = 128_185;

    static final YearMonth USUAL_MONTH = YearMonth.of(2024, 7);

    /** Refuses what no file can hold. */
    public FileOptions {
        if (children < 1 || children > WHOLE_KABUPATEN) {
            throw new IllegalArgumentException("From 1 to " + WHOLE_KABUPATEN + " children, not " + children);
        }
        if (brokenRows < 0) {
            throw new IllegalArgumentException("Broken rows can't be fewer than none: " + brokenRows);
        }
        if (month.isBefore(born)) {
            throw new IllegalArgumentException("The children of " + born + " are not born yet in " + month);
        }
    }

    /** Well-formed rows of July 2024. */
    public static FileOptions of(int children, long seed) {
        return new FileOptions(children, seed, USUAL_MONTH, USUAL_MONTH, 0);
    }

    /** The same children, weighed in another month. */
    public FileOptions weighedIn(YearMonth later) {
        return new FileOptions(children, seed, later, born, brokenRows);
    }

    /** Children born so that all are under five in that month. */
    public FileOptions bornFor(YearMonth window) {
        return new FileOptions(children, seed, month.isBefore(window) ? window : month, window, brokenRows);
    }

    /** The same file with broken rows strewn in. */
    public FileOptions withBrokenRows(int rows) {
        return new FileOptions(children, seed, month, born, rows);
    }
}

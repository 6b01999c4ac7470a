package id.tumbuh.reporting.listed;

import id.tumbuh.reporting.listed.IndicatorList.Words;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in its place of a list.
 *
 * @param indicator under which its figures are recorded, in whichever list it stands
 * @param source where its wording is from
 */
public record ListEntry(
        int place,
        String indicator,
        Words name,
        Group group,
        Unit unit,
        boolean lowerIsBetter,
        Standing standing,
        String source,
        @Nullable Computed computed) {

    /** How the list orders them. */
    public record Group(String code, Words name) {}

    /**
     * The figure that events give.
     *
     * @param code the indicator that is computed
     * @param difference in what it is not quite what the list asks for
     */
    public record Computed(String code, Words difference) {}

    /** What its value is in. */
    public enum Unit {
        PERCENT,
        /** So many, of nobody. */
        COUNT
    }

    /** How sure it is that the list has it, in these words. */
    public enum Standing {
        /** Read in the law itself. */
        LAW,
        /** As an office or the press quotes it. */
        PUBLISHED,
        /** Not established yet. */
        OPEN
    }
}

package id.tumbuh.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seven numbers a secretary asks for first, in words of one language.
 *
 * @param asOf when the latest event happened that they include; null before the first
 */
record Glance(String area, @Nullable String asOf, List<Shown> numbers) {
    Glance {
        numbers = List.copyOf(numbers);
    }

    /**
     * One of them with what it is made of.
     *
     * @param code names it on the page and in the answer: {@code survey, cases, found, weighed, krs, unaccompanied, unsponsored}
     * @param first the line below the value
     * @param second one more, or empty
     */
    record Shown(String code, String label, String value, String first, String second) {}
}

package id.tumbuh.reporting.survey;

import org.jspecify.annotations.Nullable;

/**
 * Which statements are asked for.
 *
 * @param indicator null for all
 * @param year null for all
 */
public record Question(
        String area, @Nullable String indicator, @Nullable Integer year) {

    public static Question of(String area, String indicator) {
        return new Question(area, indicator, null);
    }
}

package id.tumbuh.reporting.quality;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of measuring-quality-assessed.v1 that is kept. */
record Assessment(
        UUID posyanduId, String month, String areaCode, long measured, String verdict, List<Sign> indicators) {
    static final String IMPLAUSIBLE = "IMPLAUSIBLE";
    static final String SPREAD = "SPREAD";
    static final String ROUNDED_HEIGHTS = "ROUNDED_HEIGHTS";
    static final String NO_CASE = "NO_CASE";
    private static final List<String> UNWELL = List.of("POOR", "ATTENTION");

    /** One sign with its numbers. */
    record Sign(
            String code,
            long numerator,
            long denominator,
            @Nullable Double value,
            String verdict) {}

    Optional<Sign> sign(String code) {
        return indicators.stream().filter(sign -> sign.code().equals(code)).findFirst();
    }

    long numerator(String code) {
        return sign(code).map(Sign::numerator).orElse(0L);
    }

    long denominator(String code) {
        return sign(code).map(Sign::denominator).orElse(0L);
    }

    /** Why to measure again. */
    List<Sign> unwell() {
        return indicators.stream()
                .filter(sign -> UNWELL.contains(sign.verdict()))
                .toList();
    }

    boolean hasNoCase() {
        return unwell().stream().anyMatch(sign -> sign.code().equals(NO_CASE));
    }
}

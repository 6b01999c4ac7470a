package id.tumbuh.reporting.quality;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posyandu whose figures do not look well.
 *
 * @param month of its newest assessment
 * @param classed children with a plausible height for age
 * @param cases those of them who are stunted
 */
public record WeakPosyandu(
        UUID posyanduId,
        String area,
        @Nullable String areaName,
        YearMonth month,
        String verdict,
        long measured,
        long cases,
        long classed,
        List<Sign> signs) {

    /** What is not well, with its numbers. */
    public record Sign(
            String code,
            long numerator,
            long denominator,
            @Nullable Double value,
            String verdict) {}
}

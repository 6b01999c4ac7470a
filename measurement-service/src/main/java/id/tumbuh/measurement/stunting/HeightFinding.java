package id.tumbuh.measurement.stunting;

import id.tumbuh.measurement.growth.Stunting;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * What one plausible, not voided measurement says about stunting.
 *
 * @param z length or height for age on two decimals
 */
public record HeightFinding(UUID measurementId, LocalDate measuredOn, Stunting stunting, double z) {

    /** By day, then by id as it is written, which is also how PostgreSQL orders it ({@code UUID.compareTo} is signed). */
    static final Comparator<HeightFinding> OLDEST_FIRST = Comparator.comparing(HeightFinding::measuredOn)
            .thenComparing(finding -> finding.measurementId().toString());
}

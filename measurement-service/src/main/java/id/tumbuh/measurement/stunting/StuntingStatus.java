package id.tumbuh.measurement.stunting;

import id.tumbuh.measurement.growth.Stunting;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a child stands, and on what that rests.
 *
 * @param since day of the first measurement of the unbroken row that says the same; null without any measurement
 * @param newest the measurement that decides; null without any
 */
public record StuntingStatus(
        Stunting stunting,
        @Nullable LocalDate since,
        @Nullable HeightFinding newest) {

    /** The newest finding decides. A child nobody has measured counts as normal. */
    public static StuntingStatus of(Collection<HeightFinding> findings) {
        List<HeightFinding> newestFirst =
                findings.stream().sorted(HeightFinding.OLDEST_FIRST.reversed()).toList();
        if (newestFirst.isEmpty()) {
            return new StuntingStatus(Stunting.NORMAL, null, null);
        }
        HeightFinding newest = newestFirst.getFirst();
        LocalDate since = newestFirst.stream()
                .takeWhile(finding -> finding.stunting() == newest.stunting())
                .toList()
                .getLast()
                .measuredOn();
        return new StuntingStatus(newest.stunting(), since, newest);
    }
}

package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a child's growth, the oldest measurement first.
 *
 * @param unread how many still older measurements were not read
 */
record ChartedChild(Sex sex, LocalDate birthDate, List<ChartedMeasurement> measurements, int unread) {

    ChartedChild {
        measurements = List.copyOf(measurements);
    }

    @Nullable
    ChartedMeasurement newest() {
        return measurements.isEmpty() ? null : measurements.getLast();
    }

    boolean underFive(LocalDate today) {
        return today.isBefore(birthDate) || Age.on(today, birthDate).coveredByStandard();
    }
}

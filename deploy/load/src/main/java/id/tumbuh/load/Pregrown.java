package id.tumbuh.load;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Measurements of children who grow along the median and gain a little less than the minimum every third month. */
final class Pregrown {
    private Pregrown() {}

    static String batch(List<UUID> children, LocalDate day, YearMonth first) {
        return children.stream().map(child -> row(child, day, first)).collect(Collectors.joining(",", "[", "]"));
    }

    /** A random id, as phones make them: the hardest kind for an index. */
    static String row(UUID child, LocalDate day, YearMonth first) {
        long months = ChronoUnit.MONTHS.between(first, YearMonth.from(day));
        long millimetres = 545 + Math.round(105 * Math.sqrt((double) months));
        long grams = 4_300 + Math.round(1_650 * Math.sqrt((double) months)) - (months % 3 == 2 ? 250 : 0);
        return "{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",\"weightKg\":%d.%03d,\"lengthHeightCm\":%d.%d,\"source\":\"POSYANDU\"}"
                .formatted(
                        UUID.randomUUID(),
                        child,
                        day,
                        grams / 1_000,
                        grams % 1_000,
                        millimetres / 10,
                        millimetres % 10);
    }
}

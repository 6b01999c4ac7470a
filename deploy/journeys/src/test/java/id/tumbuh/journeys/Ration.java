package id.tumbuh.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Food of a week for a child, as the plan has it, and what became of it: drawn, so that the counts are known beforehand.
 *
 * @param week of the promise, from 0
 */
record Ration(UUID id, SerangChild child, int week, LocalDate day, int mealDays) {
    private static final int EGGS_A_DAY = 2;
    /** Rule {@code delivery.grace-days}. */
    private static final int GRACE_DAYS = 3;

    /** What was told of it. */
    enum Fate {
        DELIVERED,
        /** Some of it was eaten by others on the way. */
        DELIVERED_SHORT,
        MISSED,
        REFUSED,
        /** Nobody sent anything. */
        UNTOLD;

        boolean came() {
            return this == DELIVERED || this == DELIVERED_SHORT;
        }
    }

    static Ration of(JsonNode delivery, SerangChild child, LocalDate promisedFrom) {
        LocalDate day = LocalDate.parse(delivery.get("plannedOn").asText());
        return new Ration(
                UUID.fromString(delivery.get("id").asText()),
                child,
                (int) promisedFrom.until(day, ChronoUnit.WEEKS),
                day,
                delivery.get("plannedQuantity").asInt());
    }

    Fate fate() {
        int luck = new Random(101L * child.told().number() + week).nextInt(100);
        if (luck < 84) {
            return Fate.DELIVERED;
        }
        if (luck < 88 && mealDays > 2) {
            return Fate.DELIVERED_SHORT;
        }
        if (luck < 93) {
            return Fate.MISSED;
        }
        return luck < 96 ? Fate.REFUSED : Fate.UNTOLD;
    }

    /** What became of it by a day on which it was due; nothing yet where nobody told and time has not decided. */
    Optional<String> became(LocalDate today) {
        return switch (fate()) {
            case DELIVERED, DELIVERED_SHORT -> Optional.of("DELIVERED");
            case MISSED -> Optional.of("MISSED");
            case REFUSED -> Optional.of("REFUSED");
            case UNTOLD -> day.isBefore(today.minusDays(GRACE_DAYS)) ? Optional.of("MISSED") : Optional.empty();
        };
    }

    int eggs() {
        return fate().came() ? EGGS_A_DAY * brought() : 0;
    }

    private int brought() {
        return fate() == Fate.DELIVERED_SHORT ? mealDays - 2 : mealDays;
    }

    /** The report of whoever brought it. */
    String report(UUID kitchen) {
        String begin = "{\"id\":\"%s\",\"day\":\"%s\",\"providerId\":\"%s\",".formatted(id, day, kitchen);
        return begin
                + switch (fate()) {
                    case DELIVERED, DELIVERED_SHORT ->
                        "\"outcome\":\"DELIVERED\",\"quantity\":%d,\"taken\":{\"item\":\"EGG\",\"unit\":\"PIECE\",\"quantity\":%d}}"
                                .formatted(brought(), eggs());
                    case MISSED -> "\"outcome\":\"MISSED\",\"reason\":\"NOT_HOME\"}";
                    case REFUSED -> "\"outcome\":\"REFUSED\",\"reason\":\"NOT_WANTED\"}";
                    case UNTOLD -> throw new IllegalStateException("nobody tells");
                };
    }
}

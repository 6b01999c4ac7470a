package id.tumbuh.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A synthetic child that is weighed month after month: most along their line, some not gaining for a while, as on real cards. The
 * same child on the same day always weighs the same.
 */
public final class GrowingChild {

    private final UUID id;
    private final Sex sex;
    private final LocalDate birthDate;
    private final double height;
    private final double weight;
    private final boolean stagnates;

    public GrowingChild(UUID id, String sex, LocalDate birthDate) {
        this.id = id;
        this.sex = Sex.valueOf(sex);
        this.birthDate = birthDate;
        Random own = new Random(id.getLeastSignificantBits());
        height = -1.1 + own.nextGaussian();
        weight = -0.4 + 0.9 * own.nextGaussian();
        stagnates = own.nextInt(6) == 0;
    }

    /** Whether the child comes on a day; most do. */
    public boolean comes(LocalDate day) {
        return new Random(id.getMostSignificantBits() ^ day.toEpochDay()).nextInt(10) < 7;
    }

    /**
     * The row of {@code measurements:batch} for a day, or nothing outside the ages of the standard.
     *
     * @param heldBackSince since when a child that stagnates has not gained
     */
    public Optional<String> weighed(LocalDate on, LocalDate heldBackSince, UUID posyandu) {
        int day = (int) ChronoUnit.DAYS.between(birthDate, on);
        if (day < 0 || day > WhoTables.LAST_DAY) {
            return Optional.empty();
        }
        int lengthMm = (int) Math.round(WhoTables.lengthAt(sex, day, height));
        int weighedAs = stagnates && on.isAfter(heldBackSince)
                ? Math.max(0, (int) ChronoUnit.DAYS.between(birthDate, heldBackSince))
                : day;
        int lengthThen = (int) Math.round(WhoTables.lengthAt(sex, weighedAs, height));
        if (!WhoTables.hasWeightForLength(weighedAs, lengthThen)) {
            return Optional.empty();
        }
        long grams = Math.round(WhoTables.weightAt(sex, weighedAs, lengthThen, weight) / 100) * 100;
        UUID measurement = UUID.nameUUIDFromBytes((id + "/" + on).getBytes(StandardCharsets.UTF_8));
        return Optional.of(String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",\"posyanduId\":\"%s\",\"weightKg\":%.1f,"
                        + "\"lengthHeightCm\":%.1f,\"position\":\"%s\",\"source\":\"POSYANDU\"}",
                measurement,
                id,
                on,
                posyandu,
                grams / 1000.0,
                lengthMm / 10.0,
                day < WhoTables.STANDING_FROM_DAY ? "LYING" : "STANDING"));
    }
}

package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.TestDatabase;
import id.tumbuh.registry.screening.Contraception;
import id.tumbuh.registry.screening.DrinkingWater;
import id.tumbuh.registry.screening.Latrine;
import java.time.LocalDate;
import java.util.UUID;

/** Valid and boring families. */
public final class FamilyFixtures {
    private FamilyFixtures() {}

    public static NewFamily aFamily() {
        return in(TestDatabase.BOJONG_MENTENG);
    }

    public static NewFamily in(AreaCode area) {
        return NewFamily.at(UUID.randomUUID(), area, safe());
    }

    public static NewFamily atRisk() {
        return NewFamily.at(UUID.randomUUID(), TestDatabase.BOJONG_MENTENG, with(DrinkingWater.RAIN));
    }

    public static FamilyConditions safe() {
        return with(DrinkingWater.PIPED);
    }

    public static FamilyConditions with(DrinkingWater water) {
        return new FamilyConditions(
                water,
                Latrine.SEPTIC_TANK,
                Contraception.PILL,
                LocalDate.of(1998, 5, 20),
                false,
                2,
                36,
                LocalDate.of(2025, 1, 15));
    }
}

package id.tumbuh.registry.screening;

/** Main source of drinking water, in the categories of Pendataan Keluarga. */
public enum DrinkingWater {
    BOTTLED,
    REFILL,
    PIPED,
    BOREHOLE,
    PROTECTED_WELL,
    PROTECTED_SPRING,
    RAIN,
    UNPROTECTED_WELL,
    UNPROTECTED_SPRING,
    SURFACE_WATER,
    OTHER
}

package id.tumbuh.registry.screening;

/** Where the family relieves itself. */
public enum Latrine {
    SEPTIC_TANK,
    WITHOUT_SEPTIC_TANK,
    NONE
}

package id.tumbuh.registry.screening;

/** Why a family is looked at. Categories overlap: families are counted, not categories. */
public enum TargetCategory {
    /** Pasangan usia subur: the wife is of child-bearing age. */
    PUS,
    PUS_HAMIL,
    /** A child of 0–23 months. */
    BADUTA,
    /** A child of 24–59 months. */
    BALITA
}

package id.tumbuh.measurement.skdn;

/** Why a closed month was opened again. */
enum ReopeningReason {
    LATE_WEIGHINGS,
    WRONG_FIGURES,
    OTHER
}

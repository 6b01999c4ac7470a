package id.tumbuh.registry.couple;

/** How far a couple is. */
enum CoupleState {
    PLANNED,
    MARRIED,
    CALLED_OFF
}

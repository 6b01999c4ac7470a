package id.tumbuh.registry.pregnancy;

/** How a pregnancy ended. */
public enum Outcome {
    LIVE_BIRTH,
    STILLBIRTH,
    MISCARRIAGE,
    MOTHER_DIED,
    /** It was confirmed by mistake. */
    NO_PREGNANCY
}

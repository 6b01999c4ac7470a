package id.tumbuh.measurement.quality;

/** From nothing to say to worst. */
enum Verdict {
    TOO_FEW,
    GOOD,
    ATTENTION,
    POOR;

    Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

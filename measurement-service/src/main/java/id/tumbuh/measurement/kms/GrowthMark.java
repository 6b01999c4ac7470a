package id.tumbuh.measurement.kms;

/** The letter the official form puts on a weighing, decided in this order: B, O, N, T. */
public enum GrowthMark {
    /** Baru: the first weighing ever. */
    B,
    /** Not weighed in the month before, so there is nothing to compare with. */
    O,
    /** Naik: gained at least the minimum (KBM). */
    N,
    /** Tidak naik. */
    T
}

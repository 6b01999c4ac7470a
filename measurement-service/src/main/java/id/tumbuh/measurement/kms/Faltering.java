package id.tumbuh.measurement.kms;

/** What about a child's newest weighing calls for a referral beyond a single T (2T, BGM). */
public enum Faltering {
    NONE,
    /** 2T. */
    TWICE_NOT_GAINED,
    /** Bawah garis merah, BGM. */
    BELOW_RED_LINE,
    TWICE_NOT_GAINED_BELOW_RED_LINE;

    public static Faltering of(boolean twiceNotGained, boolean belowRedLine) {
        if (twiceNotGained) {
            return belowRedLine ? TWICE_NOT_GAINED_BELOW_RED_LINE : TWICE_NOT_GAINED;
        }
        return belowRedLine ? BELOW_RED_LINE : NONE;
    }

    public boolean twiceNotGained() {
        return this == TWICE_NOT_GAINED || this == TWICE_NOT_GAINED_BELOW_RED_LINE;
    }

    public boolean belowRedLine() {
        return this == BELOW_RED_LINE || this == TWICE_NOT_GAINED_BELOW_RED_LINE;
    }
}

package id.tumbuh.reporting.growth;

import java.util.Locale;

/** Age bands of the SKDN report, in completed months. */
public enum AgeBand {
    MONTHS_0_5(0),
    MONTHS_6_11(6),
    MONTHS_12_23(12),
    MONTHS_24_35(24),
    MONTHS_36_59(36),
    /** Not a balita any more; weighed all the same, counted in no figure. */
    OLDER(60);

    private final int firstMonth;

    AgeBand(int firstMonth) {
        this.firstMonth = firstMonth;
    }

    static AgeBand ofMonths(int months) {
        AgeBand found = MONTHS_0_5;
        for (AgeBand band : values()) {
            if (months >= band.firstMonth) {
                found = band;
            }
        }
        return found;
    }

    /** The band whose first month it is, as stored rows name it. */
    public static AgeBand startingAt(int firstMonth) {
        AgeBand band = ofMonths(firstMonth);
        if (band.firstMonth != firstMonth) {
            throw new IllegalArgumentException("no age band starts at month " + firstMonth);
        }
        return band;
    }

    /** First completed month of the band; names it in stored rows. */
    int firstMonth() {
        return firstMonth;
    }

    /** As it stands in an answer: {@code 12-23}. */
    public String code() {
        return this == OLDER
                ? "60+"
                : name().substring("MONTHS_".length()).replace('_', '-').toLowerCase(Locale.ROOT);
    }
}

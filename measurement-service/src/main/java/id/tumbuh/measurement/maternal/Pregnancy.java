package id.tumbuh.measurement.maternal;

/** Words about a pregnancy. The constants' names stand on the wire. */
final class Pregnancy {

    private Pregnancy() {}

    /** A third of a pregnancy, by completed weeks. */
    enum Trimester {
        FIRST,
        SECOND,
        THIRD
    }

    /** How much haemoglobin is missing. */
    enum Anaemia {
        NONE,
        MILD,
        MODERATE,
        SEVERE
    }
}

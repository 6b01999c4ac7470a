package id.tumbuh.measurement.chart;

/** What the parent is asked to do next, the more urgent the later. */
enum Advice {
    ROUTINE,
    MEASURE_AGAIN,
    ASK,
    REFER,
    URGENT;

    Advice or(Advice other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

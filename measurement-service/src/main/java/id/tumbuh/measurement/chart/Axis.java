package id.tumbuh.measurement.chart;

/**
 * A scale: values from one to another over tenths of a millimetre. Made from the standard's curves alone, never from a
 * child's figures.
 *
 * @param label every how much a number stands
 * @param grid every how much a fine line runs
 */
record Axis(double from, double to, double label, double grid, int start, int end) {

    private static final double ROUNDING = 1e-9;
    private static final int MOST_LABELS = 11;
    private static final double[] STEPS = {0.5, 1, 2, 5, 10};
    private static final double MARGIN = 0.09;

    /** A scale that holds the values with room above and below, to the next round number. */
    static Axis around(double least, double most, int start, int end) {
        double room = (most - least) * MARGIN;
        double step = step(most - least + 2 * room);
        double grid = step / 2;
        double from = Math.max(0, Math.floor((least - room) / grid + ROUNDING) * grid);
        double to = Math.ceil((most + room) / grid - ROUNDING) * grid;
        return new Axis(from, to, step, grid, start, end);
    }

    private static double step(double span) {
        for (double step : STEPS) {
            if (span / step <= MOST_LABELS) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** The first place of a number: a round one. */
    double firstLabel() {
        return label == grid ? from : Math.ceil(from / label - ROUNDING) * label;
    }

    int at(double value) {
        return fineAt(value, 1);
    }

    /** In so many parts of a tenth of a millimetre. */
    int fineAt(double value, int fineness) {
        return (int) Math.round(fineness * (start + (value - from) / (to - from) * (end - start)));
    }

    boolean covers(double value) {
        return value >= from && value <= to;
    }

    /** The place of a value, or the edge it lies beyond. */
    int pinned(double value) {
        return at(Math.clamp(value, from, to));
    }
}

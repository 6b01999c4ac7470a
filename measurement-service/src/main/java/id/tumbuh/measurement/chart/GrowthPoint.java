package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.Measures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A measurement as a chart shows it.
 *
 * @param lengthCm the length that goes with it, also for a child that stood: a height is a length 0.7 cm shorter
 * @param z NaN where the standard says nothing
 */
record GrowthPoint(
        ChartedMeasurement measurement,
        double months,
        double lengthCm,
        double value,
        double z,
        @Nullable Category category,
        Standing standing) {

    private static final double HEIGHT_TO_LENGTH_CM = 0.7;

    /** Those of the child that have the measure of the chart, the oldest first. */
    static List<GrowthPoint> of(ChartedChild child, ChartIndex chart) {
        return child.measurements().stream()
                .filter(one -> value(one, chart) > 0 && (!chart.byLength() || height(one) > 0))
                .map(one -> of(one, chart))
                .toList();
    }

    private static GrowthPoint of(ChartedMeasurement one, ChartIndex chart) {
        Age age = one.age();
        Category category = one.policy().category(one.assessment(), chart.index());
        Standing standing = one.doubtful(chart.index()) ? Standing.DOUBTFUL : Standing.of(category);
        return new GrowthPoint(
                one,
                age == null ? Measures.NONE : age.months(),
                one.measuredStanding() ? height(one) + HEIGHT_TO_LENGTH_CM : height(one),
                value(one, chart),
                one.assessment().z(chart.index()),
                standing == Standing.DOUBTFUL ? null : category,
                standing);
    }

    private static double value(ChartedMeasurement one, ChartIndex chart) {
        return switch (chart) {
            case BBU, BBTB -> one.measures().weightKg();
            case TBU -> height(one);
            case LKU -> one.measures().headCircumferenceCm();
            case IMTU -> one.assessment().bmi();
        };
    }

    private static double height(ChartedMeasurement one) {
        return one.age() == null
                ? one.measures().lengthHeightCm()
                : one.assessment().adjustedLengthHeightCm();
    }

    /** Length or height as the age asks for it. */
    double adjustedLengthHeightCm() {
        return height(measurement);
    }

    /** Whether that is not the figure that was read off the board. */
    boolean adjusted() {
        return Math.abs(adjustedLengthHeightCm() - measurement.measures().lengthHeightCm()) > HEIGHT_TO_LENGTH_CM / 2;
    }

    /** Severe whatever the scales say: the water weighs as well. */
    boolean oedema() {
        return Double.isNaN(z) && category != null;
    }

    boolean drawn() {
        return standing != Standing.OUTSIDE;
    }

    /** Whether the line of the child's growth goes through it. */
    boolean joined() {
        return drawn() && standing != Standing.DOUBTFUL && !oedema();
    }
}

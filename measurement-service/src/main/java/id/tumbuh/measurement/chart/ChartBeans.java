package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.GrowthCurves;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one chart, with its frames made once. */
final class ChartBeans {

    @Produces
    @Singleton
    GrowthChart chart() {
        return new GrowthChart(GrowthCurves.load());
    }
}

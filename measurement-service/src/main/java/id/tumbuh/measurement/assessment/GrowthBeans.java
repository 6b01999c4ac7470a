package id.tumbuh.measurement.assessment;

import id.tumbuh.measurement.growth.WhoGrowthStandard;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one standard, its tables read once, and the clock by which a day begins. */
final class GrowthBeans {

    @Produces
    @Singleton
    WhoGrowthStandard standard() {
        return WhoGrowthStandard.load();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Jakarta"));
    }
}

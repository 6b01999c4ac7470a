package id.tumbuh.reporting.indicator;

import id.tumbuh.reporting.growth.GrowthConsumer;
import id.tumbuh.reporting.household.FamilyConsumer;
import id.tumbuh.reporting.population.PopulationConsumer;
import id.tumbuh.reporting.support.NeedConsumer;
import java.util.List;

/** The consumers whose events figures include: what "as of" looks at. */
public final class Sources {
    public static final List<String> ALL =
            List.of(GrowthConsumer.GROUP, PopulationConsumer.GROUP, FamilyConsumer.GROUP, NeedConsumer.GROUP);

    private Sources() {}

    /** Those of one indicator. */
    static List<String> of(Indicator indicator) {
        return indicator.kind() == Indicator.Kind.GROWTH
                ? List.of(GrowthConsumer.GROUP, PopulationConsumer.GROUP)
                : List.of(indicator.topics().contains("registry.families") ? FamilyConsumer.GROUP : NeedConsumer.GROUP);
    }
}

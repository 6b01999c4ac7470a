package id.tumbuh.reporting.indicator;

import id.tumbuh.reporting.caseaudit.CaseAuditConsumer;
import id.tumbuh.reporting.commitment.CommitmentConsumer;
import id.tumbuh.reporting.couple.CoupleConsumer;
import id.tumbuh.reporting.delivery.DeliveryConsumer;
import id.tumbuh.reporting.growth.GrowthConsumer;
import id.tumbuh.reporting.household.FamilyConsumer;
import id.tumbuh.reporting.population.PopulationConsumer;
import id.tumbuh.reporting.programme.ProgrammeConsumer;
import id.tumbuh.reporting.support.NeedConsumer;
import java.util.List;
import java.util.Map;

/** The consumers whose events figures include: what "as of" looks at. */
public final class Sources {
    public static final List<String> ALL = List.of(
            GrowthConsumer.GROUP,
            PopulationConsumer.GROUP,
            FamilyConsumer.GROUP,
            NeedConsumer.GROUP,
            DeliveryConsumer.GROUP,
            ProgrammeConsumer.GROUP,
            CaseAuditConsumer.GROUP,
            CommitmentConsumer.GROUP,
            CoupleConsumer.GROUP);

    private static final Map<String, String> OF_TOPIC = Map.ofEntries(
            Map.entry("measurement.measurements", GrowthConsumer.GROUP),
            Map.entry("registry.children", PopulationConsumer.GROUP),
            Map.entry("registry.families", FamilyConsumer.GROUP),
            Map.entry("registry.companions", FamilyConsumer.GROUP),
            Map.entry("intervention.needs", NeedConsumer.GROUP),
            Map.entry("intervention.placements", NeedConsumer.GROUP),
            Map.entry("intervention.deliveries", DeliveryConsumer.GROUP),
            Map.entry("intervention.programmes", ProgrammeConsumer.GROUP),
            Map.entry("intervention.case-audits", CaseAuditConsumer.GROUP),
            Map.entry("intervention.commitments", CommitmentConsumer.GROUP),
            Map.entry("registry.couples", CoupleConsumer.GROUP),
            Map.entry("measurement.couple-checks", CoupleConsumer.GROUP));

    private Sources() {}

    /** Those of one indicator, whose topics are each some consumer's. */
    static List<String> of(Indicator indicator) {
        return indicator.topics().stream().map(OF_TOPIC::get).distinct().toList();
    }
}

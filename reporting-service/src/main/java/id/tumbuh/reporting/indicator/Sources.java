package id.tumbuh.reporting.indicator;

import id.tumbuh.reporting.caseaudit.CaseAuditConsumer;
import id.tumbuh.reporting.commitment.CommitmentConsumer;
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
            CommitmentConsumer.GROUP);

    private static final Map<String, String> OF_TOPIC = Map.of(
            "measurement.measurements", GrowthConsumer.GROUP,
            "registry.children", PopulationConsumer.GROUP,
            "registry.families", FamilyConsumer.GROUP,
            "registry.companions", FamilyConsumer.GROUP,
            "intervention.needs", NeedConsumer.GROUP,
            "intervention.placements", NeedConsumer.GROUP,
            "intervention.deliveries", DeliveryConsumer.GROUP,
            "intervention.programmes", ProgrammeConsumer.GROUP,
            "intervention.case-audits", CaseAuditConsumer.GROUP,
            "intervention.commitments", CommitmentConsumer.GROUP);

    private Sources() {}

    /** Those of one indicator, whose topics are each some consumer's. */
    static List<String> of(Indicator indicator) {
        return indicator.topics().stream().map(OF_TOPIC::get).distinct().toList();
    }
}

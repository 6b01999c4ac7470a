package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.measurement.weighing.Measurements.PageEnd;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Reads measurements for a person, and writes down that it was done. The z-scores come out of the stored measures and the
 * rule version the measurement names: the same function, so the same figures.
 */
@ApplicationScoped
class ReadMeasurements {

    private final Database database;
    private final Roster roster;
    private final Measurements measurements;
    private final GrowthRules rules;
    private final WhoGrowthStandard standard;
    private final ExplainMeasurements explain;

    record Page(List<Explanation> measurements, Optional<PageEnd> next) {}

    ReadMeasurements(
            Database database,
            Roster roster,
            Measurements measurements,
            GrowthRules rules,
            WhoGrowthStandard standard,
            ExplainMeasurements explain) {
        this.database = database;
        this.roster = roster;
        this.measurements = measurements;
        this.rules = rules;
        this.standard = standard;
        this.explain = explain;
    }

    /** Empty when there is no such child in the caller's areas. */
    Optional<Page> ofChild(UUID id, Optional<PageEnd> after, int limit, Caller caller) {
        return database.write(
                caller.scope(),
                tx -> roster.find(tx.sql(), id).map(child -> {
                    tx.audit(AuditEntry.of(caller, "READ", "child", id, child.areaCode()));
                    // one more than asked for tells whether there is a next page
                    List<Measurement> found = measurements.page(tx.sql(), id, after, limit + 1);
                    List<Measurement> page = found.subList(0, Math.min(limit, found.size()));
                    return new Page(
                            explain.explain(
                                    tx.sql(),
                                    child,
                                    page.stream()
                                            .map(one -> assessed(one, child, tx.sql()))
                                            .toList()),
                            found.size() > limit ? Optional.of(PageEnd.of(page.getLast())) : Optional.empty());
                }));
    }

    Optional<Explanation> one(UUID id, Caller caller) {
        return database.write(
                caller.scope(),
                tx -> measurements.byId(tx.sql(), List.of(id)).stream()
                        .findFirst()
                        .flatMap(measurement -> roster.find(tx.sql(), measurement.childId())
                                .map(child -> {
                                    tx.audit(AuditEntry.of(caller, "READ", "child", child.id(), child.areaCode()));
                                    return explain.explain(
                                                    tx.sql(), child, List.of(assessed(measurement, child, tx.sql())))
                                            .getFirst();
                                })));
    }

    private AssessedMeasurement assessed(Measurement measurement, RosteredChild child, Handle sql) {
        return AssessedMeasurement.of(measurement, child, standard, rules.ofVersion(measurement.ruleVersion(), sql));
    }
}

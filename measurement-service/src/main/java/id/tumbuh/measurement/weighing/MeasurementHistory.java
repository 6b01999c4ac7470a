package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.sql.SetStatement;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What was believed, and when. A measurement has the day it was taken and, with every revision, the moment it was written down:
 * the latest revisions answer how the child grew, those up to a moment answer what was known of it then.
 */
@ApplicationScoped
class MeasurementHistory {

    private static final List<String> SCORES = List.of(
            "z_length_height",
            "z_weight",
            "z_weight_for_length",
            "z_bmi",
            "z_head",
            "z_arm",
            "z_triceps",
            "z_subscapular");
    private static final String COLUMNS = """
            id, child_id, counted_in, posyandu_id, kit, measured_on, source, version, voided, weight_kg, length_height_cm,
            position, head_circumference_cm, arm_circumference_cm, triceps_mm, subscapular_mm, oedema, rule_version,
            growth_mark, not_gained, twice_not_gained, gain_grams, minimum_gain, below_red_line, card_rule, recorded_at,
            recorded_by, reason, z_length_height, z_weight, z_weight_for_length, z_bmi, z_head, z_arm, z_triceps,
            z_subscapular""";

    private final Database database;
    private final Roster roster;
    private final GrowthRules rules;

    MeasurementHistory(Database database, Roster roster, GrowthRules rules) {
        this.database = database;
        this.roster = roster;
        this.rules = rules;
    }

    /** Every revision of a measurement, newest first; empty when the caller may not see it. */
    List<Belief> revisions(UUID id, Caller caller) {
        return database.write(caller.scope(), tx -> {
            List<Belief> found = tx.sql()
                    .createQuery(
                            "select %s from measurement where id = :id union all select %s from measurement_revision where id = :id order by version desc"
                                    .formatted(COLUMNS, COLUMNS))
                    .bind("id", id)
                    .map((row, _) -> belief(row, tx.sql()))
                    .list();
            found.stream()
                    .findFirst()
                    .flatMap(
                            latest -> roster.find(tx.sql(), latest.measurement().childId()))
                    .ifPresent(child -> tx.audit(AuditEntry.of(caller, "READ", "child", child.id(), child.areaCode())));
            return found;
        });
    }

    /** What was known of a child at a moment, oldest measurement first; empty when there is no such child in scope. */
    Optional<List<Belief>> knownAt(UUID childId, Instant moment, Caller caller) {
        return database.write(
                caller.scope(),
                tx -> roster.find(tx.sql(), childId).map(child -> {
                    tx.audit(AuditEntry.of(caller, "READ", "child", childId, child.areaCode()));
                    return tx.sql()
                            .createQuery("""
                                    select * from (
                                        select distinct on (id) %s from (
                                            select %s from measurement
                                            where id in (select id from measurement where child_id = :child
                                                union select id from measurement_revision where child_id = :child)
                                            union all
                                            select %s from measurement_revision
                                            where id in (select id from measurement where child_id = :child
                                                union select id from measurement_revision where child_id = :child)) revision
                                        where recorded_at <= :moment
                                        order by id, version desc) believed
                                    where child_id = :child and not voided
                                    order by measured_on, id""".formatted(COLUMNS, COLUMNS, COLUMNS))
                            .bind("child", childId)
                            .bind("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                            .map((row, _) -> belief(row, tx.sql()))
                            .list();
                }));
    }

    private Belief belief(ResultSet row, Handle sql) throws SQLException {
        Measurement measurement = Measurements.measurement(row);
        double[] z = new double[SCORES.size()];
        for (int index = 0; index < z.length; index++) {
            z[index] = SetStatement.number(row, SCORES.get(index));
        }
        return new Belief(
                measurement,
                Assessment.recalled(z, measurement.measures().oedema()),
                rules.ofVersion(measurement.ruleVersion(), sql),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                RevisionReason.valueOf(row.getString("reason")));
    }
}

package id.tumbuh.measurement.chart;

import static id.tumbuh.measurement.sql.SetStatement.number;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.chart.ChartedMeasurement.Subject;
import id.tumbuh.measurement.chart.ChartedMeasurement.Taken;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.GrowthMark;
import id.tumbuh.measurement.roster.Roster;
import id.tumbuh.measurement.roster.RosteredChild;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what a chart shows, and writes down that it was done. */
@ApplicationScoped
class ReadGrowth {

    /** More than a child has in five years of weekly weighings; beyond it the newest are drawn. */
    private static final int MOST = 300;

    private final Database database;
    private final Roster roster;
    private final GrowthRules rules;
    private final WhoGrowthStandard standard;

    private record Row(LocalDate day, Measures measures, OnCard card, int ruleVersion, int count) {}

    ReadGrowth(Database database, Roster roster, GrowthRules rules, WhoGrowthStandard standard) {
        this.database = database;
        this.roster = roster;
        this.rules = rules;
        this.standard = standard;
    }

    /** Empty when there is no such child in the caller's areas. */
    Optional<ChartedChild> of(UUID id, Caller caller) {
        return database.write(
                caller.scope(),
                tx -> roster.find(tx.sql(), id).map(child -> {
                    tx.audit(AuditEntry.of(caller, "READ", "child", id, child.areaCode()));
                    return charted(child, tx.sql());
                }));
    }

    private ChartedChild charted(RosteredChild child, Handle sql) {
        List<Row> rows = rows(child.id(), sql);
        Subject subject = new Subject(child.sex(), child.birthDate());
        List<ChartedMeasurement> measurements = rows.reversed().stream()
                .map(row -> ChartedMeasurement.of(
                        new Taken(row.day(), row.measures(), rules.ofVersion(row.ruleVersion(), sql), row.card()),
                        subject,
                        standard))
                .toList();
        int unread = rows.isEmpty() ? 0 : rows.getFirst().count() - rows.size();
        return new ChartedChild(child.sex(), child.birthDate(), measurements, unread);
    }

    private static List<Row> rows(UUID child, Handle sql) {
        return sql.createQuery("""
                        select measured_on, weight_kg, length_height_cm, position, head_circumference_cm,
                            arm_circumference_cm, triceps_mm, subscapular_mm, oedema, growth_mark, gain_grams, minimum_gain,
                            twice_not_gained, below_red_line, rule_version, count(*) over () as count
                        from measurement where child_id = :child and not voided
                        order by measured_on desc, id desc limit :most""")
                .bind("child", child)
                .bind("most", MOST)
                .map((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String position = row.getString("position");
        Measures measures = new Measures(
                number(row, "weight_kg"),
                number(row, "length_height_cm"),
                position == null ? null : Position.valueOf(position),
                number(row, "head_circumference_cm"),
                number(row, "arm_circumference_cm"),
                number(row, "triceps_mm"),
                number(row, "subscapular_mm"),
                row.getBoolean("oedema"));
        return new Row(
                row.getObject("measured_on", LocalDate.class),
                measures,
                card(row),
                row.getInt("rule_version"),
                row.getInt("count"));
    }

    private static OnCard card(ResultSet row) throws SQLException {
        String letter = row.getString("growth_mark");
        OnCard.Mark mark = letter == null
                ? null
                : new OnCard.Mark(
                        GrowthMark.valueOf(letter),
                        row.getObject("gain_grams", Integer.class),
                        row.getObject("minimum_gain", Integer.class),
                        row.getBoolean("twice_not_gained"));
        return new OnCard(mark, row.getBoolean("below_red_line"));
    }
}

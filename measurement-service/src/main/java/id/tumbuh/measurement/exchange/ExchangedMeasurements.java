package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.exchange.ExchangedMeasurement.Row;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.sql.SetStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads measurements with their child, as far as the transaction's scope reaches. */
@ApplicationScoped
class ExchangedMeasurements {

    static final String COLUMNS = """
            m.id, m.version, m.child_id, m.area_code, m.posyandu_id, m.measured_on, m.voided, c.sex, c.birth_date, m.weight_kg, \
            m.length_height_cm, m.position, m.head_circumference_cm, m.arm_circumference_cm, m.triceps_mm, \
            m.subscapular_mm, m.oedema, m.rule_version, m.growth_mark""";
    static final String TABLES = "measurement m join child c on c.id = m.child_id";

    private final GrowthRules rules;
    private final WhoGrowthStandard standard;

    ExchangedMeasurements(GrowthRules rules, WhoGrowthStandard standard) {
        this.rules = rules;
        this.standard = standard;
    }

    List<ExchangedMeasurement> byId(Handle sql, Collection<UUID> ids) {
        return SetStatement.overIds(ids, sql, "select %s from %s where m.id = any(?)".formatted(COLUMNS, TABLES))
                .query(row -> read(row, sql));
    }

    ExchangedMeasurement read(ResultSet row, Handle sql) throws SQLException {
        Row stored = row(row);
        return ExchangedMeasurement.of(stored, standard, rules.ofVersion(stored.ruleVersion(), sql));
    }

    private static Row row(ResultSet row) throws SQLException {
        String position = row.getString("position");
        return new Row(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("child_id", UUID.class),
                row.getString("area_code"),
                row.getObject("posyandu_id", UUID.class),
                row.getObject("measured_on", LocalDate.class),
                row.getBoolean("voided"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                new Measures(
                        SetStatement.number(row, "weight_kg"),
                        SetStatement.number(row, "length_height_cm"),
                        position == null ? null : Position.valueOf(position),
                        SetStatement.number(row, "head_circumference_cm"),
                        SetStatement.number(row, "arm_circumference_cm"),
                        SetStatement.number(row, "triceps_mm"),
                        SetStatement.number(row, "subscapular_mm"),
                        row.getBoolean("oedema")),
                row.getInt("rule_version"),
                row.getString("growth_mark"));
    }
}

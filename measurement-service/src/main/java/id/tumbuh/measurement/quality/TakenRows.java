package id.tumbuh.measurement.quality;

import static id.tumbuh.measurement.sql.SetStatement.number;

import id.tumbuh.measurement.assessment.GrowthRules;
import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Stunting;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the measurements of some months with what tells of measuring, each beside the child's one before. */
@ApplicationScoped
class TakenRows {

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final List<String> SCORES = List.of(
            "z_length_height",
            "z_weight",
            "z_weight_for_length",
            "z_bmi",
            "z_head",
            "z_arm",
            "z_triceps",
            "z_subscapular");

    private final GrowthRules rules;

    /** A measurement with whom to count it for: where the child is registered, who took it and with what. */
    record Attributed(
            @Nullable UUID posyanduId,
            String areaCode,
            String recordedBy,
            @Nullable String kit,
            Taken taken) {}

    TakenRows(GrowthRules rules) {
        this.rules = rules;
    }

    Stream<Attributed> ofPosyandu(Handle sql, List<UUID> posyandu, YearMonth last, QualityPolicy policy) {
        return rows(
                sql,
                query(sql, "c.posyandu_id = any(:posyandu)", last, policy)
                        .bindArray("posyandu", UUID.class, posyandu.toArray()));
    }

    Stream<Attributed> ofArea(Handle sql, String area, YearMonth last, QualityPolicy policy) {
        return rows(
                sql,
                query(sql, "c.area_code >= :area and c.area_code < :beyond", last, policy)
                        .bind("area", area)
                        .bind("beyond", area + "/"));
    }

    /** One month more than is counted, since the first of them is compared with the one before. */
    private static Query query(Handle sql, String which, YearMonth last, QualityPolicy policy) {
        LocalDate first = last.minusMonths(policy.months() - 1L).atDay(1);
        return sql.createQuery("""
                        select * from (
                            select m.*, c.posyandu_id as registered_at, c.birth_date,
                                lag(m.weight_kg) over of_child as weight_before,
                                lag(m.length_height_cm) over of_child as height_before
                            from child c join measurement m on m.child_id = c.id
                            where %s and m.measured_on >= :before and m.measured_on < :end and not m.voided
                            window of_child as (partition by m.child_id order by m.measured_on, m.id)) taken
                        where measured_on >= :first""".formatted(which))
                .bind("before", first.minusMonths(1))
                .bind("first", first)
                .bind("end", last.plusMonths(1).atDay(1))
                .setFetchSize(ROWS_AT_A_TIME);
    }

    private Stream<Attributed> rows(Handle sql, Query query) {
        return query.map((row, _) -> attributed(row, sql)).stream();
    }

    private Attributed attributed(ResultSet row, Handle sql) throws SQLException {
        return new Attributed(
                row.getObject("registered_at", UUID.class),
                row.getString("area_code"),
                row.getString("recorded_by"),
                row.getString("kit"),
                taken(row, rules.ofVersion(row.getInt("rule_version"), sql)));
    }

    private static Taken taken(ResultSet row, GrowthPolicy policy) throws SQLException {
        double[] z = new double[SCORES.size()];
        for (int index = 0; index < z.length; index++) {
            z[index] = number(row, SCORES.get(index));
        }
        Assessment assessment = Assessment.recalled(z, row.getBoolean("oedema"));
        String position = row.getString("position");
        String stunting = row.getString("stunting");
        LocalDate day = row.getObject("measured_on", LocalDate.class);
        LocalDate born = row.getObject("birth_date", LocalDate.class);
        return new Taken(
                number(row, "weight_kg"),
                number(row, "length_height_cm"),
                position == null ? null : Position.valueOf(position),
                assessment.z(GrowthIndex.LENGTH_HEIGHT_FOR_AGE),
                Arrays.stream(GrowthIndex.values()).anyMatch(index -> policy.implausible(assessment, index)),
                stunting == null ? null : Stunting.valueOf(stunting),
                !day.isBefore(born) && Age.on(day, born).measuredStanding(),
                new Taken.Before(number(row, "weight_before"), number(row, "height_before")));
    }
}

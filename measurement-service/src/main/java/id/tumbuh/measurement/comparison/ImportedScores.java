package id.tumbuh.measurement.comparison;

import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.sql.SetStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads measurements that came with z-scores of another system. */
@ApplicationScoped
class ImportedScores {

    private static final int ROWS_AT_A_TIME = 1_000;

    /** Where to go on. */
    record After(LocalDate measuredOn, UUID id) {}

    /** Those of an area and month, in order; read as they are consumed, and closed by the caller. */
    Stream<ScoredElsewhere> of(Handle sql, String area, YearMonth month, @Nullable After after) {
        After start = after == null ? new After(month.atDay(1), new UUID(0, 0)) : after;
        return sql
                .createQuery("""
                        select m.*, c.sex, c.birth_date from measurement m join child c on c.id = m.child_id
                        where not m.voided and (m.imported_z_weight is not null or m.imported_z_length_height is not null
                                or m.imported_z_weight_for_length is not null)
                            and (m.measured_on, m.id) > (:day, :id) and m.measured_on < :end
                            and (m.area_code = :area or m.area_code like :inside)
                        order by m.measured_on, m.id""")
                .bind("day", start.measuredOn())
                .bind("id", start.id())
                .bind("end", month.plusMonths(1).atDay(1))
                .bind("area", area)
                .bind("inside", area + ".%")
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, _) -> scored(row))
                .stream();
    }

    private static ScoredElsewhere scored(ResultSet row) throws SQLException {
        Map<GrowthIndex, Double> imported = new EnumMap<>(GrowthIndex.class);
        put(imported, GrowthIndex.WEIGHT_FOR_AGE, row, "imported_z_weight");
        put(imported, GrowthIndex.LENGTH_HEIGHT_FOR_AGE, row, "imported_z_length_height");
        put(imported, GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT, row, "imported_z_weight_for_length");
        String position = row.getString("position");
        return new ScoredElsewhere(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getString("counted_in"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("measured_on", LocalDate.class),
                new Measures(
                        SetStatement.number(row, "weight_kg"),
                        SetStatement.number(row, "length_height_cm"),
                        position == null ? null : Position.valueOf(position),
                        Measures.NONE,
                        Measures.NONE,
                        Measures.NONE,
                        Measures.NONE,
                        row.getBoolean("oedema")),
                imported);
    }

    private static void put(Map<GrowthIndex, Double> imported, GrowthIndex index, ResultSet row, String column)
            throws SQLException {
        double z = SetStatement.number(row, column);
        if (!Double.isNaN(z)) {
            imported.put(index, z);
        }
    }
}

package id.tumbuh.measurement.kader;

import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.sql.SetStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The children of a posyandu with their weighings, as far as the transaction's scope reaches. */
final class WeighedChildren {

    private static final int UNDER_FIVE_YEARS = 5;

    private WeighedChildren() {}

    record Child(UUID id, Sex sex, LocalDate birthDate, String areaCode, Stunting stunting) {}

    /** A measurement with a weight. */
    record Weighing(
            LocalDate measuredOn,
            double weightKg,
            double lengthHeightCm,
            @Nullable Position position,
            boolean oedema) {}

    /** Balita are 0 to 59 months old: on the fifth birthday a child has left the posyandu. */
    static LocalDate bornAfter(LocalDate today) {
        return today.minusYears(UNDER_FIVE_YEARS);
    }

    static List<Child> of(Handle sql, UUID posyandu, LocalDate today) {
        return sql.createQuery("""
                        select id, sex, birth_date, area_code, stunting from child
                        where posyandu_id = :posyandu and active and birth_date > :bornAfter and birth_date <= :today
                        order by id""")
                .bind("posyandu", posyandu)
                .bind("bornAfter", bornAfter(today))
                .bind("today", today)
                .map((row, _) -> new Child(
                        row.getObject("id", UUID.class),
                        Sex.valueOf(row.getString("sex")),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("area_code"),
                        Stunting.valueOf(row.getString("stunting"))))
                .list();
    }

    /** By child, in the order of day and id, in which the last of a month is the one that counts. */
    static Map<UUID, List<Weighing>> weighings(Handle sql, Collection<UUID> children, LocalDate until) {
        Map<UUID, List<Weighing>> found = new HashMap<>();
        SetStatement.overIds(children, sql, """
                        select child_id, measured_on, weight_kg, length_height_cm, position, oedema from measurement
                        where child_id = any(?) and not voided and weight_kg is not null
                        order by child_id, measured_on, id""")
                .query(row -> found.computeIfAbsent(row.getObject("child_id", UUID.class), _ -> new ArrayList<>())
                        .add(weighing(row)));
        found.values()
                .forEach(ofChild -> ofChild.removeIf(one -> one.measuredOn().isAfter(until)));
        return found;
    }

    private static Weighing weighing(ResultSet row) throws SQLException {
        String position = row.getString("position");
        return new Weighing(
                row.getObject("measured_on", LocalDate.class),
                row.getDouble("weight_kg"),
                SetStatement.number(row, "length_height_cm"),
                position == null ? null : Position.valueOf(position),
                row.getBoolean("oedema"));
    }
}

package id.tumbuh.intervention.circumstance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The weighings of the database; one statement for each batch. */
public final class Weighings {
    private Weighings() {}

    /** Keeps each in its newest version. The caller has locked the children. */
    public static void keep(Handle sql, Collection<Weighing> told) {
        Map<Weighing.Key, Weighing> newest = new HashMap<>();
        told.forEach(one -> newest.merge(one.key(), one, (a, b) -> b.version() > a.version() ? b : a));
        List<Weighing> rows = List.copyOf(newest.values());
        if (rows.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into weighing (measurement_id, child_id, area_code, version, measured_on, age_months, voided,
                            weight_kg, length_for_age, weight_for_age, weight_for_length, mark, signs)
                        select measurement_id, child_id, area_code, version, measured_on, age_months, voided, weight_kg,
                            length_for_age, weight_for_age, weight_for_length, mark, string_to_array(signs, ',')
                        from unnest(:ids, :children, :areas, :versions, :days, :ages, :voided, :weights, :lengths,
                                :weightsForAge, :weightsForLength, :marks, :signs)
                            as told (measurement_id, child_id, area_code, version, measured_on, age_months, voided,
                                weight_kg, length_for_age, weight_for_age, weight_for_length, mark, signs)
                        on conflict on constraint weighing_pk do update
                        set area_code = excluded.area_code, version = excluded.version,
                            measured_on = excluded.measured_on, age_months = excluded.age_months,
                            voided = excluded.voided, weight_kg = excluded.weight_kg,
                            length_for_age = excluded.length_for_age, weight_for_age = excluded.weight_for_age,
                            weight_for_length = excluded.weight_for_length, mark = excluded.mark, signs = excluded.signs
                        where weighing.version < excluded.version""")
                .bindArray("ids", UUID.class, column(rows, Weighing::measurementId))
                .bindArray("children", UUID.class, column(rows, Weighing::childId))
                .bindArray(
                        "areas",
                        String.class,
                        column(rows, one -> one.home().area().value()))
                .bindArray("versions", Long.class, column(rows, Weighing::version))
                .bindArray("days", LocalDate.class, column(rows, Weighing::measuredOn))
                .bindArray("ages", Integer.class, column(rows, Weighing::ageMonths))
                .bindArray("voided", Boolean.class, column(rows, Weighing::voided))
                .bindArray("weights", BigDecimal.class, column(rows, Weighing::weightKg))
                .bindArray("lengths", BigDecimal.class, column(rows, Weighing::lengthForAge))
                .bindArray("weightsForAge", BigDecimal.class, column(rows, Weighing::weightForAge))
                .bindArray("weightsForLength", BigDecimal.class, column(rows, Weighing::weightForLength))
                .bindArray("marks", String.class, column(rows, Weighing::mark))
                .bindArray("signs", String.class, column(rows, one -> Codes.joined(one.causes())))
                .execute();
    }

    /** What the latest weighing of each child shows; a child with none is left out. */
    public static Map<UUID, Set<Cause>> latest(Handle sql, Collection<UUID> children) {
        Map<UUID, Set<Cause>> latest = new HashMap<>();
        sql.createQuery("""
                        select distinct on (child_id) child_id, signs from weighing
                        where child_id = any(:children) and not voided
                        order by child_id, measured_on desc, measurement_id""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> Map.entry(row.getObject("child_id", UUID.class), Codes.read(row.getArray("signs"))))
                .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
        return latest;
    }

    private static @Nullable Object[] column(List<Weighing> rows, Function<Weighing, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}

package id.tumbuh.intervention.circumstance;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
                            weight_kg, length_for_age, weight_for_age, weight_for_length, mark, stunting, signs)
                        select measurement_id, child_id, area_code, version, measured_on, age_months, voided, weight_kg,
                            length_for_age, weight_for_age, weight_for_length, mark, stunting, string_to_array(signs, ',')
                        from unnest(:ids, :children, :areas, :versions, :days, :ages, :voided, :weights, :lengths,
                                :weightsForAge, :weightsForLength, :marks, :stunting, :signs)
                            as told (measurement_id, child_id, area_code, version, measured_on, age_months, voided,
                                weight_kg, length_for_age, weight_for_age, weight_for_length, mark, stunting, signs)
                        on conflict on constraint weighing_pk do update
                        set area_code = excluded.area_code, version = excluded.version,
                            measured_on = excluded.measured_on, age_months = excluded.age_months,
                            voided = excluded.voided, weight_kg = excluded.weight_kg,
                            length_for_age = excluded.length_for_age, weight_for_age = excluded.weight_for_age,
                            weight_for_length = excluded.weight_for_length, mark = excluded.mark, stunting = excluded.stunting,
                            signs = excluded.signs
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
                .bindArray("stunting", String.class, column(rows, one -> name(one.stunting())))
                .bindArray("signs", String.class, column(rows, one -> Codes.joined(one.causes())))
                .execute();
        leaveToOthers(sql, rows);
    }

    /** Written down for the wrong child: in a newer version it is another's, whichever is told first. */
    private static void leaveToOthers(Handle sql, List<Weighing> rows) {
        sql.createUpdate("""
                        update weighing w set voided = true
                        where w.measurement_id = any(:ids) and not w.voided and exists (
                            select from weighing newer
                            where newer.measurement_id = w.measurement_id and newer.version > w.version)""")
                .bindArray("ids", UUID.class, column(rows, Weighing::measurementId))
                .execute();
    }

    /** Whose any of these measurements are known to be, or were. */
    public static Set<UUID> childrenOf(Handle sql, Collection<Weighing> told) {
        return new HashSet<>(sql.createQuery("select distinct child_id from weighing where measurement_id = any(:ids)")
                .bindArray("ids", UUID.class, column(List.copyOf(told), Weighing::measurementId))
                .mapTo(UUID.class)
                .list());
    }

    /**
     * What the weighings of a child show.
     *
     * @param causes by the latest
     * @param stunting by the latest that has a length, as measurement-service decides it; null where none has
     * @param ageMonths at the latest; null where none is left
     */
    public record Shown(
            Set<Cause> causes,
            @Nullable Stunting stunting,
            @Nullable Integer ageMonths) {
        public static final Shown NOTHING = new Shown(Set.of(), null, null);

        public Shown {
            causes = Set.copyOf(causes);
        }
    }

    /** By child; one of whom no weighing is left is left out. */
    public static Map<UUID, Shown> shown(Handle sql, Collection<UUID> children) {
        Map<UUID, Shown> shown = new HashMap<>();
        sql.createQuery("""
                        select distinct on (w.child_id) w.child_id, w.signs, w.age_months, (
                            select l.stunting from weighing l
                            where l.child_id = w.child_id and not l.voided and l.stunting is not null
                            order by l.measured_on desc, l.measurement_id desc limit 1) as stunting
                        from weighing w
                        where w.child_id = any(:children) and not w.voided
                        order by w.child_id, w.measured_on desc, w.measurement_id""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> shown.put(row.getObject("child_id", UUID.class), shown(row)))
                .list();
        return shown;
    }

    private static Shown shown(ResultSet row) throws SQLException {
        String stunting = row.getString("stunting");
        return new Shown(
                Codes.read(row.getArray("signs")),
                stunting == null ? null : Stunting.valueOf(stunting),
                row.getInt("age_months"));
    }

    private static @Nullable String name(@Nullable Stunting stunting) {
        return stunting == null ? null : stunting.name();
    }

    private static @Nullable Object[] column(List<Weighing> rows, Function<Weighing, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}

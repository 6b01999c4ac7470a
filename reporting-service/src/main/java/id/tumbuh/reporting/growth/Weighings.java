package id.tumbuh.reporting.growth;

import id.tumbuh.platform.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Stores measurements and keeps, for each child and month, the one that counts.
 *
 * <p>Nearly every event is a measurement never seen before: one insert, one comparison with the month's present one, whatever
 * the length of the child's history. Only a revision of a known one looks through the child's measurements of that month.
 */
final class Weighings {
    private static final String ROWS = """
            select * from unnest(:children, :ids, :versions, :months, :dates, :areas, :sexes, :bands, :findings, :voided,
                :posyandu)
            """;
    private static final String STORE = """
            insert into weighing as held (child_id, measurement_id, version, month, measured_on, area_code, sex,
                age_band, flags, voided, posyandu_id)
            %s
            on conflict on constraint weighing_pk do update
            set version = excluded.version, month = excluded.month, measured_on = excluded.measured_on,
                area_code = excluded.area_code, sex = excluded.sex, age_band = excluded.age_band,
                flags = excluded.flags, voided = excluded.voided, posyandu_id = excluded.posyandu_id
            where held.version < excluded.version
            returning new.measurement_id, new.child_id, old.month as old_month, new.month as new_month,
                case when not old.voided then old.posyandu_id end as old_posyandu, old.area_code as old_area,
                case when not new.voided then new.posyandu_id end as new_posyandu, new.area_code as new_area""".formatted(ROWS);

    private static final String COUNT_IF_LATER = """
            insert into child_month as held (child_id, month, measurement_id, measured_on, area_code, sex, age_band, flags)
            select child_id, month, measurement_id, measured_on, area_code, sex, age_band, flags from (%s)
                as w (child_id, measurement_id, version, month, measured_on, area_code, sex, age_band, flags, voided, posyandu_id)
            where not voided
            on conflict on constraint child_month_pk do update
            set measurement_id = excluded.measurement_id, measured_on = excluded.measured_on,
                area_code = excluded.area_code, sex = excluded.sex, age_band = excluded.age_band, flags = excluded.flags
            where (held.measured_on, held.measurement_id) < (excluded.measured_on, excluded.measurement_id)
            returning new.month, old.area_code as old_area, old.sex as old_sex, old.age_band as old_band,
                old.flags as old_flags, new.area_code as new_area, new.sex as new_sex, new.age_band as new_band,
                new.flags as new_flags""".formatted(ROWS);

    private static final String TAKE_OUT = """
            delete from child_month held using unnest(:children, :months) as changed (child_id, month)
            where held.child_id = changed.child_id and held.month = changed.month
            returning held.month, held.area_code as old_area, held.sex as old_sex, held.age_band as old_band,
                held.flags as old_flags""";

    private static final String PUT_BACK = """
            insert into child_month (child_id, month, measurement_id, measured_on, area_code, sex, age_band, flags)
            select distinct on (w.child_id, w.month)
                w.child_id, w.month, w.measurement_id, w.measured_on, w.area_code, w.sex, w.age_band, w.flags
            from unnest(:children, :months) as changed (child_id, month)
            join weighing w on w.child_id = changed.child_id and w.month = changed.month and not w.voided
            order by w.child_id, w.month, w.measured_on desc, w.measurement_id desc
            returning month, area_code as new_area, sex as new_sex, age_band as new_band, flags as new_flags""";

    private record ChildMonth(UUID childId, LocalDate month) {}

    private record Stored(
            UUID measurementId, UUID childId, @Nullable LocalDate oldMonth, LocalDate newMonth) {}

    private Weighings() {}

    static void store(Transaction tx, Collection<Weighing> weighings, Counters counters) {
        PosyanduMonths posyandu = new PosyanduMonths();
        Map<Weighing.Key, Weighing> byKey = new HashMap<>();
        weighings.forEach(weighing -> byKey.put(weighing.key(), weighing));
        Map<ChildMonth, Weighing> fresh = new HashMap<>();
        Set<ChildMonth> revised = new LinkedHashSet<>();
        for (Stored stored : write(tx, weighings, posyandu)) {
            if (stored.oldMonth() == null) {
                fresh.merge(
                        new ChildMonth(stored.childId(), stored.newMonth()),
                        byKey.get(new Weighing.Key(stored.childId(), stored.measurementId())),
                        Weighings::counting);
            } else {
                revised.add(new ChildMonth(stored.childId(), stored.oldMonth()));
                revised.add(new ChildMonth(stored.childId(), stored.newMonth()));
            }
        }
        fresh.keySet().removeAll(revised); // looked through as a whole below
        countIfLater(tx, fresh.values(), counters);
        lookThrough(tx, new ArrayList<>(revised), counters);
        posyandu.write(tx);
    }

    /** Takes everything of the children out, from the counters too; returns how many measurements went. */
    static long erase(Transaction tx, Collection<UUID> children, Counters counters) {
        tx.sql()
                .createQuery("""
                        delete from child_month where child_id = any(:children)
                        returning month, area_code as old_area, sex as old_sex, age_band as old_band, flags as old_flags""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> removeOld(row, counters))
                .list();
        PosyanduMonths posyandu = new PosyanduMonths();
        int gone = tx.sql()
                .createQuery("""
                        delete from weighing where child_id = any(:children)
                        returning month as old_month, area_code as old_area,
                            case when not voided then posyandu_id end as old_posyandu""")
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) -> posyandu.remove(row))
                .list()
                .size();
        posyandu.write(tx);
        return gone;
    }

    private static Weighing counting(Weighing one, Weighing other) {
        if (one.voided() != other.voided()) {
            return one.voided() ? other : one;
        }
        return one.countsBefore(other) ? one : other;
    }

    private static List<Stored> write(Transaction tx, Collection<Weighing> weighings, PosyanduMonths posyandu) {
        return bindRows(tx.sql().createQuery(STORE), weighings)
                .map((row, _) -> {
                    posyandu.remove(row);
                    posyandu.add(row);
                    return new Stored(
                            row.getObject("measurement_id", UUID.class),
                            row.getObject("child_id", UUID.class),
                            row.getObject("old_month", LocalDate.class),
                            row.getObject("new_month", LocalDate.class));
                })
                .list();
    }

    private static void countIfLater(Transaction tx, Collection<Weighing> fresh, Counters counters) {
        if (fresh.isEmpty()) {
            return;
        }
        bindRows(tx.sql().createQuery(COUNT_IF_LATER), fresh)
                .map((row, _) -> {
                    removeOld(row, counters);
                    addNew(row, counters);
                    return 1;
                })
                .list();
    }

    private static void lookThrough(Transaction tx, List<ChildMonth> revised, Counters counters) {
        if (revised.isEmpty()) {
            return;
        }
        Object[] children = revised.stream().map(ChildMonth::childId).toArray();
        Object[] months = revised.stream().map(ChildMonth::month).toArray();
        tx.sql()
                .createQuery(TAKE_OUT)
                .bindArray("children", UUID.class, children)
                .bindArray("months", LocalDate.class, months)
                .map((row, _) -> removeOld(row, counters))
                .list();
        tx.sql()
                .createQuery(PUT_BACK)
                .bindArray("children", UUID.class, children)
                .bindArray("months", LocalDate.class, months)
                .map((row, _) -> addNew(row, counters))
                .list();
    }

    /** Takes the row's old state from the counters; nothing when the child did not count in that month. */
    private static int removeOld(ResultSet row, Counters counters) throws SQLException {
        String area = row.getString("old_area");
        if (area != null) {
            counters.remove(
                    area,
                    row.getObject("month", LocalDate.class),
                    row.getString("old_sex"),
                    AgeBand.startingAt(row.getInt("old_band")),
                    row.getInt("old_flags"));
        }
        return 1;
    }

    private static int addNew(ResultSet row, Counters counters) throws SQLException {
        counters.add(
                row.getString("new_area"),
                row.getObject("month", LocalDate.class),
                row.getString("new_sex"),
                AgeBand.startingAt(row.getInt("new_band")),
                row.getInt("new_flags"));
        return 1;
    }

    private static <S extends SqlStatement<S>> S bindRows(S statement, Collection<Weighing> rows) {
        return statement
                .bindArray("children", UUID.class, array(rows, Weighing::childId))
                .bindArray("ids", UUID.class, array(rows, Weighing::measurementId))
                .bindArray("versions", Long.class, array(rows, Weighing::version))
                .bindArray("months", LocalDate.class, array(rows, Weighing::month))
                .bindArray("dates", LocalDate.class, array(rows, Weighing::measuredOn))
                .bindArray("areas", String.class, array(rows, Weighing::areaCode))
                .bindArray("sexes", String.class, array(rows, Weighing::sex))
                .bindArray(
                        "bands",
                        Integer.class,
                        array(rows, weighing -> weighing.ageBand().firstMonth()))
                .bindArray("findings", Integer.class, array(rows, Weighing::findings))
                .bindArray("voided", Boolean.class, array(rows, Weighing::voided))
                .bindArray("posyandu", UUID.class, array(rows, Weighing::posyanduId));
    }

    @SuppressWarnings("NullAway") // an array for the database, where null is a value
    private static Object[] array(Collection<Weighing> rows, Function<Weighing, @Nullable Object> field) {
        return rows.stream().map(field).toArray();
    }
}

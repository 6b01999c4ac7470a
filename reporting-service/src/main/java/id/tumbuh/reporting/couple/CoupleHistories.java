package id.tumbuh.reporting.couple;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.reporting.couple.CoupleConsumer.CheckState;
import id.tumbuh.reporting.couple.CoupleConsumer.CompanionState;
import id.tumbuh.reporting.couple.CoupleConsumer.CoupleState;
import id.tumbuh.reporting.monthly.Days;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.told.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Histories of couples in the database. */
public final class CoupleHistories {
    private CoupleHistories() {}

    /** Those that count; care and checks of a couple that did not come yet wait for it. */
    static List<CoupleHistory> read(Handle sql, Collection<UUID> couples) {
        Map<UUID, List<Days>> cared = days(sql, couples, """
                select couple_id, assigned_on as first, released_on as last from couple_care
                where couple_id = any(:couples) order by assignment_id""");
        Map<UUID, List<Days>> checked = days(sql, couples, """
                select couple_id, checked_on as first, cast(null as date) as last from couple_check
                where couple_id = any(:couples) and not voided order by check_id""");
        return sql.createQuery("""
                        select couple_id, area_code, registered_on as first, ended_on as last from couple
                        where couple_id = any(:couples) and counted""")
                .bindArray("couples", UUID.class, couples.toArray())
                .map((row, _) -> new CoupleHistory(
                        row.getString("area_code"),
                        days(row),
                        cared.getOrDefault(row.getObject("couple_id", UUID.class), List.of()),
                        checked.getOrDefault(row.getObject("couple_id", UUID.class), List.of())))
                .list();
    }

    private static Map<UUID, List<Days>> days(Handle sql, Collection<UUID> couples, String query) {
        Map<UUID, List<Days>> days = new HashMap<>();
        sql.createQuery(query)
                .bindArray("couples", UUID.class, couples.toArray())
                .map((row, _) -> days.computeIfAbsent(row.getObject("couple_id", UUID.class), _ -> new ArrayList<>())
                        .add(days(row)))
                .list();
        return days;
    }

    private static Days days(ResultSet row) throws SQLException {
        return new Days(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class));
    }

    /** Whose the assignments and checks are now, before the events are stored. */
    static Set<UUID> couplesOf(Handle sql, List<Told<CompanionState>> care, List<Told<CheckState>> checks) {
        return sql.createQuery("""
                        select couple_id from couple_care where assignment_id = any(:assignments)
                        union select couple_id from couple_check where check_id = any(:checks)""")
                .bindArray(
                        "assignments",
                        UUID.class,
                        care.stream().map(one -> one.state().assignmentId()).toArray())
                .bindArray(
                        "checks",
                        UUID.class,
                        checks.stream().map(one -> one.state().checkId()).toArray())
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
    }

    /** Keeps the newest of each; one that was found to be another couple counts no more. */
    static void storeCouples(Handle sql, List<Told<CoupleState>> couples) {
        Columns.of(couples)
                .uuid(told -> told.state().coupleId())
                .int8(Told::version)
                .uuid(told -> told.state().familyId())
                .text(told -> told.state().areaCode())
                .as("bool", told -> told.state().mergedInto() == null)
                .as("date", told -> told.state().registeredOn())
                .as("date", told -> told.state().endedOn())
                .update(sql, """
                        insert into couple as held (couple_id, version, family_id, area_code, counted, registered_on, ended_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?) as told (couple_id) order by couple_id
                        on conflict on constraint couple_pk do update
                        set version = excluded.version, family_id = excluded.family_id, area_code = excluded.area_code,
                            counted = excluded.counted, registered_on = excluded.registered_on, ended_on = excluded.ended_on
                        where held.version < excluded.version""");
    }

    /** Keeps the newest of each. */
    static void storeCare(Handle sql, List<Told<CompanionState>> care) {
        Columns.of(care)
                .uuid(told -> told.state().assignmentId())
                .int8(Told::version)
                .uuid(told -> told.state().targetId())
                .uuid(told -> told.state().familyId())
                .text(told -> told.state().areaCode())
                .as("date", told -> told.state().assignedOn())
                .as("date", told -> told.state().releasedOn())
                .update(sql, """
                        insert into couple_care as held (assignment_id, version, couple_id, family_id, area_code, assigned_on, released_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?) as told (assignment_id) order by assignment_id
                        on conflict on constraint couple_care_pk do update
                        set version = excluded.version, couple_id = excluded.couple_id, family_id = excluded.family_id,
                            area_code = excluded.area_code, assigned_on = excluded.assigned_on, released_on = excluded.released_on
                        where held.version < excluded.version""");
    }

    /** Keeps the newest of each. */
    static void storeChecks(Handle sql, List<Told<CheckState>> checks) {
        Columns.of(checks)
                .uuid(told -> told.state().checkId())
                .int8(Told::version)
                .uuid(told -> told.state().coupleId())
                .text(told -> told.state().areaCode())
                .as("date", told -> told.state().checkedOn())
                .as("bool", told -> told.state().voided())
                .update(sql, """
                        insert into couple_check as held (check_id, version, couple_id, area_code, checked_on, voided)
                        select * from unnest(?, ?, ?, ?, ?, ?) as told (check_id) order by check_id
                        on conflict on constraint couple_check_pk do update
                        set version = excluded.version, couple_id = excluded.couple_id, area_code = excluded.area_code,
                            checked_on = excluded.checked_on, voided = excluded.voided
                        where held.version < excluded.version""");
    }

    /** Takes what is erased out of the counters; returns how many couples, assignments and checks went. */
    public static long erase(Transaction tx, ErasureNotice notice) {
        MonthCounters.takeTurns(tx.sql());
        List<UUID> couples = tx.sql()
                .createQuery("""
                        select couple_id from couple where couple_id = any(:erased) or family_id = any(:erased)
                        union select couple_id from couple_care where couple_id = any(:erased) or family_id = any(:erased)
                        union select couple_id from couple_check where couple_id = any(:erased)""")
                .bindArray("erased", UUID.class, notice.erased().toArray())
                .mapTo(UUID.class)
                .list();
        MonthCounters counters = new MonthCounters();
        read(tx.sql(), couples).forEach(history -> history.count(counters, -1));
        counters.write(tx);
        long gone = 0;
        for (String table : List.of("couple_check", "couple_care", "couple")) {
            gone += tx.sql()
                    .createUpdate("delete from " + table + " where couple_id = any(:couples)")
                    .bindArray("couples", UUID.class, couples.toArray())
                    .execute();
        }
        return gone;
    }
}

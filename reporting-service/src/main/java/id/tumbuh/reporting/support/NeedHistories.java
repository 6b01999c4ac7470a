package id.tumbuh.reporting.support;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.reporting.monthly.Days;
import id.tumbuh.reporting.monthly.MonthCounters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Histories of needs in the database. */
public final class NeedHistories {
    private NeedHistories() {}

    /** A need as an event tells it. */
    record Told(
            UUID needId,
            long version,
            UUID familyId,
            @Nullable UUID childId,
            @Nullable UUID pregnancyId,
            String area,
            Days open) {}

    /**
     * A placement as an event tells it.
     *
     * @param from null when it was let go before anything was promised
     */
    record Placed(
            UUID placementId,
            long version,
            UUID needId,
            UUID familyId,
            String area,
            @Nullable LocalDate from,
            @Nullable LocalDate endedOn) {}

    /** Those that are there; a placement whose need did not come yet waits for it. */
    static Collection<NeedHistory> read(Handle sql, Collection<UUID> needs) {
        Map<UUID, List<Days>> sponsored = new HashMap<>();
        sql.createQuery("""
                        select need_id, from_on, ended_on from sponsorship
                        where need_id = any(:needs) and from_on is not null order by placement_id""")
                .bindArray("needs", UUID.class, needs.toArray())
                .map((row, _) -> sponsored
                        .computeIfAbsent(row.getObject("need_id", UUID.class), _ -> new ArrayList<>())
                        .add(new Days(
                                row.getObject("from_on", LocalDate.class), row.getObject("ended_on", LocalDate.class))))
                .list();
        return sql.createQuery("select need_id, area_code, opened_on, closed_on from need where need_id = any(:needs)")
                .bindArray("needs", UUID.class, needs.toArray())
                .map((row, _) -> new NeedHistory(
                        row.getString("area_code"),
                        new Days(
                                row.getObject("opened_on", LocalDate.class),
                                row.getObject("closed_on", LocalDate.class)),
                        sponsored.getOrDefault(row.getObject("need_id", UUID.class), List.of())))
                .list();
    }

    /** Keeps the newest of each. */
    static void storeNeeds(Handle sql, Collection<Told> needs) {
        Columns.of(List.copyOf(needs))
                .uuid(Told::needId)
                .int8(Told::version)
                .uuid(Told::familyId)
                .uuid(Told::childId)
                .uuid(Told::pregnancyId)
                .text(Told::area)
                .as("date", row -> row.open().from())
                .as("date", row -> row.open().until())
                .update(sql, """
                        insert into need as held (need_id, version, family_id, child_id, pregnancy_id, area_code, opened_on, closed_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) as told (need_id) order by need_id
                        on conflict on constraint need_pk do update
                        set version = excluded.version, family_id = excluded.family_id, child_id = excluded.child_id,
                            pregnancy_id = excluded.pregnancy_id, area_code = excluded.area_code,
                            opened_on = excluded.opened_on, closed_on = excluded.closed_on
                        where held.version < excluded.version""");
    }

    /** Keeps the newest of each. */
    static void storePlacements(Handle sql, Collection<Placed> placements) {
        Columns.of(List.copyOf(placements))
                .uuid(Placed::placementId)
                .int8(Placed::version)
                .uuid(Placed::needId)
                .uuid(Placed::familyId)
                .text(Placed::area)
                .as("date", Placed::from)
                .as("date", Placed::endedOn)
                .update(sql, """
                        insert into sponsorship as held (placement_id, version, need_id, family_id, area_code, from_on, ended_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?) as told (placement_id) order by placement_id
                        on conflict on constraint sponsorship_pk do update
                        set version = excluded.version, family_id = excluded.family_id, area_code = excluded.area_code,
                            from_on = excluded.from_on, ended_on = excluded.ended_on
                        where held.version < excluded.version""");
    }

    /** Takes what is erased out of the counters; returns how many needs and placements went. */
    public static long erase(Transaction tx, ErasureNotice notice) {
        MonthCounters.takeTurns(tx.sql());
        List<UUID> needs = tx.sql()
                .createQuery("""
                        select need_id from need where child_id = any(:erased) or pregnancy_id = any(:erased)
                            or family_id = any(:erased)
                        union select need_id from sponsorship where family_id = any(:erased)""")
                .bindArray("erased", UUID.class, notice.erased().toArray())
                .mapTo(UUID.class)
                .list();
        MonthCounters counters = new MonthCounters();
        read(tx.sql(), needs).forEach(history -> history.count(counters, -1));
        counters.write(tx);
        long gone = 0;
        for (String table : List.of("sponsorship", "need")) {
            gone += tx.sql()
                    .createUpdate("delete from " + table + " where need_id = any(:needs)")
                    .bindArray("needs", UUID.class, needs.toArray())
                    .execute();
        }
        return gone;
    }
}

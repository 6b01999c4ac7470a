package id.tumbuh.reporting.delivery;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.delivery.DeliveryConsumer.DeliveryState;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.monthly.MonthCounters.Months;
import id.tumbuh.reporting.told.Told;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Deliveries in the database. */
public final class Deliveries {
    private Deliveries() {}

    /** One delivery, and what it adds to the counters of the month it was planned for. */
    record Outcome(String area, YearMonth month, String state) {
        void count(MonthCounters counters, int direction) {
            Months that = new Months(month, month.plusMonths(1));
            List<String> areas = Country.levelsOf(area);
            switch (state) {
                case "DELIVERED" -> counters.addFrom(areas, "deliveries.made", that, direction);
                case "MISSED" -> counters.addFrom(areas, "deliveries.missed", that, direction);
                case "REFUSED" -> counters.addFrom(areas, "deliveries.refused", that, direction);
                default -> {
                    return; // nothing became of it yet
                }
            }
            counters.addFrom(areas, "deliveries.due", that, direction);
        }
    }

    static List<Outcome> of(Handle sql, Collection<UUID> ids) {
        return sql.createQuery("select area_code, month, state from delivery where delivery_id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> new Outcome(
                        row.getString("area_code"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("state")))
                .list();
    }

    static void store(Handle sql, List<Told<DeliveryState>> told) {
        Columns.of(told)
                .uuid(one -> one.state().deliveryId())
                .int8(Told::version)
                .uuid(one -> one.state().familyId())
                .uuid(one -> one.state().childId())
                .uuid(one -> one.state().pregnancyId())
                .text(one -> one.state().areaCode())
                .as("date", one -> one.state().plannedOn().withDayOfMonth(1))
                .text(one -> one.state().state())
                .update(sql, """
                        insert into delivery as held (delivery_id, version, family_id, child_id, pregnancy_id, area_code, month, state)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint delivery_pk do update
                        set version = excluded.version, family_id = excluded.family_id, child_id = excluded.child_id,
                            pregnancy_id = excluded.pregnancy_id, area_code = excluded.area_code, month = excluded.month,
                            state = excluded.state
                        where held.version < excluded.version""");
    }

    /** Takes what is erased out of the counters; returns how many deliveries went. */
    public static long erase(Transaction tx, ErasureNotice notice) {
        MonthCounters.takeTurns(tx.sql());
        List<UUID> gone = tx.sql()
                .createQuery("""
                        select delivery_id from delivery where child_id = any(:erased) or pregnancy_id = any(:erased)
                            or family_id = any(:erased)""")
                .bindArray("erased", UUID.class, notice.erased().toArray())
                .mapTo(UUID.class)
                .list();
        MonthCounters counters = new MonthCounters();
        of(tx.sql(), gone).forEach(one -> one.count(counters, -1));
        counters.write(tx);
        return tx.sql()
                .createUpdate("delete from delivery where delivery_id = any(:gone)")
                .bindArray("gone", UUID.class, gone.toArray())
                .execute();
    }
}

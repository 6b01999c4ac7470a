package id.tumbuh.reporting.referral;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.reporting.area.Within;
import id.tumbuh.reporting.referral.ReferralConsumer.ReferralState;
import id.tumbuh.reporting.told.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Referrals in the database. */
@ApplicationScoped
public class Referrals {
    /**
     * The open referrals of a field.
     *
     * @param waiting not answered by the office yet
     * @param declined sent back by the office
     * @param done done by the office, and the data do not show it yet
     * @param overdue not done on the day it was promised for
     */
    public record Count(String field, long open, long waiting, long declined, long done, long overdue) {
        public Count {}
    }

    /** Counted when it is asked, from an index that has the open ones alone. */
    public List<Count> open(Handle sql, String area, LocalDate today) {
        return Within.of(area)
                .bind(sql.createQuery("""
                        select field, count(*) as open, count(*) filter (where coalesce(stage, 'SENT') = 'SENT') as waiting,
                            count(*) filter (where stage = 'DECLINED') as declined,
                            count(*) filter (where stage = 'DONE') as done,
                            count(*) filter (where due_on < :today and stage is distinct from 'DONE') as overdue
                        from referral where state = 'OPEN' and area_code >= :from and area_code < :to
                        group by field order by 2 desc, field"""))
                .bind("today", today)
                .map((row, _) -> new Count(
                        row.getString("field"),
                        row.getLong("open"),
                        row.getLong("waiting"),
                        row.getLong("declined"),
                        row.getLong("done"),
                        row.getLong("overdue")))
                .list();
    }

    static void store(Handle sql, List<Told<ReferralState>> told) {
        Columns.of(told)
                .uuid(one -> one.state().referralId())
                .int8(Told::version)
                .uuid(one -> one.state().familyId())
                .uuid(one -> one.state().childId())
                .text(one -> one.state().areaCode())
                .text(one -> one.state().field())
                .text(one -> one.state().state())
                .text(one -> one.state().stage())
                .as("date", one -> one.state().dueOn())
                .update(sql, """
                        insert into referral as held (referral_id, version, family_id, child_id, area_code, field, state, stage, due_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint referral_pk do update
                        set version = excluded.version, family_id = excluded.family_id, child_id = excluded.child_id,
                            area_code = excluded.area_code, field = excluded.field, state = excluded.state,
                            stage = excluded.stage, due_on = excluded.due_on
                        where held.version < excluded.version""");
    }

    /** Returns how many went. */
    public static long erase(Transaction tx, ErasureNotice notice) {
        return tx.sql()
                .createUpdate("delete from referral where child_id = any(:erased) or family_id = any(:erased)")
                .bindArray("erased", UUID.class, notice.erased().toArray())
                .execute();
    }
}

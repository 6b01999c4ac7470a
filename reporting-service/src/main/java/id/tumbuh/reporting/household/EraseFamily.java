package id.tumbuh.reporting.household;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.reporting.monthly.MonthCounters;
import java.util.List;

/** Takes an erased family out of the figures of families. */
public final class EraseFamily {
    private EraseFamily() {}

    /** How many rows went; a family of which children alone are erased stays. */
    public static long of(Transaction tx, ErasureNotice notice) {
        if (!notice.wholeFamily()) {
            return 0;
        }
        MonthCounters.takeTurns(tx.sql());
        MonthCounters counters = new MonthCounters();
        FamilyHistories.read(tx.sql(), List.of(notice.familyId())).values().forEach(one -> one.count(counters, -1));
        counters.write(tx);
        long gone = 0;
        for (String table : List.of("family_month", "companionship", "family_visit")) {
            gone += tx.sql()
                    .createUpdate("delete from " + table + " where family_id = :family")
                    .bind("family", notice.familyId())
                    .execute();
        }
        return gone;
    }
}

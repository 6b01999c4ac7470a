package id.tumbuh.measurement.erasure;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.roster.ForgetChildren;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ApplyErasures;
import id.tumbuh.platform.erasure.ErasesCopies;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is kept here of persons that the registry has erased. */
@ApplicationScoped
class EraseCopies implements ErasesCopies {
    /** Tables with rows of children, by the column that names the child. */
    private static final Map<String, String> OF_CHILDREN = Map.of(
            "child", "id",
            "measurement", "child_id",
            "measurement_revision", "child_id",
            "pending_measurement", "child_id",
            "exchange_delivery", "child_id");

    private final ForgetChildren forget;

    EraseCopies(ForgetChildren forget) {
        this.forget = forget;
    }

    @Produces
    @Singleton
    static ApplyErasures erasures(EraseCopies copies, ObjectMapper json) {
        return new ApplyErasures("measurement", copies, json);
    }

    @Override
    public Map<String, Long> erase(Transaction tx, ErasureNotice notice) {
        Map<String, Long> counts = new TreeMap<>();
        OF_CHILDREN.forEach((table, column) -> counts.put(table, count(tx.sql(), table, column, notice.childIds())));
        forget.forgetAlone(tx, Set.copyOf(notice.childIds()));
        counts.put("pregnancy_check", eraseChecks(tx, "pregnancy", notice));
        counts.put("couple_check", eraseChecks(tx, "couple", notice));
        return counts;
    }

    private static long count(Handle sql, String table, String column, List<UUID> children) {
        return sql.createQuery("select count(*) from " + table + " where " + column + " = any(:children)")
                .bindArray("children", UUID.class, children.toArray())
                .mapTo(Long.class)
                .one();
    }

    private record Check(UUID id, long version) {}

    /** Checks of the family's pregnancies and couples: by the family, and by the ids that were erased with it. */
    private static long eraseChecks(Transaction tx, String what, ErasureNotice notice) {
        String table = what + "_check";
        List<Check> gone = tx.sql()
                .createQuery(
                        "delete from " + table + " where subject_id = any(:others) or (:whole and family_id = :family)"
                                + " returning id, version")
                .bindArray("others", UUID.class, notice.otherIds().toArray())
                .bind("whole", notice.wholeFamily())
                .bind("family", notice.familyId())
                .map((row, _) -> new Check(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
        tx.sql()
                .createUpdate("delete from " + table + "_revision where id = any(:ids)")
                .bindArray("ids", UUID.class, gone.stream().map(Check::id).toArray())
                .execute();
        gone.forEach(check -> tx.announce(Announcement.erasing(
                "measurement." + what + "-checks",
                "id.tumbuh.measurement." + what + "-check-voided.v1",
                check.id(),
                check.version() + 1)));
        return gone.size();
    }
}

package id.tumbuh.intervention.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.caseaudit.EraseCaseAudits;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ApplyErasures;
import id.tumbuh.platform.erasure.ErasesCopies;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What is kept here of persons that the registry has erased. Their open needs and referrals are closed first, so that whoever
 * follows them hears of the end; then everything is erased, from the topics too.
 */
@ApplicationScoped
class EraseCopies implements ErasesCopies {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    /** Later than everything the registry ever told of them. */
    private static final long LAST = Long.MAX_VALUE;

    /** How the end of each aggregate is told. */
    private static final Map<String, String> LAST_EVENT = Map.of(
            "need",
            "need-closed.v2",
            "referral",
            "referral-closed.v1",
            "placement",
            "placement-ended.v1",
            "home_visit",
            "home-visit-asked.v1");
    /** Whoever is helped, in tables that name both the person and the family. */
    private static final String HELPED =
            "child_id = any(:children) or pregnancy_id = any(:others) or (:whole and family_id = :family)";

    private final Casework casework;
    private final EraseCaseAudits caseAudits;
    private final Clock clock = Clock.system(ZONE);

    EraseCopies(Casework casework, EraseCaseAudits caseAudits) {
        this.casework = casework;
        this.caseAudits = caseAudits;
    }

    @Produces
    @Singleton
    static ApplyErasures erasures(EraseCopies copies, ObjectMapper json) {
        return new ApplyErasures("intervention", copies, json);
    }

    private record Gone(UUID id, long version) {}

    @Override
    public Map<String, Long> erase(Transaction tx, ErasureNotice notice) {
        close(tx, notice);
        Map<String, Long> counts = new TreeMap<>();
        counts.put("delivery", eraseDeliveries(tx, notice));
        counts.put(
                "home_visit",
                eraseFromTopic(
                        tx, "home_visit", "child_id = any(:children) or (:whole and family_id = :family)", notice));
        counts.put("placement", eraseFromTopic(tx, "placement", HELPED, notice));
        counts.put(
                "programme_beneficiary",
                delete(
                        tx.sql(),
                        "programme_beneficiary",
                        "need_id in (select id from need where child_id = any(:children) or pregnancy_id = any(:others))",
                        notice));
        counts.put(
                "need", eraseFromTopic(tx, "need", "child_id = any(:children) or pregnancy_id = any(:others)", notice));
        counts.put(
                "referral",
                eraseFromTopic(
                        tx, "referral", "child_id = any(:children) or (:whole and family_id = :family)", notice));
        counts.putAll(caseAudits.erase(tx, notice, LocalDate.now(clock)));
        counts.put(
                "permission",
                delete(
                        tx.sql(),
                        "permission",
                        "child_id = any(:children) or (:whole and family_id = :family)",
                        notice));
        counts.put(
                "webhook_event",
                delete(
                        tx.sql(),
                        "webhook_event",
                        "child_id = any(:children) or pregnancy_id = any(:others) or (:whole and family_id = :family)",
                        notice));
        counts.put(
                "partner_pseudonym",
                delete(
                        tx.sql(),
                        "partner_pseudonym",
                        "subject_id = any(:children) or subject_id = any(:others)",
                        notice));
        counts.put("child_sex", delete(tx.sql(), "child_sex", "child_id = any(:children)", notice));
        counts.put("weighing", delete(tx.sql(), "weighing", "child_id = any(:children)", notice));
        counts.put("pregnancy_check", delete(tx.sql(), "pregnancy_check", "pregnancy_id = any(:others)", notice));
        counts.put("pregnancy", delete(tx.sql(), "pregnancy", "id = any(:others)", notice));
        counts.put("child", delete(tx.sql(), "child", "id = any(:children)", notice));
        counts.put("house_note", delete(tx.sql(), "house_note", "(:whole and family_id = :family)", notice));
        counts.put("family", delete(tx.sql(), "family", "(:whole and id = :family)", notice));
        return counts;
    }

    private void close(Transaction tx, ErasureNotice notice) {
        LocalDate day = LocalDate.now(clock);
        List<Fact> facts = new ArrayList<>();
        notice.childIds().forEach(child -> facts.add(new Fact.ChildErased(child, LAST, day)));
        // adults and couples are among them: nothing is kept here of those
        notice.otherIds().forEach(other -> facts.add(new Fact.PregnancyErased(other, LAST, day)));
        if (notice.wholeFamily()) {
            facts.add(new Fact.FamilyErased(notice.familyId(), LAST, day));
        }
        casework.take(tx, facts);
    }

    /** Their reports go with them. What kitchens gave stays, without saying for which delivery. Plans were never announced. */
    private static long eraseDeliveries(Transaction tx, ErasureNotice notice) {
        // locked first: who adds a photo or a report comes before, and is seen, or finds nothing
        run(tx, "select id from delivery where " + HELPED + " order by id for update", notice);
        run(
                tx,
                "with gone as (delete from photo where delivery_id in (select id from delivery where " + HELPED
                        + ") returning hash) insert into photo_orphan select distinct hash from gone"
                        + " on conflict do nothing returning hash",
                notice);
        run(
                tx,
                "update stock_movement set delivery_id = null where delivery_id in (select id from delivery where "
                        + HELPED + ") returning id",
                notice);
        List<GoneDelivery> gone = bound(
                        tx.sql().createQuery("delete from delivery where " + HELPED + " returning id, version, state"),
                        HELPED,
                        notice)
                .map((row, _) -> new GoneDelivery(
                        new Gone(row.getObject("id", UUID.class), row.getLong("version")), row.getString("state")))
                .list();
        gone.stream()
                .filter(one -> !one.state().equals("PLANNED") && !one.state().equals("CANCELLED"))
                .map(GoneDelivery::gone)
                .forEach(one -> tx.announce(Announcement.erasing(
                        "intervention.deliveries",
                        "id.tumbuh.intervention.delivery-made.v1",
                        one.id(),
                        one.version() + 1)));
        return gone.size();
    }

    private static void run(Transaction tx, String sql, ErasureNotice notice) {
        bound(tx.sql().createQuery(sql), sql, notice).mapTo(String.class).list();
    }

    private record GoneDelivery(Gone gone, String state) {}

    private static long eraseFromTopic(Transaction tx, String table, String which, ErasureNotice notice) {
        List<Gone> gone = bound(
                        tx.sql().createQuery("delete from " + table + " where " + which + " returning id, version"),
                        which,
                        notice)
                .map((row, _) -> new Gone(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
        gone.forEach(one -> tx.announce(Announcement.erasing(
                "intervention." + table.replace('_', '-') + "s",
                "id.tumbuh.intervention." + LAST_EVENT.get(table),
                one.id(),
                one.version() + 1)));
        return gone.size();
    }

    private static long delete(Handle sql, String table, String which, ErasureNotice notice) {
        return bound(sql.createQuery("delete from " + table + " where " + which + " returning 1"), which, notice)
                .mapTo(Integer.class)
                .list()
                .size();
    }

    /** Unused bindings are refused, so each statement is given what it names. */
    private static Query bound(Query query, String which, ErasureNotice notice) {
        if (which.contains(":children")) {
            query.bindArray("children", UUID.class, notice.childIds().toArray());
        }
        if (which.contains(":others")) {
            query.bindArray("others", UUID.class, notice.otherIds().toArray());
        }
        if (which.contains(":family")) {
            query.bind("whole", notice.wholeFamily()).bind("family", notice.familyId());
        }
        return query;
    }
}

package id.tumbuh.intervention.caseaudit;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Cases of persons whom the registry has erased: withdrawn first, so that whoever follows them hears of the end; then gone. */
@ApplicationScoped
public class EraseCaseAudits {
    private static final String TOPIC = "intervention.case-audits";
    private static final String TYPE = "id.tumbuh.intervention.case-audit-";

    private final CaseAudits audits;

    EraseCaseAudits(CaseAudits audits) {
        this.audits = audits;
    }

    private record Gone(UUID id, long version) {}

    /** Of rows, by table. */
    public Map<String, Long> erase(Transaction tx, ErasureNotice notice, LocalDate day) {
        List<UUID> subjects = subjects(tx.sql(), notice);
        List<UUID> cases = ids(
                tx.sql(),
                "select id from case_audit where subject_id = any(:ids) or origin_id = any(:ids)"
                        + " order by id for update",
                subjects);
        withdraw(tx, cases, day);
        Map<String, Long> counts = new TreeMap<>();
        counts.put("case_audit_follow_up", (long)
                ids(tx.sql(), "delete from case_audit_follow_up where case_id = any(:ids) returning id", cases)
                        .size());
        counts.put(
                "case_audit_reminder",
                told(
                        tx,
                        "delete from case_audit_reminder where case_id = any(:ids) returning id, 1 as version",
                        cases,
                        "reminded.v1"));
        counts.put(
                "case_audit",
                told(
                        tx,
                        "delete from case_audit where id = any(:ids) returning id, version",
                        cases,
                        "stage-reached.v1"));
        counts.put("case_audit_check", (long)
                ids(tx.sql(), "delete from case_audit_check where subject_id = any(:ids) returning id", subjects)
                        .size());
        counts.put("case_audit_subject", (long)
                ids(tx.sql(), "delete from case_audit_subject where id = any(:ids) returning id", subjects)
                        .size());
        return counts;
    }

    /** Those named, and with a whole family everybody of it that is known here. */
    private static List<UUID> subjects(Handle sql, ErasureNotice notice) {
        List<UUID> subjects = new ArrayList<>(notice.childIds());
        subjects.addAll(notice.otherIds());
        if (notice.wholeFamily()) {
            subjects.addAll(ids(
                    sql,
                    "select id from case_audit_subject where family_id = any(:ids)"
                            + " union select subject_id from case_audit where family_id = any(:ids)",
                    List.of(notice.familyId())));
        }
        return subjects.stream().distinct().sorted().toList();
    }

    private void withdraw(Transaction tx, List<UUID> cases, LocalDate day) {
        Map<CaseAudit, CaseAudit> changed = new LinkedHashMap<>();
        for (CaseAudit audit : CaseAudits.lock(tx.sql(), cases)) {
            if (audit instanceof CaseAudit.Open open) {
                changed.put(audit, open.withdrawn(WithdrawalReason.ERASED, day));
            }
        }
        audits.store(tx, changed);
    }

    private static long told(Transaction tx, String delete, List<UUID> cases, String type) {
        List<Gone> gone = query(tx.sql(), delete, cases)
                .map((row, _) -> new Gone(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
        gone.forEach(one -> tx.announce(Announcement.erasing(TOPIC, TYPE + type, one.id(), one.version() + 1)));
        return gone.size();
    }

    private static List<UUID> ids(Handle sql, String statement, List<UUID> of) {
        return query(sql, statement, of).mapTo(UUID.class).list();
    }

    private static Query query(Handle sql, String statement, List<UUID> of) {
        return sql.createQuery(statement).bindArray("ids", UUID.class, of.toArray());
    }
}

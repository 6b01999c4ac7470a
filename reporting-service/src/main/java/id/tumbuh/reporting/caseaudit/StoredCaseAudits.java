package id.tumbuh.reporting.caseaudit;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.reporting.caseaudit.CaseAuditConsumer.CaseAuditState;
import id.tumbuh.reporting.told.Told;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Cases in the database, as events change them. */
final class StoredCaseAudits {
    private StoredCaseAudits() {}

    /** A step belongs to the area where the case is now. */
    static Collection<CaseHistory> histories(Handle sql, Collection<UUID> ids) {
        Map<UUID, Map<String, LocalDate>> steps = new HashMap<>();
        Map<UUID, String> areas = new TreeMap<>();
        sql.createQuery("""
                        select c.case_audit_id, c.area_code, s.stage, s.reached_on
                        from case_audit c join case_audit_step s on s.case_audit_id = c.case_audit_id
                        where c.case_audit_id = any(:ids)""")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> {
                    UUID id = row.getObject("case_audit_id", UUID.class);
                    areas.put(id, row.getString("area_code"));
                    return steps.computeIfAbsent(id, _ -> new HashMap<>())
                            .put(row.getString("stage"), row.getObject("reached_on", LocalDate.class));
                })
                .list();
        return areas.entrySet().stream()
                .map(one -> new CaseHistory(one.getValue(), steps.getOrDefault(one.getKey(), Map.of())))
                .toList();
    }

    static void store(Handle sql, List<Told<CaseAuditState>> told) {
        Columns.of(told)
                .uuid(one -> one.state().caseAuditId())
                .int8(Told::version)
                .uuid(one -> one.state().roundId())
                .text(one -> one.state().number())
                .text(one -> one.state().group())
                .text(one -> one.state().areaCode())
                .text(one -> one.state().stage())
                .as("date", one -> one.state().reachedOn())
                .int4(one -> one.state().followUps())
                .int4(one -> one.state().openFollowUps())
                .text(one -> one.state().outcome())
                .update(sql, """
                        insert into case_audit as held (case_audit_id, version, round_id, number, audit_group, area_code, stage,
                            reached_on, follow_ups, open_follow_ups, outcome)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint case_audit_pk do update
                        set version = excluded.version, round_id = excluded.round_id, number = excluded.number,
                            audit_group = excluded.audit_group, area_code = excluded.area_code, stage = excluded.stage,
                            reached_on = excluded.reached_on, follow_ups = excluded.follow_ups,
                            open_follow_ups = excluded.open_follow_ups, outcome = excluded.outcome
                        where held.version < excluded.version""");
    }

    /** Every stage that was told, the newest word of each; none of a case that is erased. */
    static void storeSteps(Handle sql, List<Told<CaseAuditState>> every) {
        Map<String, Told<CaseAuditState>> newest = new TreeMap<>();
        every.forEach(told -> newest.merge(
                told.state().caseAuditId() + "/" + told.state().stage(),
                told,
                (one, other) -> one.version() >= other.version() ? one : other));
        Columns.of(List.copyOf(newest.values()))
                .uuid(one -> one.state().caseAuditId())
                .text(one -> one.state().stage())
                .int8(Told::version)
                .text(one -> one.state().areaCode())
                .as("date", one -> one.state().reachedOn())
                .update(sql, """
                        insert into case_audit_step as held (case_audit_id, stage, version, area_code, reached_on)
                        select told.* from unnest(?, ?, ?, ?, ?) as told (case_audit_id, stage, version, area_code, reached_on)
                            join case_audit c on c.case_audit_id = told.case_audit_id and c.stage <> 'ERASED'
                        on conflict on constraint case_audit_step_pk do update
                        set version = excluded.version, area_code = excluded.area_code, reached_on = excluded.reached_on
                        where held.version < excluded.version""");
    }

    /** By the version of the tombstone, which is the last: what was told before it and comes later changes nothing. */
    static void erase(Handle sql, Map<UUID, Long> erased) {
        if (erased.isEmpty()) {
            return;
        }
        Columns.of(List.copyOf(erased.entrySet()))
                .uuid(Map.Entry::getKey)
                .int8(Map.Entry::getValue)
                .update(sql, """
                        insert into case_audit as held (case_audit_id, version, area_code, stage, follow_ups, open_follow_ups)
                        select case_audit_id, version, '', 'ERASED', 0, 0 from unnest(?, ?) as told (case_audit_id, version)
                        on conflict on constraint case_audit_pk do update
                        set version = excluded.version, round_id = null, number = null, audit_group = null, area_code = '',
                            stage = 'ERASED', reached_on = null, follow_ups = 0, open_follow_ups = 0, outcome = null
                        where held.version < excluded.version""");
        sql.createUpdate("delete from case_audit_step where case_audit_id = any(:ids)")
                .bindArray("ids", UUID.class, erased.keySet().toArray())
                .execute();
    }
}

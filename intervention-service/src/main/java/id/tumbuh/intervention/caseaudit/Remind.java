package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Announces steps that are due soon or late, each once. What was told is a row, so whoever dies on the way goes on where the last
 * transaction ended, and replicas that look at once tell nothing twice.
 */
@ApplicationScoped
class Remind {
    private final ObjectMapper json;
    private final CaseAuditRules rules;

    Remind(ObjectMapper json, CaseAuditRules rules) {
        this.json = json;
        this.rules = rules;
    }

    /** Returns how many were told; fewer than the portion when nothing is left. */
    int some(Transaction tx, LocalDate day, int portion) {
        List<CaseAuditReminded> told = tx.sql()
                .createQuery("""
                        with due as (
                            select c.id as case_id, cast(null as uuid) as follow_up_id, c.area_code, c.stage as step,
                                cast(r.stage_due ->> c.stage as date) as due_on
                            from case_audit c join case_audit_round r on r.id = c.round_id
                            where c.stage not in ('NOT_SELECTED', 'EVALUATED', 'WITHDRAWN')
                            union all
                            select c.id, f.id, f.area_code, 'FOLLOW_UP_LINE', f.due_on
                            from case_audit_follow_up f join case_audit c on c.id = f.case_id
                            where f.completion is null and c.stage = 'FOLLOW_UP'),
                        pressing as (
                            select d.*, case when d.due_on < :day then 'OVERDUE' else 'DUE_SOON' end as level
                            from due d where d.due_on <= :soon),
                        told as (
                            insert into case_audit_reminder (case_id, follow_up_id, area_code, step, level, due_on)
                            select p.case_id, p.follow_up_id, p.area_code, p.step, p.level, p.due_on
                            from pressing p
                            where not exists (select 1 from case_audit_reminder m where m.case_id = p.case_id
                                and m.step = p.step and m.follow_up_id is not distinct from p.follow_up_id
                                and m.due_on = p.due_on and m.level = p.level)
                            order by p.case_id, p.step, p.follow_up_id limit :portion
                            on conflict on constraint case_audit_reminder_once do nothing
                            returning *)
                        select t.*, c.number, c.audit_group, c.stage, c.family_id, f.field
                        from told t join case_audit c on c.id = t.case_id
                        left join case_audit_follow_up f on f.case_id = t.case_id and f.id = t.follow_up_id
                        order by t.case_id, t.step, t.follow_up_id""")
                .bind("day", day)
                .bind("soon", day.plusDays(rules.remindDaysBefore(day)))
                .bind("portion", portion)
                .map((row, _) -> reminded(row))
                .list();
        tx.announceAll(
                told.stream().map(reminder -> Announcement.of(reminder, json)).toList());
        return told.size();
    }

    private static CaseAuditReminded reminded(ResultSet row) throws SQLException {
        return new CaseAuditReminded(
                row.getObject("id", UUID.class),
                1,
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                CaseAuditGroup.valueOf(row.getString("audit_group")),
                row.getString("area_code"),
                CaseAuditStage.valueOf(row.getString("stage")),
                row.getObject("follow_up_id", UUID.class),
                row.getString("field"),
                ReminderLevel.valueOf(row.getString("level")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("family_id", UUID.class));
    }
}

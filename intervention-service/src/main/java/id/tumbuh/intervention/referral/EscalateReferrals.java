package id.tumbuh.intervention.referral;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a late referral the business of the next level, in portions. Run again on the same day it changes nothing; a run that was
 * cut short leaves the rest to the next.
 */
@ApplicationScoped
class EscalateReferrals {
    private static final String WORKER = "referral-escalation";

    private final Database database;
    private final RuleBook rules;
    private final ObjectMapper json;

    EscalateReferrals(Database database, RuleBook rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    /** Returns how many were escalated: as many as the portion when more may be waiting. */
    int escalate(Scope scope, LocalDate today, int portion) {
        EscalationRule rule = EscalationRule.of(rules.on(today));
        return database.write(scope, tx -> {
            List<UUID> late = late(tx, rule, today, portion);
            Families.lock(tx.sql(), Map.of(), Referrals.familiesOf(tx.sql(), late));
            List<Referral> escalated = new ArrayList<>();
            for (Referral referral : Referrals.byIds(tx.sql(), late)) {
                if (referral instanceof Referral.Open open) {
                    higher(open, rule, today).ifPresent(level -> escalated.add(open.escalatedTo(level)));
                }
            }
            Referrals.store(tx.sql(), escalated);
            escalated.forEach(referral -> tell(tx, referral));
            return late.size();
        });
    }

    /** A level is never taken back but by the next stage. */
    private static Optional<EscalationLevel> higher(Referral.Open open, EscalationRule rule, LocalDate today) {
        EscalationLevel now = open.escalated();
        return rule.level(open.progress(), today).filter(level -> now == null || level.compareTo(now) > 0);
    }

    private void tell(Transaction tx, Referral referral) {
        tx.announce(Announcement.of(ReferralEvent.of(referral, ReferralEvent.Happened.ESCALATED), json));
        tx.audit(new AuditEntry(
                WORKER,
                null,
                "ESCALATE_REFERRAL",
                "referral",
                referral.id().toString(),
                referral.home().area().value()));
    }

    /** Those whose delay has reached a level they don't have; the comparison is the rule's own, in the words of the database. */
    private static List<UUID> late(Transaction tx, EscalationRule rule, LocalDate today, int portion) {
        return tx.sql()
                .createQuery("""
                        select id from referral
                        where state = 'OPEN' and stage <> 'DONE' and coalesce(due_on, sent_on) < :today
                            and coalesce(due_on, sent_on + :acceptWithin) < :today
                            and case coalesce(escalated_to, '') when '' then 0 when 'KECAMATAN' then 1 when 'KABUPATEN' then 2
                                else 3 end
                            < case when :today - coalesce(due_on, sent_on + :acceptWithin) >= :province then 3
                                when :today - coalesce(due_on, sent_on + :acceptWithin) >= :kabupaten then 2
                                when :today - coalesce(due_on, sent_on + :acceptWithin) >= :kecamatan then 1 else 0 end
                        order by family_id, id limit :portion""")
                .bind("acceptWithin", rule.acceptWithinDays())
                .bind("today", today)
                .bind("province", rule.afterDays().get(EscalationLevel.PROVINCE))
                .bind("kabupaten", rule.afterDays().get(EscalationLevel.KABUPATEN))
                .bind("kecamatan", rule.afterDays().get(EscalationLevel.KECAMATAN))
                .bind("portion", portion)
                .mapTo(UUID.class)
                .list();
    }
}

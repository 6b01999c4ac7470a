package id.tumbuh.intervention.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Counts as missed what was due some days ago and nobody told anything of; whoever tells later is believed. */
@ApplicationScoped
class MissInTime implements Chore {
    private static final int PORTION = 500;

    private final Database database;
    private final RuleBook rules;
    private final ObjectMapper json;

    MissInTime(Database database, RuleBook rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    @Override
    public String name() {
        return "deliveries.missed";
    }

    @Override
    public boolean step() {
        return step(Days.today()) == PORTION;
    }

    /** Returns how many were missed. */
    int step(LocalDate today) {
        LocalDate due = today.minusDays(DeliveryRules.of(rules.on(today)).graceDays());
        return database.write(Scope.everywhere(), tx -> {
            List<Reports.Made> missed = tx
                    .sql()
                    .createQuery("""
                            select * from delivery where state = 'PLANNED' and day < :due
                            order by day, id limit :portion for update skip locked""")
                    .bind("due", due)
                    .bind("portion", PORTION)
                    .map((row, _) -> Deliveries.delivery(row))
                    .stream()
                    .map(MissInTime::missed)
                    .toList();
            Deliveries.update(
                    tx.sql(), missed.stream().map(Reports.Made::delivery).toList());
            Reports.insert(tx.sql(), missed);
            missed.forEach(one -> tx.announce(Announcement.of(DeliveryEvent.of(one.delivery()), json)));
            return missed.size();
        });
    }

    private static Reports.Made missed(Delivery planned) {
        Delivery.Slot slot = planned.slot();
        return new Reports.Made(Delivery.told(slot, Report.notReported(slot.day()), planned.version() + 1), null);
    }
}

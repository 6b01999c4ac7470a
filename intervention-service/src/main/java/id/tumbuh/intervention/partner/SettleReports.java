package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.delivery.PartnersWord;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Brings reports of partners into the plan of deliveries: at once, and that something can't be brought on a day to come when that day
 * is over, because somebody else may bring it until then.
 */
@ApplicationScoped
class SettleReports implements Chore {
    private static final int PORTION = 100;

    private final Database database;
    private final PartnersWord word;
    private final Clock clock = Clock.systemUTC();

    SettleReports(Database database, PartnersWord word) {
        this.database = database;
        this.word = word;
    }

    @Override
    public String name() {
        return "partner-reports.settled";
    }

    @Override
    public boolean step() {
        return step(Days.of(clock.instant())) == PORTION;
    }

    private record Open(String client, PartnerReports.Report report) {}

    /** Returns how many were settled. */
    int step(LocalDate today) {
        return database.write(Scope.everywhere(), tx -> {
            List<Open> open = tx.sql()
                    .createQuery("""
                            select * from partner_report where open and day < :today
                            order by day, client, id limit :portion for update skip locked""")
                    .bind("today", today)
                    .bind("portion", PORTION)
                    .map((row, _) -> new Open(row.getString("client"), PartnerReports.report(row)))
                    .list();
            for (Open one : open) {
                settle(tx, new Actor("system", one.client(), Scope.everywhere()), one.report(), today);
            }
            return open.size();
        });
    }

    /** A report of the actor's client that was kept just now. */
    void settle(Transaction tx, Actor actor, PartnerReports.Report report, LocalDate today) {
        String client = Objects.requireNonNull(actor.client());
        boolean later = report.day().isAfter(today);
        UUID delivery = later
                ? null
                : word.take(
                                tx,
                                actor,
                                new PartnersWord.Said(
                                        report.placementId(),
                                        report.item(),
                                        report.day(),
                                        report.amount() != null,
                                        unplanned(client, report.id())),
                                today)
                        .orElse(null);
        tx.sql()
                .createUpdate("""
                        update partner_report set open = :open, delivery_id = cast(:delivery as uuid)
                        where client = :client and id = :id""")
                .bind("open", later)
                .bind("delivery", delivery)
                .bind("client", client)
                .bind("id", report.id())
                .execute();
    }

    /** Follows from the report, whose id is its sender's own. */
    private static UUID unplanned(String client, UUID report) {
        return UUID.nameUUIDFromBytes(("delivery/partner/" + client + "/" + report).getBytes(StandardCharsets.UTF_8));
    }
}

package id.tumbuh.intervention.partner;

import id.tumbuh.intervention.delivery.PartnersWord;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.work.Chore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings reports of partners into the plan of deliveries: at once, and that something can't be brought on a day to come when that day
 * is over, because somebody else may bring it until then. A report that fails for a reason of its own is set aside.
 */
@ApplicationScoped
class SettleReports implements Chore {
    private static final int PORTION = 100;

    private final Database database;
    private final PartnersWord word;
    private final RuleBook rules;
    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();

    SettleReports(Database database, PartnersWord word, RuleBook rules, MeterRegistry metrics) {
        this.database = database;
        this.word = word;
        this.rules = rules;
        this.metrics = metrics;
    }

    @Override
    public String name() {
        return "partner-reports.settled";
    }

    @Override
    public boolean step() {
        return step(Days.of(clock.instant())) == PORTION;
    }

    /** A report, by the application that sent it and its own id. */
    record Key(String client, UUID id) {}

    /** Returns how many were looked at: each by itself, so that one that fails keeps no other waiting. */
    int step(LocalDate today) {
        List<Key> due = due(today);
        due.forEach(one -> settle(one, today));
        return due.size();
    }

    /** Those that were set aside come last, and not before the time of the rule. */
    private List<Key> due(LocalDate today) {
        long pause = rules.on(today).number("partner.report-retry-hours").longValueExact();
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("""
                        select client, id from partner_report
                        where open and day < :today and (set_aside_at is null or set_aside_at <= :again)
                        order by set_aside_at nulls first, day, client, id limit :portion""")
                        .bind("today", today)
                        .bind(
                                "again",
                                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                                        .minusHours(pause))
                        .bind("portion", PORTION)
                        .map((row, _) -> new Key(row.getString("client"), row.getObject("id", UUID.class)))
                        .list());
    }

    /** Whether it stands in the plan now; else it is set aside. One whose row another replica is at is left to it. */
    boolean settle(Key key, LocalDate today) {
        try {
            database.<@Nullable Object>write(Scope.everywhere(), tx -> {
                open(tx, key)
                        .ifPresent(report ->
                                settle(tx, new Actor("system", key.client(), Scope.everywhere()), report, today));
                return null;
            });
            return true;
        } catch (RuntimeException failure) {
            setAside(key, SetAside.because(failure).orElseThrow(() -> failure), failure);
            return false;
        }
    }

    private static Optional<PartnerReports.Report> open(Transaction tx, Key key) {
        return tx.sql()
                .createQuery("""
                        select * from partner_report where client = :client and id = :id and open
                        for update skip locked""")
                .bind("client", key.client())
                .bind("id", key.id())
                .map((row, _) -> PartnerReports.report(row))
                .findOne();
    }

    /** When nothing can be written this fails too, and the chore waits as it always did. */
    private void setAside(Key key, SetAside reason, RuntimeException failure) {
        database.<@Nullable Object>write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("""
                                update partner_report set set_aside_at = :now, set_aside_reason = :reason
                                where client = :client and id = :id and open""")
                        .bind("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .bind("reason", reason.name())
                        .bind("client", key.client())
                        .bind("id", key.id())
                        .execute());
        // neither who sent it nor the message, which may quote a row
        Log.warnf(
                "a report of a partner is set aside: %s (%s)",
                reason, failure.getClass().getName());
        metrics.counter("tumbuh_partner_reports_set_aside", "reason", reason.name())
                .increment();
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
                                        said(report.amount()),
                                        unplanned(client, report.id())),
                                today)
                        .orElse(null);
        tx.sql()
                .createUpdate("""
                        update partner_report set open = :open, delivery_id = cast(:delivery as uuid), set_aside_at = null,
                            set_aside_reason = null
                        where client = :client and id = :id""")
                .bind("open", later)
                .bind("delivery", delivery)
                .bind("client", client)
                .bind("id", report.id())
                .execute();
    }

    private static PartnersWord.@Nullable Amount said(PartnerReports.@Nullable Amount amount) {
        return amount == null ? null : new PartnersWord.Amount(amount.quantity(), amount.unit());
    }

    /** Follows from the report, whose id is its sender's own. */
    private static UUID unplanned(String client, UUID report) {
        return UUID.nameUUIDFromBytes(("delivery/partner/" + client + "/" + report).getBytes(StandardCharsets.UTF_8));
    }
}

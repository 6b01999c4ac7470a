package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a partner tells of a delivery stands in the plan: it settles what was due on that day, or near it by the rule
 * {@code delivery.partner-days}, and is listed as something that nobody planned when nothing was. Whoever was there is believed instead.
 */
@ApplicationScoped
public class PartnersWord {
    private final RuleBook rules;
    private final ReportDeliveries reports;

    PartnersWord(RuleBook rules, ReportDeliveries reports) {
        this.rules = rules;
        this.reports = reports;
    }

    /**
     * That something was sent on a day, or can't be.
     *
     * @param amount null when it can't
     * @param unplannedId of the delivery that it makes where nothing was due
     */
    public record Said(
            UUID placementId,
            Item.Kind item,
            LocalDate day,
            @Nullable Amount amount,
            UUID unplannedId) {
        public Said {}
    }

    /** So much of it, in a unit of the partner's own. */
    public record Amount(BigDecimal quantity, String unit) {
        public Amount {}
    }

    /** The delivery that it is about; nothing when none was due and none was sent. Not of days to come. */
    public Optional<UUID> take(Transaction tx, Actor actor, Said said, LocalDate today) {
        RuleSet rule = rules.on(today);
        int near = rule.number("delivery.partner-days").intValueExact();
        PartnerUnits units = PartnerUnits.of(rule);
        Optional<Delivery> due = due(tx.sql(), said, near);
        if (due.isPresent()) {
            Delivery one = due.get();
            Delivery.Amount planned = one.slot().amount();
            Report report = report(said, units.in(planned.unit(), said.amount()).orElse(planned.quantity()));
            reports.report(tx, actor, List.of(new Sent(one.slot().id(), null, null, report, null)), today);
            return Optional.of(one.slot().id());
        }
        if (said.amount() == null) {
            return Optional.empty();
        }
        BigDecimal quantity = Optional.ofNullable(
                        DeliveryRules.of(rule).rhythms().get(said.item()))
                .flatMap(rhythm -> units.in(rhythm.unit(), said.amount()))
                .orElse(BigDecimal.ONE);
        Sent unplanned = new Sent(said.unplannedId(), said.placementId(), said.item(), report(said, quantity), null);
        return switch (reports.report(tx, actor, List.of(unplanned), today).getFirst()) {
            case Reporting.Kept _, Reporting.Unchanged _ -> Optional.of(said.unplannedId());
            case Reporting.Conflict _, Reporting.Invalid _ -> Optional.empty();
        };
    }

    /** As much as it sent, where its unit says how much that is of what was due; else, as of eggs, it stands for what was due. */
    private static Report report(Said said, BigDecimal quantity) {
        return said.amount() != null
                ? new Report(Report.Outcome.DELIVERED, said.day(), quantity, null, null, null, null, true)
                : new Report(Report.Outcome.MISSED, said.day(), null, null, null, Report.Reason.OTHER, null, true);
    }

    /** What no other report of a partner is about. Of another day only what nobody has told of yet. */
    private static Optional<Delivery> due(Handle sql, Said said, int near) {
        // two reports of one placement at once would take the same delivery
        sql.createQuery("select id from placement where id = :id for no key update")
                .bind("id", said.placementId())
                .mapTo(UUID.class)
                .list();
        return sql
                .createQuery("""
                        select d.* from delivery d
                        where d.placement_id = :placement and d.item = :item and d.planned and d.state <> 'CANCELLED'
                            and d.day between cast(:day as date) - :near and cast(:day as date) + :near
                            and not exists (select from partner_report r where r.delivery_id = d.id)
                        order by d.id for update of d""")
                .bind("placement", said.placementId())
                .bind("item", said.item().name())
                .bind("day", said.day())
                .bind("near", near)
                .map((row, _) -> Deliveries.delivery(row))
                .stream()
                .filter(one -> one.slot().day().equals(said.day()) || isOpen(one))
                .min(Comparator.comparingLong((Delivery one) ->
                                Math.abs(ChronoUnit.DAYS.between(one.slot().day(), said.day())))
                        .thenComparing(one -> one.slot().day()));
    }

    private static boolean isOpen(Delivery one) {
        return switch (one) {
            case Delivery.Planned _ -> true;
            case Delivery.Told told -> told.report().isByTimeAlone();
            case Delivery.Cancelled _ -> false;
        };
    }
}

package id.tumbuh.intervention.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.provider.Stocks;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in what became of deliveries, one or many, in one transaction. */
@ApplicationScoped
class ReportDeliveries {
    private final Database database;
    private final RuleBook rules;
    private final ObjectMapper json;

    ReportDeliveries(Database database, RuleBook rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    /** In the order sent; what is wrong with one keeps no other from being kept. */
    List<Reporting> report(Actor actor, List<Sent> all, LocalDate today) {
        return database.write(actor.scope(), tx -> report(tx, actor, all, today));
    }

    List<Reporting> report(Transaction tx, Actor actor, List<Sent> all, LocalDate today) {
        DeliveryRules rule = DeliveryRules.of(rules.on(today));
        Set<UUID> ids = all.stream().map(Sent::id).collect(Collectors.toSet());
        Map<UUID, Delivery> known = Deliveries.lock(tx.sql(), ids);
        Map<UUID, List<Report>> before = Reports.of(tx.sql(), ids);
        Told told = new Told(known, before, Kitchens.open(tx.sql(), actor.scope(), all, known.values()), today);
        told.makeRoom(tx.sql(), all, Unplanned.read(tx.sql(), provisions(all), rule));
        List<Reporting> outcomes = new ArrayList<>();
        all.forEach(sent -> outcomes.add(told.tell(sent)));
        store(tx, actor, told);
        return outcomes;
    }

    private void store(Transaction tx, Actor actor, Told told) {
        Deliveries.update(tx.sql(), told.latest());
        Reports.insert(tx.sql(), told.made());
        Stocks.insert(tx.sql(), told.moved());
        told.removeUntold(tx.sql());
        for (Reports.Made made : told.made()) {
            Delivery.Told delivery = made.delivery();
            tx.announce(Announcement.of(DeliveryEvent.of(delivery), json));
            tx.audit(actor.did(
                    made.correction() == null ? "REPORT" : "CORRECT",
                    "delivery",
                    delivery.slot().id(),
                    delivery.slot().home().area().value()));
        }
    }

    private static Set<UUID> provisions(List<Sent> all) {
        return all.stream().map(Sent::provisionId).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}

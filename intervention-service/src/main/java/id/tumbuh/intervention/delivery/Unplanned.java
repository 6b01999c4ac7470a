package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.ProblemCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Deliveries that nobody planned: what somebody brought on another day, or of something else, within the time of a promise. */
final class Unplanned {
    private final Map<UUID, Promised> promises = new HashMap<>();
    private final DeliveryRules rules;

    /** @param until the last day, by its end or else by its promise */
    private record Promised(Provision provision, Beneficiary.Ref of, Home home, LocalDate from, LocalDate until) {}

    private Unplanned(DeliveryRules rules) {
        this.rules = rules;
    }

    static Unplanned read(Handle sql, Collection<UUID> provisions, DeliveryRules rules) {
        Unplanned unplanned = new Unplanned(rules);
        if (!provisions.isEmpty()) {
            sql.createQuery("""
                            select id, kind, programme_id, child_id, pregnancy_id, family_id, area_code, from_on, last_day
                            from provision where id = any(:ids)""")
                    .bindArray("ids", UUID.class, provisions.toArray())
                    .map((row, _) -> Map.entry(row.getObject("id", UUID.class), promised(row)))
                    .forEach(entry -> unplanned.promises.put(entry.getKey(), entry.getValue()));
        }
        return unplanned;
    }

    /** A delivery to be told of, or what is wrong with the report. */
    sealed interface Made {
        record Slot(Delivery.Slot slot) implements Made {}

        record Invalid(Reporting.Invalid why) implements Made {}
    }

    Made of(Sent sent) {
        if (sent.provisionId() == null) {
            return invalid("/id", InterventionProblem.DELIVERY_UNKNOWN);
        }
        if (sent.item() == null) {
            return invalid("/item", CommonProblem.REQUIRED);
        }
        Promised promise = promises.get(sent.provisionId());
        if (promise == null) {
            return invalid("/placementId", InterventionProblem.PLACEMENT_UNKNOWN);
        }
        DeliveryRules.Rhythm rhythm = rules.rhythms().get(sent.item());
        if (rhythm == null) {
            return invalid("/item", InterventionProblem.ITEM_UNKNOWN);
        }
        LocalDate day = sent.report().day();
        if (day.isBefore(promise.from()) || day.isAfter(promise.until())) {
            return invalid("/day", CommonProblem.OUT_OF_RANGE);
        }
        BigDecimal quantity = sent.report().quantity();
        return new Made.Slot(new Delivery.Slot(
                sent.id(),
                promise.provision(),
                promise.of(),
                promise.home(),
                sent.item(),
                false,
                day,
                new Delivery.Amount(quantity == null ? BigDecimal.ONE : quantity, rhythm.unit())));
    }

    private static Made invalid(String pointer, ProblemCode reason) {
        return new Made.Invalid(new Reporting.Invalid(pointer, reason));
    }

    private static Promised promised(ResultSet row) throws SQLException {
        UUID child = row.getObject("child_id", UUID.class);
        UUID id = row.getObject("id", UUID.class);
        return new Promised(
                row.getString("kind").equals("PLACEMENT")
                        ? new Provision.Placement(id)
                        : new Provision.Enrolment(id, row.getObject("programme_id", UUID.class)),
                child == null
                        ? Beneficiary.Ref.pregnancy(row.getObject("pregnancy_id", UUID.class))
                        : Beneficiary.Ref.child(child),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                row.getObject("from_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}

package id.tumbuh.intervention.homevisit;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.WeighingsKept;
import id.tumbuh.intervention.placement.PlacementEvent;
import id.tumbuh.intervention.placement.PlacementsChanged;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.rules.RuleBook;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for a visit when the latest weighing of a child, made while a sponsor or a programme helps it, shows that it did not gain twice. Weighing and
 * promise may be told in either order.
 */
@ApplicationScoped
class AskHomeVisits implements WeighingsKept, PlacementsChanged {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private final RuleBook rules;
    private final List<HomeVisits> visits;

    AskHomeVisits(RuleBook rules, @All List<HomeVisits> visits) {
        this.rules = rules;
        this.visits = List.copyOf(visits);
    }

    @Override
    public void kept(Transaction tx, Set<UUID> children) {
        ask(tx, children);
    }

    @Override
    public void changed(Transaction tx, Collection<PlacementEvent> placements) {
        ask(
                tx,
                placements.stream()
                        .filter(one -> one.state() == PlacementEvent.State.COMMITTED)
                        .map(PlacementEvent::childId)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet()));
    }

    void ask(Transaction tx, Set<UUID> children) {
        if (children.isEmpty()) {
            return;
        }
        var rule = rules.on(LocalDate.now(CLOCK)).json("home-visit.answer");
        String cause = rule.get("cause").textValue();
        String field = rule.get("field").textValue();
        List<HomeVisit> asked = tx.sql()
                .createQuery("""
                        select distinct on (p.child_id) p.id, p.programme_id, p.child_id, p.family_id, p.area_code,
                            w.measurement_id, w.measured_on
                        from provision p
                        cross join lateral (
                            select measurement_id, measured_on, signs from weighing
                            where child_id = p.child_id and not voided
                            order by measured_on desc, measurement_id limit 1) w
                        where p.child_id = any(:children) and p.lasts
                            and w.measured_on between p.from_on and p.until and :sign = any(w.signs)
                            and not exists (select from home_visit v where v.placement_id = p.id or v.enrolment_id = p.id
                                or v.child_id = p.child_id and v.measurement_id = w.measurement_id)
                        order by p.child_id, p.id""")
                .bindArray("children", UUID.class, children.toArray())
                .bind("sign", rule.get("sign").textValue())
                .map((row, _) -> visit(row, cause, field))
                .list();
        if (!asked.isEmpty()) {
            visits.forEach(one -> one.asked(tx, asked));
        }
    }

    private static HomeVisit visit(ResultSet row, String cause, String field) throws SQLException {
        UUID provision = row.getObject("id", UUID.class);
        UUID measurement = row.getObject("measurement_id", UUID.class);
        return new HomeVisit(
                HomeVisit.id(provision, measurement),
                provision,
                row.getObject("programme_id", UUID.class),
                row.getObject("child_id", UUID.class),
                new Home(row.getObject("family_id", UUID.class), new AreaCode(row.getString("area_code"))),
                measurement,
                row.getObject("measured_on", LocalDate.class),
                cause,
                field);
    }
}

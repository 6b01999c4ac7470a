package id.tumbuh.intervention.homevisit;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Why visits are asked for, read from the weighings and from what children are given. */
final class Grounds {
    private Grounds() {}

    /**
     * Waits for whoever promises or enrols at this moment, and lets the next one wait: they do so under the lock of the family. Otherwise
     * neither would see the other.
     */
    static void lockFamilies(Handle sql, Set<UUID> children, HomeVisitRule rule) {
        sql.createQuery("""
                        select f.id from family f where f.id in (
                            select c.family_id from child c where c.id = any(:children) and exists (
                                select from weighing w where w.child_id = c.id and not w.voided and :sign = any(w.signs)))
                        order by f.id for update""")
                .bindArray("children", UUID.class, children.toArray())
                .bind("sign", rule.sign())
                .mapTo(UUID.class)
                .list();
    }

    /** One for each that lasts of what the children are given, by the first weighing in its time that calls for a visit. */
    static List<Ground> of(Handle sql, Set<UUID> children, HomeVisitRule rule) {
        return sql.createQuery("""
                        select distinct on (p.id) p.id, p.programme_id, p.child_id, p.family_id, p.area_code,
                            w.measurement_id, w.measured_on, exists (
                                select from home_visit v where v.withdrawn_on is null and (
                                    v.placement_id = p.id or v.enrolment_id = p.id
                                    or (v.child_id = p.child_id and v.measurement_id = w.measurement_id))) as answered
                        from provision p join weighing w on w.child_id = p.child_id and not w.voided
                            and w.measured_on between p.from_on and p.until and :sign = any(w.signs)
                        where p.child_id = any(:children) and p.lasts
                        order by p.id, w.measured_on, w.measurement_id""")
                .bindArray("children", UUID.class, children.toArray())
                .bind("sign", rule.sign())
                .map((row, _) -> new Ground(
                        id(row, "id"),
                        row.getObject("programme_id", UUID.class),
                        id(row, "child_id"),
                        home(row),
                        id(row, "measurement_id"),
                        day(row),
                        row.getBoolean("answered")))
                .list();
    }

    /** Those for which nobody is asked to go: what is given at once, and called for by one weighing, needs one visit. */
    static List<Ground> unanswered(Collection<Ground> grounds) {
        Set<Ground.Occasion> answered = grounds.stream()
                .filter(Ground::answered)
                .map(Ground::occasion)
                .collect(Collectors.toCollection(HashSet::new));
        return grounds.stream()
                .filter(ground -> answered.add(ground.occasion()))
                .toList();
    }

    /**
     * Visits that stand and for which no weighing in the time of the help calls any more: it was voided, corrected, or another child's.
     * Whoever went knows more than the scales, so a visit that was made stands.
     */
    static List<HomeVisit> gone(Handle sql, Set<UUID> children, HomeVisitRule rule) {
        return sql.createQuery("""
                        select v.id, p.id as provision_id, v.programme_id, v.child_id, p.family_id, p.area_code,
                            v.measurement_id, v.measured_on, v.cause, v.field, v.version
                        from home_visit v join provision p on p.id = coalesce(v.placement_id, v.enrolment_id)
                        where v.child_id = any(:children) and v.withdrawn_on is null
                            and not exists (
                                select from weighing w where w.child_id = v.child_id and not w.voided and :sign = any(w.signs)
                                    and w.measured_on between p.from_on and greatest(p.until, v.measured_on))
                            and not exists (
                                select from referral r where r.child_id = v.child_id and r.risk_factor = v.cause
                                    and r.stage = 'DONE' and r.proof_on >= v.measured_on)
                        order by v.id""")
                .bindArray("children", UUID.class, children.toArray())
                .bind("sign", rule.sign())
                .map((row, _) -> new HomeVisit(
                        id(row, "id"),
                        id(row, "provision_id"),
                        row.getObject("programme_id", UUID.class),
                        id(row, "child_id"),
                        home(row),
                        id(row, "measurement_id"),
                        day(row),
                        row.getString("cause"),
                        row.getString("field"),
                        row.getLong("version") + 1))
                .list();
    }

    private static Home home(ResultSet row) throws SQLException {
        return new Home(id(row, "family_id"), new AreaCode(row.getString("area_code")));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("measured_on", LocalDate.class));
    }
}

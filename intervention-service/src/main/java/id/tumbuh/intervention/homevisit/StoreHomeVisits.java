package id.tumbuh.intervention.homevisit;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps what was asked for and announces it, or taken back, before anybody else who is told of it announces what follows. */
@ApplicationScoped
@Priority(1)
class StoreHomeVisits implements HomeVisits {
    private final ObjectMapper json;

    StoreHomeVisits(ObjectMapper json) {
        this.json = json;
    }

    /** In the version they have when they are asked for now. */
    static List<HomeVisit> versioned(Handle sql, List<HomeVisit> visits) {
        Map<UUID, Long> known = new HashMap<>();
        sql.createQuery("select id, version from home_visit where id = any(:ids)")
                .bindArray("ids", UUID.class, column(visits, HomeVisit::id))
                .map((row, _) -> known.put(row.getObject("id", UUID.class), row.getLong("version")))
                .list();
        return visits.stream()
                .map(visit -> visit.at(known.getOrDefault(visit.id(), 0L) + 1))
                .toList();
    }

    @Override
    public void asked(Transaction tx, List<HomeVisit> visits) {
        Set<UUID> fresh = new HashSet<>(tx.sql()
                .createQuery("""
                        update home_visit set withdrawn_on = null, version = version + 1
                        where id = any(:ids) and withdrawn_on is not null returning id""")
                .bindArray("ids", UUID.class, column(visits, HomeVisit::id))
                .mapTo(UUID.class)
                .list());
        fresh.addAll(insert(tx.sql(), visits));
        tx.announceAll(visits.stream()
                .filter(visit -> fresh.contains(visit.id()))
                .map(visit -> Announcement.of(HomeVisitEvent.asked(visit), json))
                .toList());
    }

    @Override
    public void withdrawn(Transaction tx, List<HomeVisit> visits) {
        tx.sql()
                .createUpdate("""
                        update home_visit set withdrawn_on = :day, version = version + 1
                        where id = any(:ids) and withdrawn_on is null""")
                .bind("day", Days.today())
                .bindArray("ids", UUID.class, column(visits, HomeVisit::id))
                .execute();
        tx.announceAll(visits.stream()
                .map(visit -> Announcement.of(HomeVisitEvent.withdrawn(visit), json))
                .toList());
    }

    /** Returns the ids of those that were not there. */
    private static List<UUID> insert(Handle sql, List<HomeVisit> visits) {
        return sql.createQuery("""
                        insert into home_visit (id, placement_id, enrolment_id, programme_id, child_id, family_id, area_code, measurement_id,
                            measured_on, cause, field, version)
                        select id, placement_id, enrolment_id, programme_id, child_id, family_id, area_code, measurement_id,
                            measured_on, cause, field, 1
                        from unnest(:ids, :placements, :enrolments, :programmes, :children, :families, :areas, :measurements, :days, :causes, :fields)
                            as row (id, placement_id, enrolment_id, programme_id, child_id, family_id, area_code,
                                measurement_id, measured_on, cause, field)
                        on conflict do nothing returning id""")
                .bindArray("ids", UUID.class, column(visits, HomeVisit::id))
                .bindArray(
                        "placements",
                        UUID.class,
                        column(visits, visit -> visit.programmeId() == null ? visit.provisionId() : null))
                .bindArray(
                        "enrolments",
                        UUID.class,
                        column(visits, visit -> visit.programmeId() == null ? null : visit.provisionId()))
                .bindArray("programmes", UUID.class, column(visits, HomeVisit::programmeId))
                .bindArray("children", UUID.class, column(visits, HomeVisit::childId))
                .bindArray(
                        "families",
                        UUID.class,
                        column(visits, visit -> visit.home().familyId()))
                .bindArray(
                        "areas",
                        String.class,
                        column(visits, visit -> visit.home().area().value()))
                .bindArray("measurements", UUID.class, column(visits, HomeVisit::measurementId))
                .bindArray("days", LocalDate.class, column(visits, HomeVisit::measuredOn))
                .bindArray("causes", String.class, column(visits, HomeVisit::cause))
                .bindArray("fields", String.class, column(visits, HomeVisit::field))
                .mapTo(UUID.class)
                .list();
    }

    private static @Nullable Object[] column(List<HomeVisit> visits, Function<HomeVisit, @Nullable Object> field) {
        return visits.stream().map(field).toArray();
    }
}

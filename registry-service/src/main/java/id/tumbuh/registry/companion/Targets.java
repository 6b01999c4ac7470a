package id.tumbuh.registry.companion;

import id.tumbuh.registry.batch.Pages;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Who is to be accompanied today, as the tables of the registry say it. */
final class Targets {
    /** Needs {@link #bind}. A condition around it reaches into each of its parts. */
    static final String ALL = """
            (select 'FAMILY' as target_kind, id as target_id, id as family_id, area_code from family
                where at_risk and merged_into is null
            union all
            select 'COUPLE', id, family_id, area_code from couple where state = 'PLANNED'
            union all
            select 'PREGNANCY', id, family_id, area_code from pregnancy where state = 'ONGOING'
            union all
            select 'POSTPARTUM', id, family_id, area_code from pregnancy
                where outcome = 'LIVE_BIRTH' and cast(:today as date) - ended_on < :postpartumDays
            union all
            select 'CHILD', c.id, c.family_id, c.area_code from child c join family f on f.id = c.family_id
                where c.active and not f.at_risk and f.merged_into is null
                    and c.birth_date > cast(:today as date) - make_interval(months => :childBelowMonths)
                    and coalesce(c.stunting, 'UNKNOWN') = any(:childStates))""";

    /** The offset keeps it a look-up by index for each: behind row security the planner guesses too low for a join. */
    private static final String NOT_ACCOMPANIED = """
            not exists (select from companion_assignment a where a.target_kind = target.target_kind
                and a.target_id = target.target_id and a.released_on is null offset 0)""";

    private Targets() {}

    static Query bind(Query query, CompanionPolicy policy) {
        return query.bind("today", policy.today())
                .bind("postpartumDays", policy.postpartumDays())
                .bind("childBelowMonths", policy.childBelowMonths())
                .bindArray("childStates", String.class, policy.children().toArray());
    }

    static List<Target> among(Handle sql, CompanionPolicy policy, Collection<UUID> ids) {
        return bind(sql.createQuery("select * from " + ALL + " as target where target_id = any(:ids)"), policy)
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> Target.read(row))
                .list();
    }

    static Optional<Target> find(Handle sql, CompanionPolicy policy, Target.Key key) {
        return among(sql, policy, List.of(key.id())).stream()
                .filter(target -> target.key().equals(key))
                .findFirst();
    }

    /** Pregnancies and couples that hang on another record of the mother or bride than they were reported of. */
    static Set<UUID> hangingOnAnother(Handle sql, Collection<UUID> ids) {
        return sql.createQuery("""
                        select id from pregnancy where id = any(:ids) and reported_mother_id is not null
                        union all
                        select id from couple where id = any(:ids) and reported_bride_id is not null""")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .set();
    }

    /** Those in nobody's care, in the order of area and id. */
    static List<Target> unassigned(Handle sql, CompanionPolicy policy, String area, Pages.Position after, int limit) {
        return bind(sql.createQuery("select * from " + ALL + " as target where " + NOT_ACCOMPANIED + """
                         and area_code >= :from and area_code < :to and (area_code, target_id) > (greatest(:lastArea, :from), :lastId)
                        order by area_code, target_id limit :limit"""), policy)
                .bind("from", area)
                .bind("to", area + "/")
                .bind("lastArea", after.area())
                .bind("lastId", after.id())
                .bind("limit", limit)
                .map((row, _) -> Target.read(row))
                .list();
    }

    /** All of them, in the order in which they are given to teams. */
    static List<Target> unassigned(Handle sql, CompanionPolicy policy, String area) {
        return bind(sql.createQuery("select * from " + ALL + " as target where " + NOT_ACCOMPANIED + """
                         and area_code >= :from and area_code < :to
                        order by area_code, family_id, target_kind, target_id"""), policy)
                .bind("from", area)
                .bind("to", area + "/")
                .map((row, _) -> Target.read(row))
                .list();
    }

    /**
     * Keeps the targets as they are until the transaction ends. Whoever changes one waits and is told of what was decided
     * here; without that a family could stop being at risk unseen and stay assigned for ever.
     */
    static void hold(Handle sql, Collection<Target> targets) {
        sql.createQuery("select id from family where id = any(:ids) order by id for share")
                .bindArray(
                        "ids",
                        UUID.class,
                        targets.stream().map(Target::family).distinct().toArray())
                .mapTo(UUID.class)
                .list();
        sql.createQuery("select id from couple where id = any(:ids) order by id for share")
                .bindArray(
                        "ids",
                        UUID.class,
                        targets.stream().map(target -> target.key().id()).toArray())
                .mapTo(UUID.class)
                .list();
    }
}

package id.tumbuh.registry.companion;

import static java.util.stream.Collectors.joining;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.registry.companion.PriorityActivities.Activity;
import id.tumbuh.registry.companion.PriorityActivities.ByArea;
import id.tumbuh.registry.companion.PriorityActivities.Code;
import id.tumbuh.registry.companion.PriorityActivities.Period;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts the priority activities: one pass over the families of the area, one over its couples. */
final class CountActivities {
    /**
     * Who of the kind was in a team's care in the month, and who was visited in time. Put under those who are counted and grouped
     * by id instead of joined: the planner guesses too low behind row security and would loop over every pair.
     */
    private static final String COMPANIONED = " " + """
            union all
            select target_id, null, null, null, null, null, true, false, false from companion_assignment
            where area_code >= :from and area_code < :to and target_kind = :kind
                and assigned_on <= :until and coalesce(released_on, 'infinity') >= :begins
            union all
            select target_id, null, null, null, null, null, false, true, exists (select from
                unnest(cast(:items as text[])) as item (name) where checklist ->> item.name = 'YES')
            from companion_visit
            where area_code >= :from and area_code < :to and target_kind = :kind and assignment_id is not null
                and outcome = any(:outcomes) and visited_on between :since and :until
            """;

    private static final String FAMILIES = """
            with facts (id, area_code, targeted, complete, at_risk, with_children, cared, visited, watched) as (
                select id, area_code, targeted, %s, at_risk, target_categories && '{BADUTA,BALITA}', false, false, false
                from family where area_code >= :from and area_code < :to and merged_into is null""" + COMPANIONED + """
            ), one as (
                select max(area_code) as area_code, bool_or(targeted) as targeted, bool_or(complete) as complete,
                    bool_or(at_risk) as at_risk, bool_or(with_children) as with_children, bool_or(cared) as cared,
                    bool_or(visited) as visited, bool_or(watched) as watched
                from facts group by id
            )
            select left(area_code, :length) as area,
                count(*) filter (where targeted) as targeted,
                count(*) filter (where targeted and complete) as complete,
                count(*) filter (where at_risk) as at_risk,
                count(*) filter (where at_risk and cared and visited) as companioned,
                count(*) filter (where at_risk and with_children) as with_children,
                count(*) filter (where at_risk and with_children and watched) as watched
            from one where area_code is not null group by area order by area""";

    private static final String COUPLES = """
            with facts (id, area_code, targeted, complete, at_risk, with_children, cared, visited, watched) as (
                select id, area_code, true, true, true, true, false, false, false from couple
                where area_code >= :from and area_code < :to and registered_on <= :until
                    and planned_wedding_on between :begins and :planned
                    and (state = 'PLANNED' or state = 'MARRIED' and ended_on >= :begins)""" + COMPANIONED + """
            ), one as (
                select max(area_code) as area_code, bool_or(cared) as cared, bool_or(visited) as visited from facts group by id
            )
            select left(area_code, :length) as area, count(*) as planned,
                count(*) filter (where cared and visited) as companioned
            from one where area_code is not null group by area order by area""";

    private CountActivities() {}

    private record Families(
            String area,
            long targeted,
            long complete,
            long atRisk,
            long companioned,
            long withChildren,
            long watched) {}

    static PriorityActivities read(Handle sql, CompanionPolicy policy, AreaCode area, YearMonth month) {
        List<Families> families = families(sql, policy, area, month);
        return new PriorityActivities(
                area,
                month.toString(),
                policy.today(),
                List.of(
                        Activity.of(
                                Code.KRS_DATA,
                                families.stream()
                                        .map(one -> new ByArea(one.area(), one.complete(), one.targeted()))
                                        .toList()),
                        Activity.of(
                                Code.KRS_COMPANIONED,
                                families.stream()
                                        .map(one -> new ByArea(one.area(), one.companioned(), one.atRisk()))
                                        .toList()),
                        Activity.of(Code.CATIN_COMPANIONED, couples(sql, policy, area, month)),
                        Activity.of(
                                Code.KRS_SURVEILLANCE,
                                families.stream()
                                        .map(one -> new ByArea(one.area(), one.watched(), one.withChildren()))
                                        .toList()),
                        Code.CASE_AUDIT.notAnswered("Audits are kept by intervention-service, not by the registry")));
    }

    private static List<Families> families(Handle sql, CompanionPolicy policy, AreaCode area, YearMonth month) {
        String complete = policy.completeData().isEmpty()
                ? "true"
                : policy.completeData().stream().map(KrsFact::known).collect(joining(" and "));
        Query query = sql.createQuery(FAMILIES.formatted(complete));
        return bind(query, policy, TargetKind.FAMILY, area, month)
                .map((row, _) -> new Families(
                        row.getString("area"),
                        row.getLong("targeted"),
                        row.getLong("complete"),
                        row.getLong("at_risk"),
                        row.getLong("companioned"),
                        row.getLong("with_children"),
                        row.getLong("watched")))
                .list();
    }

    private static List<ByArea> couples(Handle sql, CompanionPolicy policy, AreaCode area, YearMonth month) {
        return bind(sql.createQuery(COUPLES), policy, TargetKind.COUPLE, area, month)
                .bind("planned", month.atEndOfMonth().plusMonths(policy.monthsBeforeWedding()))
                .map((row, _) -> new ByArea(row.getString("area"), row.getLong("companioned"), row.getLong("planned")))
                .list();
    }

    private static Query bind(Query query, CompanionPolicy policy, TargetKind kind, AreaCode area, YearMonth month) {
        Period period = Period.of(month, policy.today(), policy.visitEvery().getOrDefault(kind, 1));
        return query.bind("kind", kind)
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .bind("length", lengthBelow(area))
                .bind("begins", period.begins())
                .bind("since", period.from())
                .bind("until", period.to())
                .bindArray("items", String.class, policy.surveillanceItems().toArray())
                .bindArray("outcomes", String.class, policy.countingOutcomes().toArray());
    }

    /** Of a code of the level below; of a desa its own. */
    private static int lengthBelow(AreaCode area) {
        return Arrays.stream(AreaLevel.values())
                .mapToInt(AreaLevel::codeLength)
                .filter(length -> length > area.value().length())
                .min()
                .orElse(area.value().length());
    }
}

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
    /** Who of the kind was in a team's care in the month, and who was visited in time. */
    private static final String COMPANIONED = """
            with care as (
                select distinct target_id from companion_assignment
                where area_code >= :from and area_code < :to and target_kind = :kind
                    and assigned_on <= :until and coalesce(released_on, 'infinity') >= :begins
            ), visited as (
                select target_id, bool_or(exists (select from jsonb_each_text(checklist) as item (name, answer)
                    where item.name = any(:items) and item.answer = 'YES')) as watched
                from companion_visit
                where area_code >= :from and area_code < :to and target_kind = :kind and assignment_id is not null
                    and outcome = any(:outcomes) and visited_on between :since and :until
                group by target_id
            )
            """;

    private static final String FAMILIES = COMPANIONED + """
            select left(f.area_code, :length) as area,
                count(*) filter (where targeted) as targeted,
                count(*) filter (where targeted and %s) as complete,
                count(*) filter (where at_risk) as at_risk,
                count(*) filter (where at_risk and care.target_id is not null and visited.target_id is not null) as companioned,
                count(*) filter (where at_risk and target_categories && '{BADUTA,BALITA}') as with_children,
                count(*) filter (where at_risk and target_categories && '{BADUTA,BALITA}' and visited.watched) as watched
            from family f left join care on care.target_id = f.id left join visited on visited.target_id = f.id
            where f.area_code >= :from and f.area_code < :to and f.merged_into is null
            group by area order by area""";

    private static final String COUPLES = COMPANIONED + """
            select left(c.area_code, :length) as area, count(*) as planned,
                count(*) filter (where care.target_id is not null and visited.target_id is not null) as companioned
            from couple c left join care on care.target_id = c.id left join visited on visited.target_id = c.id
            where c.area_code >= :from and c.area_code < :to and c.registered_on <= :until
                and c.planned_wedding_on between :begins and :planned
                and (c.state = 'PLANNED' or c.state = 'MARRIED' and c.ended_on >= :begins)
            group by area order by area""";

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

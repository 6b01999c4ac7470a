package id.tumbuh.intervention.caseaudit;

import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.intervention.listing.Page;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads cases as a scope sees them. */
@ApplicationScoped
class CaseAuditQueries {
    private final Database database;

    CaseAuditQueries(Database database) {
        this.database = database;
    }

    /**
     * What is asked for; what is null is any.
     *
     * @param due cases whose stage was to be left by this day
     * @param field that was told of the case
     */
    record Wanted(
            AreaRange areas,
            Set<CaseAuditStage> stages,
            @Nullable CaseAuditGroup group,
            @Nullable UUID round,
            @Nullable LocalDate due,
            @Nullable String field) {
        Wanted {
            stages = Set.copyOf(stages);
        }
    }

    /** Which lines of follow-up are asked for. */
    record WantedLines(
            AreaRange areas,
            @Nullable String field,
            @Nullable LocalDate due,
            Page page) {}

    /** A line with the case it is of, by its pseudonym. */
    record Line(UUID caseId, String number, CaseAuditGroup group, String area, FollowUp followUp) {}

    List<CaseAudit> page(Scope scope, Wanted wanted, Page page) {
        return database.read(
                scope,
                sql -> CaseAuditRows.read(
                        sql,
                        """
                        c.area_code >= :from and c.area_code < :to and (c.area_code, c.id) > (greatest(:afterArea, :from), :afterId)
                        and c.stage = any(:stages)
                        and (cast(:group as text) is null or c.audit_group = :group)
                        and (cast(:round as uuid) is null or c.round_id = cast(:round as uuid))
                        and (cast(:due as date) is null or exists (select 1 from case_audit_round r where r.id = c.round_id
                            and cast(r.stage_due ->> c.stage as date) <= cast(:due as date)))
                        and (cast(:field as text) is null
                            or c.dossier #> '{dissemination,codes}' @> to_jsonb(cast(:field as text)))
                        order by c.area_code, c.id limit :rows""",
                        query -> query.bind("from", wanted.areas().from())
                                .bind("to", wanted.areas().to())
                                .bind("afterArea", page.after().area())
                                .bind("afterId", page.after().id())
                                .bindArray(
                                        "stages",
                                        String.class,
                                        wanted.stages().stream()
                                                .map(CaseAuditStage::name)
                                                .toArray())
                                .bind(
                                        "group",
                                        wanted.group() == null
                                                ? null
                                                : wanted.group().name())
                                .bind("round", wanted.round())
                                .bind("due", wanted.due())
                                .bind("field", wanted.field())
                                .bind("rows", page.rowsToRead())));
    }

    Map<CaseAuditStage, Integer> byStage(Scope scope, AreaRange areas, @Nullable UUID round) {
        Map<CaseAuditStage, Integer> counts = new EnumMap<>(CaseAuditStage.class);
        database.read(
                        scope,
                        sql -> sql.createQuery("""
                        select stage, count(*)::int as cases from case_audit
                        where area_code >= :from and area_code < :to
                        and (cast(:round as uuid) is null or round_id = cast(:round as uuid)) group by stage""")
                                .bind("from", areas.from())
                                .bind("to", areas.to())
                                .bind("round", round)
                                .map((row, _) ->
                                        Map.entry(CaseAuditStage.valueOf(row.getString("stage")), row.getInt("cases")))
                                .list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Open lines, in the order of area and id. */
    List<Line> openLines(Scope scope, WantedLines wanted) {
        return database.read(
                scope,
                sql -> sql.createQuery("""
                                select f.*, c.number, c.audit_group
                                from case_audit_follow_up f join case_audit c on c.id = f.case_id
                                where f.completion is null and c.stage = 'FOLLOW_UP'
                                and f.area_code >= :from and f.area_code < :to
                                and (f.area_code, f.id) > (greatest(:afterArea, :from), :afterId)
                                and (cast(:field as text) is null or f.field = :field)
                                and (cast(:due as date) is null or f.due_on <= cast(:due as date))
                                order by f.area_code, f.id limit :rows""")
                        .bind("from", wanted.areas().from())
                        .bind("to", wanted.areas().to())
                        .bind("afterArea", wanted.page().after().area())
                        .bind("afterId", wanted.page().after().id())
                        .bind("field", wanted.field())
                        .bind("due", wanted.due())
                        .bind("rows", wanted.page().rowsToRead())
                        .map((row, _) -> new Line(
                                row.getObject("case_id", UUID.class),
                                row.getString("number"),
                                CaseAuditGroup.valueOf(row.getString("audit_group")),
                                row.getString("area_code"),
                                CaseAuditRows.followUp(row)))
                        .list());
    }
}

package id.tumbuh.registry.companion;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.registry.batch.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What is to be done: visits due, and how much each team has in its care. */
final class CompanionLists {
    /**
     * When somebody is to be visited next. A couple is visited within the months before the wedding; who has no day for it yet,
     * like everybody else. Needs the aliases {@code a} (assignment) and {@code c} (its couple, if it is one).
     */
    private static final String DUE = """
            greatest(
                case when a.last_visited_on is null then a.assigned_on + cast(:firstVisitDays as integer)
                    else a.last_visited_on + case a.target_kind when 'FAMILY' then cast(:everyFAMILY as integer)
                        when 'COUPLE' then :everyCOUPLE when 'PREGNANCY' then :everyPREGNANCY
                        when 'POSTPARTUM' then :everyPOSTPARTUM else :everyCHILD end end,
                cast(c.planned_wedding_on - make_interval(months => :monthsBeforeWedding) as date))""";

    private static final String OPEN =
            " companion_assignment a left join couple c on c.id = a.target_id and a.target_kind = 'COUPLE'";

    /** Who changed a moment ago and is still to be released is in no list. */
    private static final String STILL_A_TARGET = " exists (select from " + Targets.ALL + """
             as target where target.target_kind = a.target_kind and target.target_id = a.target_id
                and target.area_code = a.area_code offset 0)""";

    private CompanionLists() {}

    /** Somebody to be visited, without a name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CompanionVisitDue")
    record Due(
            UUID assignmentId,
            UUID teamId,
            TargetKind targetKind,
            UUID targetId,
            UUID familyId,
            String area,
            LocalDate assignedOn,
            @Nullable LocalDate lastVisitedOn,
            LocalDate dueOn) {
        Pages.Position position() {
            return new Pages.Position(area, assignmentId);
        }

        static Due read(ResultSet row) throws SQLException {
            Target target = Target.read(row);
            return new Due(
                    row.getObject("id", UUID.class),
                    row.getObject("team_id", UUID.class),
                    target.key().kind(),
                    target.key().id(),
                    target.family(),
                    target.area(),
                    row.getObject("assigned_on", LocalDate.class),
                    row.getObject("last_visited_on", LocalDate.class),
                    row.getObject("due_on", LocalDate.class));
        }
    }

    /** One of a team's own, with the name to ask for at the door. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CompanionOwn")
    record Own(
            Due visit,
            @Nullable String name,
            @Nullable String rw,
            @Nullable String rt) {}

    /** What a team has to do. */
    @Schema(name = "CompanionLoad")
    record Load(
            UUID teamId,
            String area,
            int number,
            boolean active,
            boolean complete,
            long families,
            long couples,
            long pregnancies,
            long postpartum,
            long children,
            long total) {
        Pages.Position position() {
            return new Pages.Position(area, teamId);
        }
    }

    /** A visit due today is not overdue yet. */
    static List<Due> overdue(Handle sql, CompanionPolicy policy, String area, Pages.Position after, int limit) {
        Query query = sql.createQuery("select * from (select a.*, " + DUE + " as due_on from" + OPEN + """
                         where a.released_on is null and a.area_code >= :from and a.area_code < :to
                            and (a.area_code, a.id) > (greatest(:lastArea, :from), :lastId)) as a
                        where due_on < :today and"""
                + STILL_A_TARGET + " order by area_code, id limit :limit");
        return due(page(query, after, limit), policy)
                .bind("from", area)
                .bind("to", area + "/")
                .map((row, _) -> Due.read(row))
                .list();
    }

    /** Everybody in a team's care, with names: to be audited by the caller. */
    static List<Own> own(Handle sql, CompanionPolicy policy, UUID team, Pages.Position after, int limit) {
        Query query = sql.createQuery(
                "select a.*, " + DUE + """
                 as due_on, f.rw, f.rt, case a.target_kind when 'FAMILY' then f.head_name when 'CHILD' then child.name
                     else m.name end as person
                from""" + OPEN + """
                 join family f on f.id = a.family_id
                left join pregnancy p on p.id = a.target_id and a.target_kind in ('PREGNANCY', 'POSTPARTUM')
                left join member m on m.id = coalesce(c.bride_id, p.mother_id)
                left join child on child.id = a.target_id and a.target_kind = 'CHILD'
                where a.team_id = :team and a.released_on is null and (a.area_code, a.id) > (:lastArea, :lastId) and""" + STILL_A_TARGET + " order by a.area_code, a.id limit :limit");
        return due(page(query, after, limit), policy)
                .bind("team", team)
                .map((row, _) ->
                        new Own(Due.read(row), row.getString("person"), row.getString("rw"), row.getString("rt")))
                .list();
    }

    static List<Load> loads(Handle sql, String area, Pages.Position after, int limit) {
        Query query = sql.createQuery("""
                select t.id, t.area_code, t.number, t.active,
                    (select count(distinct role) = 3 from companion_member m where m.team_id = t.id) as complete, care.*
                from companion_team t, lateral (select
                    count(*) filter (where target_kind = 'FAMILY') as families,
                    count(*) filter (where target_kind = 'COUPLE') as couples,
                    count(*) filter (where target_kind = 'PREGNANCY') as pregnancies,
                    count(*) filter (where target_kind = 'POSTPARTUM') as postpartum,
                    count(*) filter (where target_kind = 'CHILD') as children, count(*) as total
                    from companion_assignment a where a.team_id = t.id and a.released_on is null) care
                where (t.area_code, t.id) > (:lastArea, :lastId) and exists (select from companion_team_area served
                    where served.team_id = t.id and served.area_code >= :from and served.area_code < :to)
                order by t.area_code, t.id limit :limit""");
        return page(query, after, limit)
                .bind("from", area)
                .bind("to", area + "/")
                .map((row, _) -> load(row))
                .list();
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(
                row.getObject("id", UUID.class),
                row.getString("area_code"),
                row.getInt("number"),
                row.getBoolean("active"),
                row.getBoolean("complete"),
                row.getLong("families"),
                row.getLong("couples"),
                row.getLong("pregnancies"),
                row.getLong("postpartum"),
                row.getLong("children"),
                row.getLong("total"));
    }

    private static Query page(Query query, Pages.Position after, int limit) {
        return query.bind("lastArea", after.area()).bind("lastId", after.id()).bind("limit", limit);
    }

    private static Query due(Query query, CompanionPolicy policy) {
        policy.visitEvery().forEach((kind, days) -> query.bind("every" + kind, days));
        return Targets.bind(query, policy)
                .bind("firstVisitDays", policy.firstVisitDays())
                .bind("monthsBeforeWedding", policy.monthsBeforeWedding());
    }
}

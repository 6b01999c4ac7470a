package id.tumbuh.reporting.caseaudit;

import id.tumbuh.reporting.area.Within;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Audits of cases of an area and everything in it. */
@ApplicationScoped
public class CaseAudits {
    /** A number is of a round: {@code AKS-36.04-2026-2-0012} of the second semester of 2026. */
    private static final String OF_ROUND =
            "where area_code >= :from and area_code < :to and stage <> 'ERASED' and substring(number from '\\d{4}-[12](?=-\\d+$)')";

    /** How many cases of a group are at a stage. */
    public record Count(String group, String stage, long cases) {
        public Count {}
    }

    /** A case by its pseudonym. */
    public record Case(
            String number,
            String group,
            String area,
            @Nullable String areaName,
            String stage,
            LocalDate reachedOn,
            int followUps,
            int openFollowUps) {
        public Case {}
    }

    /** The semesters that have cases there, as {@code 2026-2}, the newest first. */
    public List<String> semesters(Handle sql, String area) {
        return Within.of(area).bind(sql.createQuery("""
                        select distinct substring(number from '\\d{4}-[12](?=-\\d+$)') as semester from case_audit
                        where area_code >= :from and area_code < :to and stage <> 'ERASED' order by semester desc""")).mapTo(String.class).list();
    }

    public List<Count> counts(Handle sql, String area, String semester) {
        return Within.of(area)
                .bind(sql.createQuery("select audit_group, stage, count(*) as cases from case_audit " + OF_ROUND
                        + " = :semester group by 1, 2"))
                .bind("semester", semester)
                .map((row, _) -> new Count(row.getString("audit_group"), row.getString("stage"), row.getLong("cases")))
                .list();
    }

    /** The stage reached longest ago first. */
    public List<Case> list(Handle sql, String area, String semester, int limit) {
        return Within.of(area)
                .bind(sql.createQuery(
                        "select case_audit.*, (select name from area where code = area_code) as area_name from case_audit "
                                + OF_ROUND + " = :semester order by reached_on, number limit :limit"))
                .bind("semester", semester)
                .bind("limit", limit)
                .map((row, _) -> new Case(
                        row.getString("number"),
                        row.getString("audit_group"),
                        row.getString("area_code"),
                        row.getString("area_name"),
                        row.getString("stage"),
                        row.getObject("reached_on", LocalDate.class),
                        row.getInt("follow_ups"),
                        row.getInt("open_follow_ups")))
                .list();
    }
}

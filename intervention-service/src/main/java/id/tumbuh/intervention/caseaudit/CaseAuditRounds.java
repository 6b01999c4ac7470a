package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import id.tumbuh.intervention.caseaudit.CaseAuditRound.Semester;
import id.tumbuh.intervention.caseaudit.CaseAuditRound.Stored;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rounds of the database. */
final class CaseAuditRounds {
    private static final int MOST = 1000;

    private CaseAuditRounds() {}

    /** Returns whether it is new: neither the id nor the semester was taken. */
    static boolean insert(Handle sql, CaseAuditRound round, Map<CaseAuditStage, LocalDate> due) {
        return bound(sql.createUpdate("""
                        insert into case_audit_round (id, area_code, year, semester, starts_on, team, stage_due)
                        values (:id, :area, :year, :semester, :starts, :team, cast(:due as jsonb))
                        on conflict do nothing"""), round, due).execute() > 0;
    }

    static void update(Handle sql, CaseAuditRound round, Map<CaseAuditStage, LocalDate> due) {
        bound(sql.createUpdate("""
                        update case_audit_round set area_code = :area, year = :year, semester = :semester, starts_on = :starts,
                            team = :team, stage_due = cast(:due as jsonb), version = version + 1
                        where id = :id"""), round, due).execute();
    }

    static void count(Handle sql, UUID id, int lastNumber) {
        sql.createUpdate("update case_audit_round set last_number = :last where id = :id")
                .bind("last", lastNumber)
                .bind("id", id)
                .execute();
    }

    static Optional<Stored> find(Handle sql, UUID id) {
        return one(sql, id, "");
    }

    static Optional<Stored> lock(Handle sql, UUID id) {
        return one(sql, id, " for update");
    }

    static List<Stored> in(Handle sql, AreaRange areas, List<String> above) {
        return sql.createQuery("""
                        select * from case_audit_round
                        where (area_code >= :from and area_code < :to) or area_code = any(:above)
                        order by year desc, semester desc, area_code limit :most""")
                .bind("from", areas.from())
                .bind("to", areas.to())
                .bindArray("above", String.class, above.toArray())
                .bind("most", MOST)
                .map((row, _) -> stored(row))
                .list();
    }

    static Map<UUID, AreaCode> areas(Handle sql, Collection<UUID> ids) {
        Map<UUID, AreaCode> areas = new HashMap<>();
        sql.createQuery("select id, area_code from case_audit_round where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.stream().distinct().toArray())
                .map((row, _) -> Map.entry(row.getObject("id", UUID.class), new AreaCode(row.getString("area_code"))))
                .forEach(entry -> areas.put(entry.getKey(), entry.getValue()));
        return areas;
    }

    private static Optional<Stored> one(Handle sql, UUID id, String lock) {
        return sql.createQuery("select * from case_audit_round where id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> stored(row))
                .findOne();
    }

    private static Update bound(Update statement, CaseAuditRound round, Map<CaseAuditStage, LocalDate> due) {
        try {
            return statement
                    .bind("id", round.id())
                    .bind("area", round.area().value())
                    .bind("year", round.semester().year())
                    .bind("semester", round.semester().number())
                    .bind("starts", round.startsOn())
                    .bindArray("team", String.class, round.team().toArray())
                    .bind("due", CaseAuditRows.JSON.writeValueAsString(due));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        try {
            return new Stored(
                    new CaseAuditRound(
                            row.getObject("id", UUID.class),
                            new AreaCode(row.getString("area_code")),
                            new Semester(row.getInt("year"), row.getInt("semester")),
                            row.getObject("starts_on", LocalDate.class),
                            Arrays.stream((Object[]) row.getArray("team").getArray())
                                    .map(String.class::cast)
                                    .toList()),
                    CaseAuditRows.JSON.readValue(
                            row.getString("stage_due"), new TypeReference<Map<CaseAuditStage, LocalDate>>() {}),
                    row.getInt("last_number"),
                    row.getLong("version"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a round holds what this version can't read", broken);
        }
    }
}

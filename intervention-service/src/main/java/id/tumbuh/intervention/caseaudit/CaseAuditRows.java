package id.tumbuh.intervention.caseaudit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.Completion;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import id.tumbuh.platform.access.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads rows as cases. */
final class CaseAuditRows {
    /** Of its own, so that what is stored doesn't change with how answers are written. */
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private CaseAuditRows() {}

    private record Row(CaseAuditStage stage, CaseAuditFile file) {}

    private record Line(UUID caseId, FollowUp followUp) {}

    /** Two statements, whatever the number of cases; {@code where} may end with an order and a limit. */
    static List<CaseAudit> read(Handle sql, String where, UnaryOperator<Query> bindings) {
        List<Row> rows = bindings.apply(sql.createQuery("select c.* from case_audit c where " + where))
                .map((row, _) -> row(row))
                .list();
        Map<UUID, List<FollowUp>> lines = rows.isEmpty()
                ? Map.of()
                : sql
                        .createQuery("select * from case_audit_follow_up where case_id = any(:ids) order by due_on, id")
                        .bindArray(
                                "ids",
                                UUID.class,
                                rows.stream()
                                        .map(row -> row.file().identity().id())
                                        .toArray())
                        .map((row, _) -> new Line(row.getObject("case_id", UUID.class), followUp(row)))
                        .list()
                        .stream()
                        .collect(groupingBy(Line::caseId, mapping(Line::followUp, toList())));
        return rows.stream()
                .map(row -> whole(row, lines.getOrDefault(row.file().identity().id(), List.of())))
                .toList();
    }

    private static CaseAudit whole(Row row, List<FollowUp> lines) {
        CaseAuditFile file = row.file();
        return CaseAudit.of(
                row.stage(),
                new CaseAuditFile(
                        file.identity(),
                        file.whereabouts(),
                        file.proposal(),
                        file.reachedOn(),
                        file.version(),
                        file.dossier().withAll(lines)));
    }

    private static Row row(ResultSet row) throws SQLException {
        CaseAuditFile file = new CaseAuditFile(
                new CaseAuditFile.Identity(
                        row.getObject("id", UUID.class),
                        row.getObject("round_id", UUID.class),
                        row.getString("number"),
                        CaseAuditGroup.valueOf(row.getString("audit_group")),
                        SubjectKind.valueOf(row.getString("subject_kind")),
                        row.getObject("origin_id", UUID.class)),
                new CaseAuditFile.Whereabouts(
                        row.getObject("subject_id", UUID.class),
                        row.getObject("family_id", UUID.class),
                        new AreaCode(row.getString("area_code"))),
                new CaseAuditFile.Proposal(
                        row.getInt("score"),
                        Arrays.stream((Object[]) row.getArray("reasons").getArray())
                                .map(code -> CaseAuditReason.valueOf((String) code))
                                .toList()),
                row.getObject("reached_on", LocalDate.class),
                row.getLong("version"),
                read(row.getString("dossier"), CaseAuditDossier.class));
        return new Row(CaseAuditStage.valueOf(row.getString("stage")), file);
    }

    static FollowUp followUp(ResultSet row) throws SQLException {
        String completion = row.getString("completion");
        return new FollowUp(
                row.getObject("id", UUID.class),
                row.getString("action"),
                row.getString("field"),
                row.getString("party"),
                row.getObject("due_on", LocalDate.class),
                completion == null ? null : read(completion, Completion.class));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a case holds what this version can't read", broken);
        }
    }
}

package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.caseaudit.CaseAuditDossier.FollowUp;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The cases of the database; what is stored is announced, in one statement for each table. */
@ApplicationScoped
class CaseAudits {
    private final ObjectMapper json;

    CaseAudits(ObjectMapper json) {
        this.json = json;
    }

    static List<CaseAudit> lock(Handle sql, Collection<UUID> ids) {
        sql.createQuery("select id from case_audit where id = any(:ids) order by id for update")
                .bindArray("ids", UUID.class, ids.toArray())
                .mapTo(UUID.class)
                .list();
        return CaseAuditRows.read(sql, "c.id = any(:ids)", query -> query.bindArray("ids", UUID.class, ids.toArray()));
    }

    static Optional<CaseAudit> find(Handle sql, UUID id) {
        return CaseAuditRows.read(sql, "c.id = :id", query -> query.bind("id", id)).stream()
                .findFirst();
    }

    /** The open cases that are about these, or were opened for them. */
    static List<CaseAudit.Open> lockOpenOf(Handle sql, Set<UUID> subjects) {
        List<UUID> ids = sql.createQuery("""
                        select id from case_audit where (subject_id = any(:ids) or origin_id = any(:ids))
                        and stage not in ('NOT_SELECTED', 'EVALUATED', 'WITHDRAWN')
                        order by id for update""")
                .bindArray("ids", UUID.class, subjects.toArray())
                .mapTo(UUID.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : lock(sql, ids).stream()
                        .filter(CaseAudit.Open.class::isInstance)
                        .map(CaseAudit.Open.class::cast)
                        .toList();
    }

    /** Round and subject of every case that was not withdrawn. */
    static Set<List<UUID>> subjectsOfRounds(Handle sql, Collection<UUID> rounds) {
        return new HashSet<>(sql.createQuery(
                        "select round_id, subject_id from case_audit where round_id = any(:ids) and stage <> 'WITHDRAWN'")
                .bindArray("ids", UUID.class, rounds.toArray())
                .map((row, _) ->
                        List.of(row.getObject("round_id", UUID.class), row.getObject("subject_id", UUID.class)))
                .list());
    }

    void insert(Transaction tx, Collection<CaseAudit> cases) {
        if (cases.isEmpty()) {
            return;
        }
        tx.sql()
                .createUpdate("""
                        insert into case_audit (id, round_id, number, audit_group, subject_kind, origin_id, subject_id, family_id,
                            area_code, score, reasons, stage, reached_on, dossier, version)
                        select id, round_id, number, audit_group, subject_kind, origin_id, subject_id, family_id, area_code, score,
                            string_to_array(reasons, ','), 'PROPOSED', reached_on, '{}', 1
                        from unnest(:ids, :rounds, :numbers, :groups, :kinds, :origins, :subjects, :families, :areas, :scores,
                            :reasons, :days) as made (id, round_id, number, audit_group, subject_kind, origin_id, subject_id,
                            family_id, area_code, score, reasons, reached_on)""")
                .bindArray(
                        "ids",
                        UUID.class,
                        array(cases, one -> one.file().identity().id()))
                .bindArray(
                        "rounds",
                        UUID.class,
                        array(cases, one -> one.file().identity().roundId()))
                .bindArray(
                        "numbers",
                        String.class,
                        array(cases, one -> one.file().identity().number()))
                .bindArray(
                        "groups",
                        String.class,
                        array(cases, one -> one.file().identity().group().name()))
                .bindArray(
                        "kinds",
                        String.class,
                        array(cases, one -> one.file().identity().kind().name()))
                .bindArray(
                        "origins",
                        UUID.class,
                        array(cases, one -> one.file().identity().originId()))
                .bindArray(
                        "subjects",
                        UUID.class,
                        array(cases, one -> one.file().whereabouts().subjectId()))
                .bindArray(
                        "families",
                        UUID.class,
                        array(cases, one -> one.file().whereabouts().familyId()))
                .bindArray(
                        "areas",
                        String.class,
                        array(cases, one -> one.file().whereabouts().area().value()))
                .bindArray(
                        "scores",
                        Integer.class,
                        array(cases, one -> one.file().proposal().score()))
                .bindArray("reasons", String.class, array(cases, CaseAudits::reasons))
                .bindArray(
                        "days", LocalDate.class, array(cases, one -> one.file().reachedOn()))
                .execute();
        cases.forEach(one -> announce(tx, null, one));
    }

    /** @param changed each case as it was and as it is */
    void store(Transaction tx, Map<CaseAudit, CaseAudit> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Collection<CaseAudit> cases = changed.values();
        tx.sql()
                .createUpdate("""
                        update case_audit c set subject_id = told.subject_id, family_id = told.family_id,
                            area_code = told.area_code, stage = told.stage, reached_on = told.reached_on,
                            dossier = cast(told.dossier as jsonb), version = told.version
                        from unnest(:ids, :subjects, :families, :areas, :stages, :days, :dossiers, :versions)
                            as told (id, subject_id, family_id, area_code, stage, reached_on, dossier, version)
                        where c.id = told.id""")
                .bindArray(
                        "ids",
                        UUID.class,
                        array(cases, one -> one.file().identity().id()))
                .bindArray(
                        "subjects",
                        UUID.class,
                        array(cases, one -> one.file().whereabouts().subjectId()))
                .bindArray(
                        "families",
                        UUID.class,
                        array(cases, one -> one.file().whereabouts().familyId()))
                .bindArray(
                        "areas",
                        String.class,
                        array(cases, one -> one.file().whereabouts().area().value()))
                .bindArray(
                        "stages", String.class, array(cases, one -> one.stage().name()))
                .bindArray(
                        "days", LocalDate.class, array(cases, one -> one.file().reachedOn()))
                .bindArray(
                        "dossiers",
                        String.class,
                        array(cases, one -> written(one.file().dossier())))
                .bindArray(
                        "versions", Long.class, array(cases, one -> one.file().version()))
                .execute();
        storeFollowUps(tx.sql(), cases);
        changed.forEach((before, after) -> announce(tx, before, after));
    }

    private void storeFollowUps(Handle sql, Collection<CaseAudit> cases) {
        record Line(CaseAuditFile of, FollowUp line) {}
        List<Line> lines = cases.stream()
                .flatMap(one -> one.file().dossier().followUps().stream().map(line -> new Line(one.file(), line)))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        sql.createUpdate("""
                        insert into case_audit_follow_up (id, case_id, area_code, action, field, party, due_on, completion)
                        select id, case_id, area_code, action, field, party, due_on, cast(completion as jsonb)
                        from unnest(:ids, :cases, :areas, :actions, :fields, :parties, :due, :completions)
                            as told (id, case_id, area_code, action, field, party, due_on, completion)
                        on conflict on constraint case_audit_follow_up_pk do update
                        set area_code = excluded.area_code, action = excluded.action, field = excluded.field,
                            party = excluded.party, due_on = excluded.due_on, completion = excluded.completion""")
                .bindArray("ids", UUID.class, array(lines, one -> one.line().id()))
                .bindArray(
                        "cases",
                        UUID.class,
                        array(lines, one -> one.of().identity().id()))
                .bindArray(
                        "areas",
                        String.class,
                        array(lines, one -> one.of().whereabouts().area().value()))
                .bindArray(
                        "actions", String.class, array(lines, one -> one.line().action()))
                .bindArray(
                        "fields", String.class, array(lines, one -> one.line().field()))
                .bindArray(
                        "parties", String.class, array(lines, one -> one.line().party()))
                .bindArray(
                        "due", LocalDate.class, array(lines, one -> one.line().dueOn()))
                .bindArray(
                        "completions",
                        String.class,
                        array(
                                lines,
                                one -> one.line().completion() == null
                                        ? null
                                        : written(one.line().completion())))
                .execute();
    }

    private void announce(Transaction tx, @Nullable CaseAudit before, CaseAudit after) {
        tx.announce(Announcement.of(CaseAuditEvent.of(before, after), json));
    }

    private static String reasons(CaseAudit audit) {
        return String.join(
                ",", audit.file().proposal().reasons().stream().map(Enum::name).toList());
    }

    private static String written(Object part) {
        try {
            return CaseAuditRows.JSON.writeValueAsString(part);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <R> @Nullable Object[] array(Collection<R> rows, Function<R, @Nullable Object> column) {
        return rows.stream().map(column).toArray();
    }
}

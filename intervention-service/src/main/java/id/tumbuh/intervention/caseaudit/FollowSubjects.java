package id.tumbuh.intervention.caseaudit;

import static java.util.stream.Collectors.toCollection;

import id.tumbuh.intervention.caseaudit.CaseAuditFile.Whereabouts;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes in what was told of those whose case may be audited, and lets open cases follow whom they are about. */
@ApplicationScoped
class FollowSubjects {
    private final CaseAudits audits;

    FollowSubjects(CaseAudits audits) {
        this.audits = audits;
    }

    /** Where somebody is found to be now: the end of the merges that lead from the one the case was opened for. */
    record Now(
            UUID subjectId,
            @Nullable UUID familyId,
            @Nullable AreaCode area,
            boolean active) {}

    void take(Transaction tx, List<SubjectFact> told, LocalDate day) {
        List<SubjectFact> facts = ofThoseNotErased(tx.sql(), told);
        if (facts.isEmpty()) {
            return;
        }
        Subjects.lock(tx.sql(), newest(facts, SubjectFact.class, SubjectFact::subjectId));
        Collection<SubjectFact.Home> homes = newest(facts, SubjectFact.Home.class, SubjectFact::subjectId);
        Subjects.storeHomes(tx.sql(), homes);
        Subjects.storeGrowth(tx.sql(), newest(facts, SubjectFact.Growth.class, SubjectFact::subjectId));
        Subjects.storeFaltering(tx.sql(), newest(facts, SubjectFact.Faltering.class, SubjectFact::subjectId));
        Subjects.storeChecks(
                tx.sql(), newest(facts, SubjectFact.Check.class, check -> List.of(check.checkId(), check.subjectId())));
        Subjects.moveChecks(tx.sql(), facts.stream().map(SubjectFact::subjectId).collect(toCollection(HashSet::new)));
        follow(tx, homes.stream().map(SubjectFact.Home::subjectId).collect(toCollection(HashSet::new)), day);
    }

    private static List<SubjectFact> ofThoseNotErased(Handle sql, List<SubjectFact> told) {
        Set<UUID> ids = new HashSet<>();
        for (SubjectFact fact : told) {
            ids.add(fact.subjectId());
            if (fact instanceof SubjectFact.Home home) {
                ids.add(home.familyId());
            }
        }
        Set<UUID> erased = ErasedPersons.among(sql, ids);
        return told.stream()
                .filter(fact -> !(fact instanceof SubjectFact.Check check) || check.isWorthKeeping())
                .filter(fact -> !erased.contains(fact.subjectId())
                        && !(fact instanceof SubjectFact.Home home && erased.contains(home.familyId())))
                .toList();
    }

    private static <F extends SubjectFact> Collection<F> newest(
            List<SubjectFact> facts, Class<F> kind, Function<F, Object> key) {
        Map<Object, F> newest = new LinkedHashMap<>();
        facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(fact -> newest.merge(
                        key.apply(fact), fact, (one, other) -> other.version() > one.version() ? other : one));
        return newest.values();
    }

    private void follow(Transaction tx, Set<UUID> subjects, LocalDate day) {
        List<CaseAudit.Open> cases = CaseAudits.lockOpenOf(tx.sql(), subjects);
        if (cases.isEmpty()) {
            return;
        }
        Map<UUID, Now> now = Merges.followed(
                tx.sql(),
                cases.stream().map(one -> one.file().identity().originId()).toList());
        Map<UUID, AreaCode> rounds = CaseAuditRounds.areas(
                tx.sql(),
                cases.stream().map(one -> one.file().identity().roundId()).toList());
        Set<List<UUID>> taken = CaseAudits.subjectsOfRounds(tx.sql(), rounds.keySet());
        Map<CaseAudit, CaseAudit> changed = new LinkedHashMap<>();
        for (CaseAudit.Open one : cases) {
            Now where = now.get(one.file().identity().originId());
            AreaCode kabupaten = rounds.get(one.file().identity().roundId());
            if (where != null && kabupaten != null) {
                CaseAudit after = after(one, where, kabupaten, taken, day);
                if (!after.equals(one)) {
                    changed.put(one, after);
                    taken.add(key(after));
                }
            }
        }
        audits.store(tx, changed);
    }

    private static CaseAudit after(
            CaseAudit.Open one, Now now, AreaCode kabupaten, Set<List<UUID>> taken, LocalDate day) {
        Whereabouts known = one.file().whereabouts();
        if (!now.subjectId().equals(known.subjectId())
                && taken.contains(List.of(one.file().identity().roundId(), now.subjectId()))) {
            return one.withdrawn(WithdrawalReason.MERGED, day);
        }
        if (!now.active()) {
            return one.withdrawn(WithdrawalReason.INACTIVE, day);
        }
        Whereabouts where = new Whereabouts(
                now.subjectId(),
                now.familyId() == null ? known.familyId() : now.familyId(),
                now.area() == null ? known.area() : now.area());
        if (!kabupaten.contains(where.area())) {
            return one.withdrawn(WithdrawalReason.MOVED_AWAY, day);
        }
        return where.equals(known) ? one : one.at(where);
    }

    private static List<UUID> key(CaseAudit audit) {
        return List.of(
                audit.file().identity().roundId(), audit.file().whereabouts().subjectId());
    }

    /** Chains of merges, as the registry told them. */
    private static final class Merges {
        private Merges() {}

        private record Row(
                UUID id,
                @Nullable UUID mergedInto,
                @Nullable UUID familyId,
                String area,
                boolean told,
                boolean active) {}

        static Map<UUID, Now> followed(Handle sql, Collection<UUID> origins) {
            Map<UUID, Row> rows = new HashMap<>();
            sql.createQuery("""
                            with recursive chain as (
                                select id, merged_into from case_audit_subject where id = any(:ids)
                                union
                                select s.id, s.merged_into from case_audit_subject s join chain c on s.id = c.merged_into)
                            select s.* from case_audit_subject s where s.id in (select id from chain)""")
                    .bindArray("ids", UUID.class, origins.toArray())
                    .map((row, _) -> new Row(
                            row.getObject("id", UUID.class),
                            row.getObject("merged_into", UUID.class),
                            row.getObject("family_id", UUID.class),
                            row.getString("area_code"),
                            row.getLong("home_version") > 0,
                            row.getBoolean("active")))
                    .forEach(row -> rows.put(row.id(), row));
            Map<UUID, Now> found = new HashMap<>();
            origins.forEach(origin -> found.put(origin, end(rows, origin)));
            return found;
        }

        /** A survivor of whom nothing was told yet is where the other was. */
        private static Now end(Map<UUID, Row> rows, UUID origin) {
            UUID at = origin;
            Set<UUID> passed = new HashSet<>();
            Row row = rows.get(at);
            while (row != null && row.mergedInto() != null && passed.add(at)) {
                at = row.mergedInto();
                row = rows.get(at);
            }
            return row == null || !row.told()
                    ? new Now(at, null, null, true)
                    : new Now(at, row.familyId(), new AreaCode(row.area()), row.active());
        }
    }
}

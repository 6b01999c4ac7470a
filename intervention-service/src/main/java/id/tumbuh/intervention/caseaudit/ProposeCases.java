package id.tumbuh.intervention.caseaudit;

import static java.util.stream.Collectors.groupingBy;

import id.tumbuh.intervention.caseaudit.CaseAuditFile.Identity;
import id.tumbuh.intervention.caseaudit.CaseAuditFile.Whereabouts;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.listing.AreaRange;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Proposes cases to a round: of each group the most pressing, up to the number of the rule. Asked again it proposes those who
 * became candidates since, as far as there is room.
 */
@ApplicationScoped
class ProposeCases {
    /** The more pressing first; among equals the order is that of ids, which says nothing of anybody. */
    private static final Comparator<Candidate> PRESSING = Comparator.comparingInt(
                    (Candidate candidate) -> candidate.proposal().score())
            .reversed()
            .thenComparing(candidate -> candidate.whereabouts().subjectId());

    private final CaseAudits audits;
    private final CaseAuditRules rules;

    ProposeCases(CaseAudits audits, CaseAuditRules rules) {
        this.audits = audits;
        this.rules = rules;
    }

    /** How many were proposed now, by group; or nothing when there is no such round. */
    Optional<Map<CaseAuditGroup, Integer>> propose(Transaction tx, UUID roundId, LocalDate day) {
        return CaseAuditRounds.lock(tx.sql(), roundId).map(stored -> {
            CaseAuditRound round = stored.round();
            CaseAuditPolicy policy = rules.policy(day);
            List<Candidate> chosen = chosen(tx.sql(), round, policy, day);
            List<CaseAudit> cases = new ArrayList<>();
            for (Candidate candidate : chosen) {
                int place = stored.lastNumber() + cases.size() + 1;
                cases.add(opened(round, candidate, place, day));
            }
            audits.insert(tx, cases);
            CaseAuditRounds.count(tx.sql(), roundId, stored.lastNumber() + cases.size());
            Map<CaseAuditGroup, Integer> counts = new EnumMap<>(CaseAuditGroup.class);
            chosen.forEach(candidate -> counts.merge(candidate.group(), 1, Integer::sum));
            return counts;
        });
    }

    private static CaseAudit opened(CaseAuditRound round, Candidate candidate, int place, LocalDate day) {
        return new CaseAudit.Proposed(new CaseAuditFile(
                new Identity(
                        UUID.randomUUID(), // what follows from the subject's id would lead back to it
                        round.id(),
                        round.number(place),
                        candidate.group(),
                        candidate.kind(),
                        candidate.whereabouts().subjectId()),
                candidate.whereabouts(),
                candidate.proposal(),
                day,
                1,
                CaseAuditDossier.EMPTY));
    }

    private static List<Candidate> chosen(Handle sql, CaseAuditRound round, CaseAuditPolicy policy, LocalDate day) {
        Set<List<UUID>> taken = CaseAudits.subjectsOfRounds(sql, List.of(round.id()));
        Map<CaseAuditGroup, Integer> proposed = counts(sql, round.id());
        Map<CaseAuditGroup, List<Candidate>> groups = known(sql, round.area(), policy, day).stream()
                .flatMap(known -> Candidate.of(known, policy, day).stream())
                .filter(candidate -> !taken.contains(
                        List.of(round.id(), candidate.whereabouts().subjectId())))
                .collect(groupingBy(Candidate::group));
        List<Candidate> chosen = new ArrayList<>();
        groups.forEach((group, candidates) -> candidates.stream()
                .sorted(PRESSING)
                .limit(Math.max(0, policy.mostPerGroup() - proposed.getOrDefault(group, 0)))
                .forEach(chosen::add));
        chosen.sort(PRESSING);
        return chosen;
    }

    private static Map<CaseAuditGroup, Integer> counts(Handle sql, UUID round) {
        Map<CaseAuditGroup, Integer> counts = new EnumMap<>(CaseAuditGroup.class);
        sql.createQuery("""
                        select audit_group, count(*)::int as cases from case_audit
                        where round_id = :round and stage <> 'WITHDRAWN' group by audit_group""")
                .bind("round", round)
                .map((row, _) -> Map.entry(CaseAuditGroup.valueOf(row.getString("audit_group")), row.getInt("cases")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Everybody in the kabupaten of whom something is told that a rule may ask for. */
    private static List<Candidate.Known> known(Handle sql, AreaCode area, CaseAuditPolicy policy, LocalDate day) {
        AreaRange range = AreaRange.of(area.value(), Scope.everywhere());
        return sql.createQuery("""
                        with checks as (
                            select subject_id, array_agg(distinct concern) as concerns
                            from case_audit_check cross join lateral unnest(concerns) as concern
                            where area_code >= :from and area_code < :to and checked_on > :since and checked_on <= :day
                            group by subject_id)
                        select s.*, coalesce(c.concerns, '{}') as concerns
                        from case_audit_subject s left join checks c on c.subject_id = s.id
                        where s.area_code >= :from and s.area_code < :to and s.home_version > 0 and s.active
                        and s.merged_into is null
                        and (s.stunting <> 'NORMAL' or s.twice_not_gained or s.below_red_line or s.kind = 'PREGNANCY'
                            or c.subject_id is not null)""")
                .bind("from", range.from())
                .bind("to", range.to())
                .bind("since", day.minusDays(policy.checkDays()))
                .bind("day", day)
                .map((row, _) -> known(row))
                .list();
    }

    private static Candidate.Known known(ResultSet row) throws SQLException {
        Set<CaseAuditReason> concerns = EnumSet.noneOf(CaseAuditReason.class);
        Arrays.stream((Object[]) row.getArray("concerns").getArray())
                .forEach(concern -> concerns.add(CaseAuditReason.valueOf((String) concern)));
        if (row.getBoolean("twice_not_gained")) {
            concerns.add(CaseAuditReason.TWICE_NOT_GAINED);
        }
        if (row.getBoolean("below_red_line")) {
            concerns.add(CaseAuditReason.BELOW_RED_LINE);
        }
        return new Candidate.Known(
                SubjectKind.valueOf(row.getString("kind")),
                new Whereabouts(
                        row.getObject("id", UUID.class),
                        row.getObject("family_id", UUID.class),
                        new AreaCode(row.getString("area_code"))),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("expected_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                Stunting.valueOf(row.getString("stunting")),
                concerns);
    }
}

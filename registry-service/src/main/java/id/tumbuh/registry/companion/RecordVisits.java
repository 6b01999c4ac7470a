package id.tumbuh.registry.companion;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Fingerprints;
import id.tumbuh.registry.batch.Outcomes;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes in visits, of today or of a week without a network. Nothing is lost: a visit to somebody who was not in the team's care
 * on that day is kept, with a warning, and is no companionship.
 */
@ApplicationScoped
class RecordVisits {
    private static final String NOT_ASSIGNED = "NOT_ASSIGNED";
    private static final String CHECKLIST_INCOMPLETE = "CHECKLIST_INCOMPLETE";

    private final IdentityKeys identities;
    private final ObjectMapper json;

    RecordVisits(IdentityKeys identities, ObjectMapper json) {
        this.identities = identities;
        this.json = json;
    }

    /** @param onlyOwn whether the actor tells of visits of his or her own teams only */
    List<Registration> record(
            Transaction tx, Actor actor, CompanionPolicy policy, List<NewVisit> wanted, boolean onlyOwn) {
        Set<UUID> erased = ErasedPersons.among(
                tx.sql(), wanted.stream().map(visit -> visit.target().id()).toList());
        Known known = new Known(
                Visits.homes(
                        tx.sql(),
                        wanted.stream()
                                .map(NewVisit::target)
                                .filter(target -> !erased.contains(target.id()))
                                .toList()),
                teams(tx, actor, wanted, onlyOwn),
                onlyOwn);
        List<NewVisit> sound = wanted.stream()
                .filter(visit -> refusal(policy, known, visit).isEmpty())
                .toList();
        Map<UUID, UUID> care = Visits.assignments(tx.sql(), sound);
        Map<UUID, Visits.Row> rows = new LinkedHashMap<>();
        for (NewVisit visit : sound) {
            rows.putIfAbsent(visit.id(), row(actor, visit, known, care.get(visit.id())));
        }
        Set<UUID> created = Visits.insert(tx.sql(), rows.values());
        tell(tx, actor, policy, rows, created);
        Outcomes outcomes = new Outcomes(created, Fingerprints.of(tx.sql(), "companion_visit", rows.keySet()));
        List<Registration> answers = new ArrayList<>(wanted.size());
        for (NewVisit visit : wanted) {
            Optional<Registration.Invalid> refusal = refusal(policy, known, visit);
            answers.add(
                    refusal.isPresent()
                            ? refusal.get()
                            : outcomes.of(
                                    visit.id(),
                                    warnings(policy, visit, care.containsKey(visit.id())),
                                    stored -> identities.isFingerprintOf(stored, visit.content())));
        }
        return answers;
    }

    /** What visits are judged by. */
    private record Known(Map<Target.Key, Visits.Home> homes, Set<UUID> teams, boolean onlyOwn) {}

    private static Set<UUID> teams(Transaction tx, Actor actor, List<NewVisit> wanted, boolean onlyOwn) {
        Set<UUID> named = new TreeSet<>(wanted.stream().map(NewVisit::team).toList());
        return onlyOwn
                ? Teams.ofMember(tx.sql(), actor.subject(), named)
                : Set.copyOf(tx.sql()
                        .createQuery("select id from companion_team where id = any(:ids)")
                        .bindArray("ids", UUID.class, named.toArray())
                        .mapTo(UUID.class)
                        .list());
    }

    private static Optional<Registration.Invalid> refusal(CompanionPolicy policy, Known known, NewVisit visit) {
        List<String> items = policy.checklist().getOrDefault(visit.target().kind(), List.of());
        return Faults.first(
                Faults.unless(
                        known.teams().contains(visit.team()),
                        known.onlyOwn() ? CompanionProblem.NOT_OF_THE_TEAM : CompanionProblem.TEAM_UNKNOWN,
                        "/teamId"),
                Faults.unless(known.homes().containsKey(visit.target()), CompanionProblem.TARGET_UNKNOWN, "/targetId"),
                Faults.unless(!visit.on().isAfter(policy.today()), CompanionProblem.DATE_IN_FUTURE, "/visitedOn"),
                Faults.unless(
                        items.containsAll(visit.checklist().keySet()),
                        CompanionProblem.CHECKLIST_ITEM_UNKNOWN,
                        "/checklist"),
                Faults.unless(
                        visit.outcome() == VisitOutcome.DONE
                                || (visit.checklist().isEmpty()
                                        && visit.services().isEmpty()),
                        CompanionProblem.CHECKLIST_WITHOUT_VISIT,
                        "/checklist"),
                Faults.unless(
                        policy.services().containsAll(visit.services()),
                        CompanionProblem.SERVICE_UNKNOWN,
                        "/services"));
    }

    private static Set<String> warnings(CompanionPolicy policy, NewVisit visit, boolean assigned) {
        Set<String> warnings = new TreeSet<>();
        if (!assigned) {
            warnings.add(NOT_ASSIGNED);
        }
        int items = policy.checklist()
                .getOrDefault(visit.target().kind(), List.of())
                .size();
        if (visit.outcome() == VisitOutcome.DONE && visit.checklist().size() < items) {
            warnings.add(CHECKLIST_INCOMPLETE);
        }
        return warnings;
    }

    private Visits.Row row(Actor actor, NewVisit visit, Known known, @Nullable UUID assignment) {
        Visits.Home home = Objects.requireNonNull(known.homes().get(visit.target()));
        return new Visits.Row(visit, home, assignment, actor.subject(), identities.fingerprint(visit.content()));
    }

    private void tell(
            Transaction tx, Actor actor, CompanionPolicy policy, Map<UUID, Visits.Row> rows, Set<UUID> created) {
        Map<UUID, LocalDate> visitedOn = new HashMap<>();
        for (Visits.Row row : rows.values()) {
            NewVisit visit = row.visit();
            if (!created.contains(visit.id())) {
                continue;
            }
            boolean counts = row.assignment() != null && policy.counts(visit.outcome());
            if (counts && row.assignment() != null) {
                visitedOn.merge(row.assignment(), visit.on(), (one, other) -> one.isAfter(other) ? one : other);
            }
            tx.announce(Announcement.of(VisitEvent.of(row, counts), json));
            tx.audit(actor.did(
                    "VISIT",
                    visit.target().kind().word(),
                    visit.target().id(),
                    row.home().area()));
        }
        Visits.remember(tx.sql(), visitedOn);
    }
}

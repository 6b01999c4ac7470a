package id.tumbuh.registry.companion;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Fingerprints;
import id.tumbuh.registry.batch.Outcomes;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Registers teams in bulk and corrects them. A team that lacks a role is kept with a warning: villages have what they have. */
@ApplicationScoped
class RegisterTeams {
    private static final String INCOMPLETE = "TEAM_INCOMPLETE";

    private final Areas areas;
    private final IdentityKeys identities;
    private final TellAssignments tell;

    RegisterTeams(Areas areas, IdentityKeys identities, TellAssignments tell) {
        this.areas = areas;
        this.identities = identities;
        this.tell = tell;
    }

    List<Registration> register(Transaction tx, Actor actor, List<NewTeam> wanted) {
        Set<AreaCode> known = knownAreas(tx, wanted);
        Map<UUID, Teams.Row> candidates = new LinkedHashMap<>();
        wanted.stream()
                .filter(team -> refusal(team, actor, known).isEmpty())
                .forEach(team -> candidates.putIfAbsent(team.id(), row(team)));
        Set<UUID> created = Teams.insert(tx.sql(), candidates.values());
        candidates.values().stream()
                .map(Teams.Row::team)
                .filter(team -> created.contains(team.id()))
                .forEach(team -> tx.audit(actor.did(
                        "REGISTER", "companion-team", team.id(), team.seat().value())));
        Map<UUID, byte[]> present = Fingerprints.of(tx.sql(), "companion_team", candidates.keySet());
        Outcomes outcomes = new Outcomes(created, present);
        List<Registration> answers = new ArrayList<>(wanted.size());
        for (NewTeam team : wanted) {
            Optional<Registration.Invalid> refusal = refusal(team, actor, known)
                    .or(() -> Faults.unless(
                            present.containsKey(team.id()), CompanionProblem.TEAM_NUMBER_TAKEN, "/number"));
            answers.add(refusal.isPresent() ? refusal.get() : outcome(team, outcomes));
        }
        return answers;
    }

    Correction correct(Transaction tx, Actor actor, CompanionPolicy policy, long expected, NewTeam wanted) {
        Optional<Teams.Known> found = Teams.lock(tx.sql(), wanted.id())
                .filter(known -> actor.scope().allows(known.team().seat()));
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        NewTeam before = found.get().team();
        long version = found.get().version();
        if (wanted.equals(before)) {
            return new Correction.Unchanged(version);
        }
        if (version != expected) {
            return new Correction.Stale();
        }
        Optional<Registration.Invalid> refusal = Faults.unless(
                        wanted.seat().equals(before.seat()), CompanionProblem.TEAM_ELSEWHERE, "/area")
                .or(() -> refusal(wanted, actor, knownAreas(tx, List.of(wanted))))
                .or(() -> Faults.unless(isNumberFree(tx, wanted), CompanionProblem.TEAM_NUMBER_TAKEN, "/number"));
        if (refusal.isPresent()) {
            return new Correction.Refused(refusal.get());
        }
        Teams.replace(tx.sql(), row(wanted), version + 1);
        tx.audit(actor.did(
                "CORRECT", "companion-team", wanted.id(), wanted.seat().value()));
        releaseThoseItLeaves(tx, actor, policy, wanted);
        return new Correction.Done(version + 1);
    }

    /** Who is in a desa that the team no longer serves is in nobody's care. */
    private void releaseThoseItLeaves(Transaction tx, Actor actor, CompanionPolicy policy, NewTeam team) {
        List<String> served =
                team.active() ? team.areas().stream().map(AreaCode::value).toList() : List.of();
        Assignment.Release closed =
                new Assignment.Release(policy.today(), Assignment.ReleaseCause.TEAM_CLOSED, null, actor.subject());
        tell.end(
                tx,
                actor,
                Assignments.lockOpenOfTeam(tx.sql(), team.id(), served).stream()
                        .map(one -> one.released(closed))
                        .toList());
    }

    private Set<AreaCode> knownAreas(Transaction tx, List<NewTeam> wanted) {
        return areas.desaAmong(
                tx.sql(),
                wanted.stream()
                        .flatMap(team -> Stream.concat(Stream.of(team.seat()), team.areas().stream()))
                        .collect(toSet()));
    }

    private static Optional<Registration.Invalid> refusal(NewTeam team, Actor actor, Set<AreaCode> known) {
        return refusal(team.seat(), "/area", actor, known)
                .or(() -> team.areas().stream()
                        .flatMap(area -> refusal(area, "/areas", actor, known).stream())
                        .findFirst());
    }

    private static Optional<Registration.Invalid> refusal(
            AreaCode area, String field, Actor actor, Set<AreaCode> known) {
        return Faults.first(
                Faults.unless(area.level() == AreaLevel.DESA_KELURAHAN, RegistryProblem.AREA_NOT_DESA, field),
                Faults.unless(actor.scope().allows(area), RegistryProblem.AREA_OUTSIDE_SCOPE, field),
                Faults.unless(known.contains(area), RegistryProblem.AREA_UNKNOWN, field));
    }

    private static boolean isNumberFree(Transaction tx, NewTeam team) {
        return tx.sql()
                .createQuery("select id from companion_team where area_code = :seat and number = :number and id <> :id")
                .bind("seat", team.seat().value())
                .bind("number", team.number())
                .bind("id", team.id())
                .mapTo(UUID.class)
                .findOne()
                .isEmpty();
    }

    private Teams.Row row(NewTeam team) {
        return new Teams.Row(team, identities.fingerprint(team.content()));
    }

    private Registration outcome(NewTeam team, Outcomes outcomes) {
        return outcomes.of(
                team.id(),
                team.isComplete() ? Set.of() : Set.of(INCOMPLETE),
                stored -> identities.isFingerprintOf(stored, team.content()));
    }
}

package id.tumbuh.registry.posyandu;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Registers posyandu in bulk; each once by desa and normalised name. Safe to repeat. */
@ApplicationScoped
class RegisterPosyandu {
    private final Areas areas;
    private final Posyandus posyandus;

    RegisterPosyandu(Areas areas, Posyandus posyandus) {
        this.areas = areas;
        this.posyandus = posyandus;
    }

    List<Registration> register(Transaction tx, Actor actor, List<Posyandu> wanted) {
        Set<AreaCode> known =
                areas.desaAmong(tx.sql(), wanted.stream().map(Posyandu::area).collect(toSet()));
        Map<UUID, Posyandu> candidates = new LinkedHashMap<>();
        wanted.stream()
                .filter(posyandu -> refusal(posyandu, actor, known).isEmpty())
                .forEach(posyandu -> candidates.putIfAbsent(posyandu.id(), posyandu));
        Set<UUID> created = posyandus.insert(tx.sql(), List.copyOf(candidates.values()));
        created.forEach(id -> tx.audit(
                actor.did("REGISTER", "posyandu", id, candidates.get(id).area().value())));
        Map<UUID, Posyandu> stored = posyandus.byId(tx.sql(), candidates.keySet());
        return wanted.stream()
                .map(posyandu ->
                        refusal(posyandu, actor, known).orElseGet(() -> outcome(posyandu, candidates, created, stored)))
                .toList();
    }

    private static Optional<Registration> refusal(Posyandu posyandu, Actor actor, Set<AreaCode> known) {
        if (!actor.scope().allows(posyandu.area())) {
            return Optional.of(new Registration.Invalid(RegistryProblem.AREA_OUTSIDE_SCOPE, "/area"));
        }
        return known.contains(posyandu.area())
                ? Optional.empty()
                : Optional.of(new Registration.Invalid(RegistryProblem.AREA_UNKNOWN, "/area"));
    }

    private static Registration outcome(
            Posyandu posyandu, Map<UUID, Posyandu> candidates, Set<UUID> created, Map<UUID, Posyandu> stored) {
        Posyandu standing = stored.get(posyandu.id());
        if (standing == null) {
            return new Registration.Invalid(RegistryProblem.POSYANDU_NAME_TAKEN, "/name");
        }
        if (created.contains(posyandu.id()) && candidates.get(posyandu.id()) == posyandu) {
            return new Registration.Created(Set.of());
        }
        return standing.equals(posyandu) ? new Registration.Unchanged() : new Registration.Conflict();
    }
}

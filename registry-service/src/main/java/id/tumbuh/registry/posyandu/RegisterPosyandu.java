package id.tumbuh.registry.posyandu;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
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
        candidates.values().stream()
                .filter(posyandu -> created.contains(posyandu.id()))
                .forEach(posyandu -> tx.audit(actor.did(
                        "REGISTER", "posyandu", posyandu.id(), posyandu.area().value())));
        Map<UUID, Posyandu> stored = posyandus.byId(tx.sql(), candidates.keySet());
        Set<UUID> untold = new HashSet<>(created);
        return wanted.stream()
                .map(posyandu -> refusal(posyandu, actor, known).orElseGet(() -> outcome(posyandu, untold, stored)))
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

    private static Registration outcome(Posyandu posyandu, Set<UUID> untold, Map<UUID, Posyandu> stored) {
        Posyandu standing = stored.get(posyandu.id());
        if (standing == null) {
            return new Registration.Invalid(RegistryProblem.POSYANDU_NAME_TAKEN, "/name");
        }
        if (untold.remove(posyandu.id())) {
            return new Registration.Created(Set.of());
        }
        return standing.equals(posyandu) ? new Registration.Unchanged() : new Registration.Conflict();
    }
}

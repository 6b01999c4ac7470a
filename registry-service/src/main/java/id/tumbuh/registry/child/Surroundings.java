package id.tumbuh.registry.child;

import static java.util.stream.Collectors.toSet;

import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHome;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.posyandu.Posyandus;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the children of a batch lean on: their families and posyandu, as far as the transaction may see them. */
record Surroundings(Map<UUID, FamilyHome> homes, Set<UUID> posyandus, LocalDate today) {

    static Surroundings of(
            Handle sql, Collection<NewChild> children, FamilyHomes homes, Posyandus posyandus, LocalDate today) {
        Set<UUID> named = children.stream()
                .map(NewChild::posyanduId)
                .filter(Objects::nonNull)
                .collect(toSet());
        return new Surroundings(
                homes.find(sql, children.stream().map(NewChild::familyId).collect(toSet())),
                named.isEmpty() ? Set.of() : posyandus.known(sql, named),
                today);
    }

    /** Of a child that isn't refused. */
    FamilyHome home(NewChild child) {
        return Objects.requireNonNull(homes.get(child.familyId()), "refused children have no home");
    }

    Optional<Registration.Invalid> refusal(NewChild child) {
        FamilyHome home = homes.get(child.familyId());
        if (home == null) {
            return refused(RegistryProblem.FAMILY_UNKNOWN, "/familyId");
        }
        if (child.area() != null && !child.area().equals(home.area())) {
            return refused(RegistryProblem.AREA_NOT_FAMILYS, "/area");
        }
        if (child.posyanduId() != null && !posyandus.contains(child.posyanduId())) {
            return refused(RegistryProblem.POSYANDU_UNKNOWN, "/posyanduId");
        }
        return child.birthDate().isAfter(today)
                ? refused(RegistryProblem.BIRTH_DATE_IN_FUTURE, "/birthDate")
                : Optional.empty();
    }

    private static Optional<Registration.Invalid> refused(RegistryProblem problem, String field) {
        return Optional.of(new Registration.Invalid(problem, field));
    }
}

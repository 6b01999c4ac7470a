package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What a family may say: that it lives in a known desa that is the actor's business, and nothing of tomorrow. */
record FamilyPlace(Actor actor, Set<AreaCode> knownDesa, LocalDate today) {

    Optional<Registration.Invalid> refusal(NewFamily family) {
        NewFamily.Origin observed = family.observed();
        return Faults.first(
                refusal(family.area()),
                Faults.unless(
                        observed == null || !observed.on().isAfter(today),
                        RegistryProblem.DATE_IN_FUTURE,
                        "/observedOn"));
    }

    Optional<Registration.Invalid> refusal(AreaCode area) {
        if (area.level() != AreaLevel.DESA_KELURAHAN) {
            return Optional.of(new Registration.Invalid(RegistryProblem.AREA_NOT_DESA, "/area"));
        }
        if (!actor.scope().allows(area)) {
            return Optional.of(new Registration.Invalid(RegistryProblem.AREA_OUTSIDE_SCOPE, "/area"));
        }
        return knownDesa.contains(area)
                ? Optional.empty()
                : Optional.of(new Registration.Invalid(RegistryProblem.AREA_UNKNOWN, "/area"));
    }
}

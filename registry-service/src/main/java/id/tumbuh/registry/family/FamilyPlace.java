package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.problem.RegistryProblem;
import java.util.Optional;
import java.util.Set;

/** Where a family may live: in a known desa or kelurahan that is the actor's business. */
record FamilyPlace(Actor actor, Set<AreaCode> knownDesa) {

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

package id.tumbuh.intervention.circumstance;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A check of a pregnant woman in one version, as measurement-service assessed it, and what it shows that calls for help. */
public record PregnancyCheck(
        UUID checkId,
        UUID pregnancyId,
        Home home,
        long version,
        LocalDate checkedOn,
        boolean voided,
        Set<Cause> causes) {
    public PregnancyCheck {
        causes = Set.copyOf(causes);
    }
}

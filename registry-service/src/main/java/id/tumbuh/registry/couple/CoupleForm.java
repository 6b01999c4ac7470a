package id.tumbuh.registry.couple;

import static java.util.Objects.requireNonNull;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A couple in JSON. */
@Schema(name = "Couple", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000008", "brideId": "0198c1a0-0000-7000-8000-000000000004",
         "registeredOn": "2026-01-12", "plannedWeddingOn": "2026-04-18"}""")
record CoupleForm(
        @Nullable UUID id,
        @Nullable UUID brideId,
        @Nullable UUID groomId,
        @Nullable LocalDate registeredOn,
        @Nullable LocalDate plannedWeddingOn)
        implements RowForm<NewCouple> {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/brideId", brideId),
                Faults.required("/registeredOn", registeredOn),
                Faults.unless(groomId == null || !groomId.equals(brideId), RegistryProblem.COUPLE_OF_ONE, "/groomId"));
    }

    @Override
    public NewCouple value() {
        return new NewCouple(
                requireNonNull(id), requireNonNull(brideId), groomId, requireNonNull(registeredOn), plannedWeddingOn);
    }
}

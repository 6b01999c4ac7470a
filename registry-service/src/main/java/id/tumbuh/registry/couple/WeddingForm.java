package id.tumbuh.registry.couple;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyForm;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wedding in JSON: a family of their own, or the one that they join. */
@Schema(name = "Wedding", examples = """
        {"weddingOn": "2026-04-18",
         "family": {"id": "0198c1a0-0000-7000-8000-000000000009", "area": "36.04.20.2006", "rw": "02", "rt": "005"}}""")
record WeddingForm(
        @Nullable LocalDate weddingOn,
        @Nullable FamilyForm family,
        @Nullable UUID familyId) implements Form {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                        Faults.required("/weddingOn", weddingOn),
                        Faults.unless((family == null) != (familyId == null), CommonProblem.REQUIRED, "/family"))
                .or(() -> family == null
                        ? Optional.empty()
                        : family.fault()
                                .map(fault -> new Registration.Invalid(fault.reason(), "/family" + fault.field())));
    }

    ChangeCouple.Wedding of(UUID couple) {
        return new ChangeCouple.Wedding(
                couple, requireNonNull(weddingOn), family == null ? null : family.value(), familyId);
    }
}

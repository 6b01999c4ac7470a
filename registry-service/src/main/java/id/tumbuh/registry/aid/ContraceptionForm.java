package id.tumbuh.registry.aid;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.screening.Contraception;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Contraception given, in JSON. */
@Schema(
        name = "ContraceptionService",
        examples =
                "{\"id\": \"0198c1a0-0000-7000-8000-0000000000e1\", \"method\": \"IMPLANT\", \"givenOn\": \"2026-11-20\"}")
record ContraceptionForm(
        @Nullable UUID id,
        @Nullable Contraception method,
        @Nullable LocalDate givenOn) implements Form {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/method", method),
                Faults.unless(method != Contraception.NONE, CommonProblem.OUT_OF_RANGE, "/method"),
                Faults.required("/givenOn", givenOn));
    }

    GiveContraception.Given of(UUID family) {
        return new GiveContraception.Given(requireNonNull(id), family, requireNonNull(method), requireNonNull(givenOn));
    }
}

package id.tumbuh.registry.pregnancy;

import static java.util.Objects.requireNonNull;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.batch.RowForm;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pregnancy in JSON. What is unknown is left out. */
@Schema(name = "Pregnancy", examples = """
        {"id": "0198c1a0-0000-7000-8000-000000000006", "motherId": "0198c1a0-0000-7000-8000-000000000004",
         "confirmedOn": "2026-01-12", "lastPeriodOn": "2025-11-30"}""")
record PregnancyForm(
        @Nullable UUID id,
        @Nullable UUID motherId,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate lastPeriodOn,
        @Nullable LocalDate expectedOn)
        implements RowForm<NewPregnancy> {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/motherId", motherId),
                Faults.required("/confirmedOn", confirmedOn));
    }

    @Override
    public NewPregnancy value() {
        return new NewPregnancy(
                requireNonNull(id), requireNonNull(motherId), requireNonNull(confirmedOn), lastPeriodOn, expectedOn);
    }
}

package id.tumbuh.registry.family;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A merge in JSON. */
@Schema(name = "FamilyMerge", examples = """
        {"into": "0198c1a0-0000-7000-8000-000000000001", "effectiveOn": "2026-03-01", "reason": "SAME_CARD"}""")
record MergeForm(
        @Nullable UUID into,
        @Nullable LocalDate effectiveOn,

        @Schema(description = "A word in capitals, never a text about a person") @Nullable
        String reason)
        implements Form {

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/into", into),
                Faults.required("/effectiveOn", effectiveOn),
                Faults.required("/reason", reason),
                Faults.unless(reason == null || FamilyForm.isSource(reason), CommonProblem.OUT_OF_RANGE, "/reason"));
    }
}

package id.tumbuh.registry.companion;

import static java.util.Objects.requireNonNull;

import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Form;
import id.tumbuh.registry.batch.Registration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An assignment by hand in JSON. */
@Schema(name = "NewCompanionAssignment", examples = """
        {"id": "0198c1a0-0000-7000-8000-0000000000a1", "targetKind": "FAMILY",
         "targetId": "0198c1a0-0000-7000-8000-000000000001", "teamId": "0198c1a0-0000-7000-8000-0000000000b1",
         "on": "2026-11-20", "reason": "RELATIVE_IN_TEAM", "replaces": "0198c1a0-0000-7000-8000-0000000000a0"}""")
record AssignmentForm(
        @Nullable UUID id,
        @Nullable TargetKind targetKind,
        @Nullable UUID targetId,
        @Nullable UUID teamId,
        @Nullable LocalDate on,
        @Nullable String reason,
        @Nullable UUID replaces)
        implements Form {
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{1,39}");

    /** The end of an assignment in JSON. */
    @Schema(name = "CompanionRelease", examples = "{\"on\": \"2026-11-20\", \"reason\": \"FAMILY_DECLINES\"}")
    record Release(@Nullable LocalDate on, @Nullable String reason) implements Form {
        @Override
        public Optional<Registration.Invalid> fault() {
            return Faults.required("/on", on).or(() -> faultOfReason(reason));
        }
    }

    @Override
    public Optional<Registration.Invalid> fault() {
        return Faults.first(
                Faults.required("/id", id),
                Faults.required("/targetKind", targetKind),
                Faults.required("/targetId", targetId),
                Faults.required("/teamId", teamId),
                Faults.required("/on", on),
                faultOfReason(reason));
    }

    /** A word, so that nothing of a person gets into it. */
    static Optional<Registration.Invalid> faultOfReason(@Nullable String reason) {
        return Faults.first(
                Faults.required("/reason", reason),
                Faults.unless(
                        reason == null || WORD.matcher(reason).matches(), CompanionProblem.REASON_INVALID, "/reason"));
    }

    AssignCompanions.Wanted value() {
        return new AssignCompanions.Wanted(
                requireNonNull(id),
                new Target.Key(requireNonNull(targetKind), requireNonNull(targetId)),
                requireNonNull(teamId),
                requireNonNull(on),
                requireNonNull(reason),
                replaces);
    }
}

package id.tumbuh.intervention.placement;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hold to be promised, as a row of a batch. */
@Schema(name = "Commit")
record CommitForm(
        @Schema(description = "Of the placement", examples = "0198c1a0-0000-7000-8000-0000000000e1") @Nullable
        UUID id,

        @Schema(description = "The version it was read in, as the `ETag` says it", examples = "1") @Nullable
        Long version,

        @Schema(description = "Today when left out; named, the batch can be sent again on another day") @Nullable
        LocalDate from,

        @Schema(description = "As long as the rule says when left out", examples = "90") @Nullable
        Integer days)
        implements Form {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000e1", "version": 1, "from": "2026-08-15", "days": 90}""";

    @Override
    public Optional<Problem.Violation> fault() {
        if (id == null) {
            return required("/id");
        }
        return version == null ? required("/version") : new PeriodForm(from, days).fault();
    }

    CommitMany.Wanted wanted() {
        return new CommitMany.Wanted(requireNonNull(id), requireNonNull(version), from, days);
    }

    private static Optional<Problem.Violation> required(String pointer) {
        return Optional.of(new Problem.Violation(pointer, CommonProblem.REQUIRED));
    }
}

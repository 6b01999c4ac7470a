package id.tumbuh.intervention.placement;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim as it is sent. */
@Schema(name = "Claim")
record ClaimForm(
        @Schema(
                description = "Made by the sender; a claim sent again is the same claim",
                examples = "0198c1a0-0000-7000-8000-0000000000e1")
        @Nullable
        UUID id,

        @Nullable UUID needId,
        @Nullable UUID sponsorId)
        implements Form {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000e1", "needId": "3f2a2f57-7d2e-3c0d-9a52-7d1e3f0a5b11",
             "sponsorId": "0198c1a0-0000-7000-8000-0000000000d1"}""";

    @Override
    public Optional<Problem.Violation> fault() {
        if (id == null) {
            return required("/id");
        }
        if (needId == null) {
            return required("/needId");
        }
        return sponsorId == null ? required("/sponsorId") : Optional.empty();
    }

    ClaimNeed.Claim claim() {
        return new ClaimNeed.Claim(requireNonNull(id), requireNonNull(needId), requireNonNull(sponsorId));
    }

    private static Optional<Problem.Violation> required(String pointer) {
        return Optional.of(new Problem.Violation(pointer, CommonProblem.REQUIRED));
    }
}

package id.tumbuh.intervention.partner;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim of a partner as it is sent. */
@Schema(name = "PartnerClaim")
record PartnerClaimForm(
        @Schema(
                description = "Made by the sender; a claim sent again is the same claim",
                examples = "0198c1a0-0000-7000-8000-0000000000e1")
        @Nullable
        UUID id,

        @Schema(description = "The pseudonym from the list of open needs", examples = "SRG-7Q4K9D") @Nullable
        String child,

        @Schema(description = "A sponsor that the partner acts for") @Nullable
        UUID sponsorId)
        implements Form {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000e1", "child": "SRG-7Q4K9D",
             "sponsorId": "0198c1a0-0000-7000-8000-0000000000d1"}""";

    @Override
    public Optional<Problem.Violation> fault() {
        if (id == null) {
            return required("/id");
        }
        if (child == null) {
            return required("/child");
        }
        return sponsorId == null ? required("/sponsorId") : Optional.empty();
    }

    private static Optional<Problem.Violation> required(String pointer) {
        return Optional.of(new Problem.Violation(pointer, CommonProblem.REQUIRED));
    }
}

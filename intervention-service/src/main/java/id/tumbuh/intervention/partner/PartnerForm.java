package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner as it is registered. */
@Schema(name = "PartnerTerms")
record PartnerForm(
        @Schema(examples = "PT Contoh Peduli") @Nullable String institution,

        @Schema(description = "It sees nothing outside of this area", examples = "36.04") @Nullable
        String area,

        @Schema(description = "The role to talk to, not a person's name", examples = "Manajer CSR") @Nullable
        String contact,

        @Schema(description = "True stops it at once") @Nullable
        Boolean suspended)
        implements Form {
    static final String EXAMPLE = """
            {"institution": "PT Contoh Peduli", "area": "36.04", "contact": "Manajer CSR"}""";
    private static final int MOST_TEXT = 200;
    private static final Pattern NIK = Pattern.compile(".*\\d{16}.*");

    @Override
    public Optional<Problem.Violation> fault() {
        return Stream.of(text("/institution", institution), text("/contact", contact), faultyArea())
                .flatMap(Optional::stream)
                .findFirst();
    }

    Partner.Terms terms() {
        return new Partner.Terms(
                requireNonNull(institution).strip(),
                new AreaCode(requireNonNull(area)),
                requireNonNull(contact).strip(),
                Boolean.TRUE.equals(suspended));
    }

    private static Optional<Problem.Violation> text(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.of(new Problem.Violation(pointer, CommonProblem.REQUIRED));
        }
        if (value.length() > MOST_TEXT || value.indexOf('\0') >= 0) {
            return Optional.of(new Problem.Violation(pointer, CommonProblem.OUT_OF_RANGE));
        }
        return NIK.matcher(value).matches()
                ? Optional.of(new Problem.Violation(pointer, InterventionProblem.LOOKS_LIKE_NIK))
                : Optional.empty();
    }

    private Optional<Problem.Violation> faultyArea() {
        if (area == null) {
            return Optional.of(new Problem.Violation("/area", CommonProblem.REQUIRED));
        }
        return AreaCode.isValid(area)
                ? Optional.empty()
                : Optional.of(new Problem.Violation("/area", CommonProblem.INVALID_AREA));
    }
}

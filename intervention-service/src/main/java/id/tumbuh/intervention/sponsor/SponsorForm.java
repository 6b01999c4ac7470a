package id.tumbuh.intervention.sponsor;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A promise as it is sent. */
@Schema(name = "SponsorPromise")
record SponsorForm(
        @Schema(
                description = "Only in a batch, where the path names none",
                examples = "0198c1a0-0000-7000-8000-0000000000d1")
        @Nullable
        UUID id,

        @Nullable SponsorKind kind,

        @Schema(description = "OPD, company, community", examples = "Dinas Kesehatan") @Nullable
        String institution,

        @Schema(description = "A person to talk to; never in an event", examples = "Contoh Pegawai") @Nullable
        String name,

        @Schema(description = "The institution's own number for it; not a NIK", examples = "ASN-0042") @Nullable
        String reference,

        @Schema(examples = "36.04") @Nullable String area,

        @Schema(description = "Children or mothers at once", examples = "2") @Nullable
        Integer capacity,

        @Schema(description = "Where it would like to help; anywhere when left out", examples = "[\"36.04.20\"]")
        @Nullable
        List<String> preferredAreas,

        @Schema(description = "What it gives; food when left out", examples = "[\"FOOD\"]") @Nullable
        List<Item.Kind> items,

        @Nullable LocalDate from,
        @Nullable LocalDate until,

        @Schema(description = "The application that acts for it", examples = "csr-contoh") @Nullable
        String client,

        @Schema(description = "Only of one that stands: false takes no more placements") @Nullable
        Boolean active)
        implements Form {
    static final String EXAMPLE = """
            {"kind": "ASN", "institution": "Dinas Kesehatan", "name": "Contoh Pegawai", "reference": "ASN-0042", "area": "36.04",
             "capacity": 2, "preferredAreas": ["36.04.20"], "items": ["FOOD"], "from": "2026-08-01", "until": "2026-12-31"}""";
    static final String EXAMPLE_ROW = """
            {"id": "0198c1a0-0000-7000-8000-0000000000d1", "kind": "ASN", "institution": "Dinas Kesehatan", "reference": "ASN-0042",
             "area": "36.04", "capacity": 2, "from": "2026-08-01", "until": "2026-12-31"}""";
    private static final int MOST_TEXT = 200;
    private static final int MOST_AREAS = 50;
    private static final int MOST_CAPACITY = 100_000;
    /** A number of sixteen digits in the wrong field would be somebody's NIK. */
    private static final Pattern NIK = Pattern.compile(".*\\d{16}.*");

    @Override
    public Optional<Problem.Violation> fault() {
        return Stream.of(
                        required("/kind", kind),
                        text("/institution", institution, true),
                        text("/name", name, false),
                        text("/reference", reference, false),
                        text("/client", client, false),
                        area("/area", area),
                        range("/capacity", capacity),
                        preferences(),
                        required("/from", from),
                        required("/until", until),
                        order())
                .flatMap(Optional::stream)
                .findFirst();
    }

    Sponsor.Promise promise() {
        return new Sponsor.Promise(
                requireNonNull(kind),
                requireNonNull(institution).strip(),
                name == null ? null : name.strip(),
                reference == null ? null : reference.strip(),
                new AreaCode(requireNonNull(area)),
                requireNonNull(capacity),
                preferredAreas == null
                        ? List.of()
                        : preferredAreas.stream()
                                .distinct()
                                .sorted()
                                .map(AreaCode::new)
                                .toList(),
                items == null || items.isEmpty()
                        ? List.of(Item.Kind.FOOD)
                        : items.stream().distinct().sorted().toList(),
                requireNonNull(from),
                requireNonNull(until),
                client);
    }

    private static Optional<Problem.Violation> required(String pointer, @Nullable Object value) {
        return value == null ? fault(pointer, CommonProblem.REQUIRED) : Optional.empty();
    }

    private static Optional<Problem.Violation> text(String pointer, @Nullable String value, boolean required) {
        if (value == null || value.isBlank()) {
            return required || value != null ? fault(pointer, CommonProblem.REQUIRED) : Optional.empty();
        }
        if (value.length() > MOST_TEXT || value.indexOf('\0') >= 0) {
            return fault(pointer, CommonProblem.OUT_OF_RANGE);
        }
        return NIK.matcher(value).matches() ? fault(pointer, InterventionProblem.LOOKS_LIKE_NIK) : Optional.empty();
    }

    private static Optional<Problem.Violation> area(String pointer, @Nullable String value) {
        if (value == null) {
            return fault(pointer, CommonProblem.REQUIRED);
        }
        return AreaCode.isValid(value) ? Optional.empty() : fault(pointer, CommonProblem.INVALID_AREA);
    }

    private static Optional<Problem.Violation> range(String pointer, @Nullable Integer value) {
        if (value == null) {
            return fault(pointer, CommonProblem.REQUIRED);
        }
        return value < 0 || value > MOST_CAPACITY ? fault(pointer, CommonProblem.OUT_OF_RANGE) : Optional.empty();
    }

    private Optional<Problem.Violation> preferences() {
        if (preferredAreas == null) {
            return Optional.empty();
        }
        if (preferredAreas.size() > MOST_AREAS) {
            return fault("/preferredAreas", CommonProblem.TOO_MANY_ROWS);
        }
        for (int index = 0; index < preferredAreas.size(); index++) {
            String code = preferredAreas.get(index);
            if (code == null || !AreaCode.isValid(code)) {
                return fault("/preferredAreas/" + index, CommonProblem.INVALID_AREA);
            }
        }
        return Optional.empty();
    }

    private Optional<Problem.Violation> order() {
        return from != null && until != null && until.isBefore(from)
                ? fault("/until", CommonProblem.OUT_OF_RANGE)
                : Optional.empty();
    }

    private static Optional<Problem.Violation> fault(String pointer, ProblemCode reason) {
        return Optional.of(new Problem.Violation(pointer, reason));
    }
}

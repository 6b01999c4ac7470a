package id.tumbuh.intervention.delivery;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.intervention.provider.Movement;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a delivery, as it is sent. */
@Schema(name = "DeliveryReport")
record DeliveryForm(
        @Schema(
                description = "Of the planned delivery; or made by the sender for one that nobody planned",
                examples = "7b1f6a54-3f0e-3c11-9d3a-0d2f6f0a0001")
        @Nullable
        UUID id,

        @Schema(description = "Only of one that nobody planned: by which sponsor's promise") @Nullable
        UUID placementId,

        @Schema(description = "Only of one that nobody planned: or by which place on the list of a programme") @Nullable
        UUID enrolmentId,

        @Schema(description = "Only of one that nobody planned")
        Item.@Nullable Kind item,

        Report.@Nullable Outcome outcome,
        @Nullable LocalDate day,

        @Schema(description = "In the unit of the plan; only of what was delivered", examples = "7") @Nullable
        BigDecimal quantity,

        @Schema(description = "Who brought it") @Nullable UUID providerId,

        @Schema(description = "The number on the paper that was signed", examples = "STR-0817") @Nullable
        String receipt,

        @Schema(description = "Why nothing was delivered") Report.@Nullable Reason reason,

        @Schema(description = "What the provider's stock gave for it") @Nullable
        TakenForm taken,

        @Schema(description = "Why what had been told was wrong; without it other content is a conflict")
        Report.@Nullable Correction correction)
        implements Form {
    static final String EXAMPLE = """
            {"id": "7b1f6a54-3f0e-3c11-9d3a-0d2f6f0a0001", "outcome": "DELIVERED", "day": "2026-08-15", "quantity": 7,
             "providerId": "0198c1a0-0000-7000-8000-0000000000a1", "receipt": "STR-0817",
             "taken": {"item": "EGG", "unit": "PIECE", "quantity": 15}}""";
    private static final BigDecimal MOST = new BigDecimal(1_000_000);
    private static final int MOST_DECIMALS = 3;
    private static final int MOST_TEXT = 100;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    /** A number of sixteen digits in the wrong field would be somebody's NIK. */
    private static final Pattern NIK = Pattern.compile(".*\\d{16}.*", Pattern.DOTALL);

    @Schema(name = "TakenFromStock")
    record TakenForm(
            @Schema(examples = "EGG") @Nullable String item,
            Movement.@Nullable Unit unit,
            @Schema(examples = "15") @Nullable BigDecimal quantity) {}

    @Override
    public Optional<Problem.Violation> fault() {
        return Stream.of(
                        required("/id", id),
                        required("/outcome", outcome),
                        required("/day", day),
                        ofOneOnly(),
                        ofState(),
                        receiptFault(),
                        takenFault())
                .flatMap(Optional::stream)
                .findFirst();
    }

    Sent sent() {
        return new Sent(
                requireNonNull(id),
                placementId == null ? enrolmentId : placementId,
                item,
                new Report(
                        requireNonNull(outcome),
                        requireNonNull(day),
                        quantity,
                        providerId,
                        receipt == null ? null : receipt.strip(),
                        reason,
                        taken == null
                                ? null
                                : new Report.Taken(
                                        requireNonNull(taken.item()),
                                        requireNonNull(taken.unit()),
                                        requireNonNull(taken.quantity()))),
                correction);
    }

    private Optional<Problem.Violation> ofOneOnly() {
        return placementId != null && enrolmentId != null
                ? fault("/enrolmentId", CommonProblem.CONFLICT)
                : Optional.empty();
    }

    private Optional<Problem.Violation> ofState() {
        if (outcome == Report.Outcome.DELIVERED) {
            Optional<Problem.Violation> amount = amount("/quantity", quantity);
            return amount.isPresent() || reason == null
                    ? amount
                    : fault("/reason", InterventionProblem.NOT_FOR_THIS_STATE);
        }
        if (quantity != null) {
            return fault("/quantity", InterventionProblem.NOT_FOR_THIS_STATE);
        }
        if (taken != null) {
            return fault("/taken", InterventionProblem.NOT_FOR_THIS_STATE);
        }
        if (reason == Report.Reason.NOT_REPORTED) { // that is said by time alone
            return fault("/reason", InterventionProblem.NOT_FOR_THIS_STATE);
        }
        return required("/reason", reason);
    }

    private Optional<Problem.Violation> receiptFault() {
        if (receipt == null) {
            return Optional.empty();
        }
        if (receipt.isBlank() || receipt.length() > MOST_TEXT || receipt.indexOf('\0') >= 0) {
            return fault("/receipt", CommonProblem.OUT_OF_RANGE);
        }
        return NIK.matcher(receipt).matches()
                ? fault("/receipt", InterventionProblem.LOOKS_LIKE_NIK)
                : Optional.empty();
    }

    private Optional<Problem.Violation> takenFault() {
        if (taken == null) {
            return Optional.empty();
        }
        if (providerId == null) {
            return fault("/providerId", CommonProblem.REQUIRED);
        }
        if (taken.item() == null || !CODE.matcher(taken.item()).matches()) {
            return fault("/taken/item", taken.item() == null ? CommonProblem.REQUIRED : CommonProblem.WRONG_TYPE);
        }
        return taken.unit() == null
                ? fault("/taken/unit", CommonProblem.REQUIRED)
                : amount("/taken/quantity", taken.quantity());
    }

    private static Optional<Problem.Violation> amount(String pointer, @Nullable BigDecimal value) {
        if (value == null) {
            return fault(pointer, CommonProblem.REQUIRED);
        }
        boolean inRange = value.signum() > 0
                && value.compareTo(MOST) <= 0
                && value.stripTrailingZeros().scale() <= MOST_DECIMALS;
        return inRange ? Optional.empty() : fault(pointer, CommonProblem.OUT_OF_RANGE);
    }

    private static Optional<Problem.Violation> required(String pointer, @Nullable Object value) {
        return value == null ? fault(pointer, CommonProblem.REQUIRED) : Optional.empty();
    }

    private static Optional<Problem.Violation> fault(String pointer, ProblemCode reason) {
        return Optional.of(new Problem.Violation(pointer, reason));
    }
}

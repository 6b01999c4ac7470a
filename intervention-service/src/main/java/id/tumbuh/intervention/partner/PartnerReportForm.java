package id.tumbuh.intervention.partner;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a partner says that it delivered. */
@Schema(name = "PartnerReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerReportForm(
        @Schema(
                description = "Made by the sender; a report sent again is the same report",
                examples = "0198c1a0-0000-7000-8000-0000000000f1")
        @Nullable
        UUID id,

        @Nullable UUID placementId,

        @Schema(description = "Not in the future, unless it can't be brought") @Nullable
        LocalDate day,

        Item.@Nullable Kind item,

        @Schema(description = "Only of what was sent", examples = "15") @Nullable
        BigDecimal quantity,

        @Schema(description = "Only of what was sent", examples = "butir") @Nullable
        String unit,

        @Schema(description = "`SENT` when left out; `UNABLE` says that it can't be brought") @Nullable
        Outcome outcome)
        implements Form {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000f1", "placementId": "0198c1a0-0000-7000-8000-0000000000e1",
             "day": "2026-11-14", "item": "FOOD", "quantity": 15, "unit": "butir"}""";
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final Pattern UNIT = Pattern.compile("[A-Za-z][A-Za-z ]{0,19}");

    /** The names stand on the wire: never renamed. */
    enum Outcome {
        SENT,
        UNABLE
    }

    @Override
    public Optional<Problem.Violation> fault() {
        Optional<Problem.Violation> missing = required("/id", id)
                .or(() -> required("/placementId", placementId))
                .or(() -> required("/day", day))
                .or(() -> required("/item", item));
        if (outcome == Outcome.UNABLE) {
            return missing.or(() -> forbidden("/quantity", quantity)).or(() -> forbidden("/unit", unit));
        }
        return missing.or(() -> required("/quantity", quantity))
                .or(() -> required("/unit", unit))
                .or(this::outOfRange);
    }

    PartnerReports.Report report() {
        return new PartnerReports.Report(
                requireNonNull(id),
                requireNonNull(placementId),
                requireNonNull(day),
                requireNonNull(item),
                outcome == Outcome.UNABLE
                        ? null
                        : new PartnerReports.Amount(requireNonNull(quantity), requireNonNull(unit)));
    }

    private Optional<Problem.Violation> outOfRange() {
        BigDecimal amount = requireNonNull(quantity);
        if (amount.signum() <= 0 || amount.compareTo(MOST) > 0 || amount.scale() > 3) {
            return Optional.of(new Problem.Violation("/quantity", CommonProblem.OUT_OF_RANGE));
        }
        return UNIT.matcher(requireNonNull(unit)).matches()
                ? Optional.empty()
                : Optional.of(new Problem.Violation("/unit", InterventionProblem.UNIT_MALFORMED));
    }

    private static Optional<Problem.Violation> forbidden(String pointer, @Nullable Object value) {
        return value == null
                ? Optional.empty()
                : Optional.of(new Problem.Violation(pointer, InterventionProblem.NOT_FOR_THIS_STATE));
    }

    private static Optional<Problem.Violation> required(String pointer, @Nullable Object value) {
        return value == null ? Optional.of(new Problem.Violation(pointer, CommonProblem.REQUIRED)) : Optional.empty();
    }
}

package id.tumbuh.intervention.provider;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that came into a kitchen or went out, as it is sent. */
@Schema(name = "StockMovementSent")
record MovementForm(
        @Schema(description = "Made by the sender", examples = "0198c1a0-0000-7000-8000-0000000000b1") @Nullable
        UUID id,

        @Nullable Direction direction,

        @Schema(description = "A code", examples = "EGG") @Nullable
        String item,

        Movement.@Nullable Unit unit,
        @Schema(examples = "300") @Nullable BigDecimal quantity,
        @Nullable LocalDate day)
        implements Form {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000b1", "direction": "IN", "item": "EGG", "unit": "PIECE", "quantity": 300,
             "day": "2026-08-14"}""";
    static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final BigDecimal MOST = new BigDecimal(1_000_000);
    private static final int MOST_DECIMALS = 3;

    enum Direction {
        IN,
        OUT
    }

    @Override
    public Optional<Problem.Violation> fault() {
        return Stream.of(
                        Texts.required("/id", id),
                        Texts.required("/direction", direction),
                        code(),
                        Texts.required("/unit", unit),
                        quantityFault(),
                        Texts.required("/day", day))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Movement movement(Provider provider) {
        BigDecimal amount = requireNonNull(quantity);
        return new Movement(
                requireNonNull(id),
                new Movement.Shelf(provider.id(), requireNonNull(item), requireNonNull(unit)),
                provider.area(),
                direction == Direction.IN ? amount : amount.negate(),
                requireNonNull(day),
                null);
    }

    private Optional<Problem.Violation> code() {
        if (item == null) {
            return Texts.fault("/item", CommonProblem.REQUIRED);
        }
        return CODE.matcher(item).matches() ? Optional.empty() : Texts.fault("/item", CommonProblem.WRONG_TYPE);
    }

    private Optional<Problem.Violation> quantityFault() {
        if (quantity == null) {
            return Texts.fault("/quantity", CommonProblem.REQUIRED);
        }
        boolean inRange = quantity.signum() > 0
                && quantity.compareTo(MOST) <= 0
                && quantity.stripTrailingZeros().scale() <= MOST_DECIMALS;
        return inRange ? Optional.empty() : Texts.fault("/quantity", CommonProblem.OUT_OF_RANGE);
    }
}

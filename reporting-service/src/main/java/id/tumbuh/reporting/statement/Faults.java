package id.tumbuh.reporting.statement;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a field of a statement. */
public final class Faults {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    /**
     * A NIK and a family card number have sixteen digits, however they are grouped. A mobile number begins with 08 or +62 8 and has ten to
     * thirteen, one of the fixed net has its area in brackets or before a hyphen.
     */
    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("(?:\\d[ .-]?){12,}"
            + "|(?<!\\d)(?:0|\\+?62[ .-]?)8\\d{1,2}[ .-]?\\d{3,4}[ .-]?\\d{3,5}(?!\\d)"
            + "|\\(0\\d{2,3}\\)[ .-]?\\d{3,4}[ .-]?\\d{3,5}"
            + "|(?<!\\d)0\\d{2,3}-\\d{6,8}(?!\\d)");

    private Faults() {}

    @SafeVarargs
    public static Optional<Problem.Violation> first(Optional<Problem.Violation>... faults) {
        for (Optional<Problem.Violation> fault : faults) {
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    public static Optional<Problem.Violation> unless(boolean fine, ProblemCode reason, String pointer) {
        return fine ? Optional.empty() : Optional.of(new Problem.Violation(pointer, reason));
    }

    public static Optional<Problem.Violation> required(String pointer, @Nullable Object value) {
        return unless(value != null, CommonProblem.REQUIRED, pointer);
    }

    /** Words that must be there and may hold no identity of a person. */
    public static Optional<Problem.Violation> text(String pointer, @Nullable String text, int longest) {
        return text == null || text.isBlank()
                ? required(pointer, null)
                : unless(text.length() <= longest, CommonProblem.OUT_OF_RANGE, pointer)
                        .or(() -> nobodyNamed(pointer, text));
    }

    public static Optional<Problem.Violation> nobodyNamed(String pointer, @Nullable String text) {
        return unless(
                text == null || !NUMBER_OF_A_PERSON.matcher(text).find(),
                StatementProblem.TEXT_NAMES_SOMEBODY,
                pointer);
    }

    /** From 0 to 100, with no more decimals than are kept; null is for others to refuse. */
    public static Optional<Problem.Violation> percent(String pointer, @Nullable BigDecimal percent, int decimals) {
        return unless(
                percent == null
                        || (percent.signum() >= 0
                                && percent.compareTo(WHOLE) <= 0
                                && percent.stripTrailingZeros().scale() <= decimals),
                CommonProblem.OUT_OF_RANGE,
                pointer);
    }

    public static Optional<Problem.Violation> between(String pointer, @Nullable Long number, long least, long most) {
        return unless(number == null || (number >= least && number <= most), CommonProblem.OUT_OF_RANGE, pointer);
    }
}

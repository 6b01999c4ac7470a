package id.tumbuh.intervention.partner;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a form of a page sends, field by field. Whether a field may be missing is for whatever reads the form to say. */
record Fields(MultivaluedMap<String, String> sent) {
    private static final int LONGEST_NUMBER = 20;

    Optional<String> text(String name) {
        return Optional.ofNullable(sent.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Nullable
    UUID id(String name) {
        return read(name, CommonProblem.WRONG_TYPE, UUID::fromString);
    }

    @Nullable
    LocalDate day(String name) {
        return read(name, CommonProblem.INVALID_DATE, LocalDate::parse);
    }

    @Nullable
    Integer number(String name) {
        return read(name, CommonProblem.NOT_A_NUMBER, Integer::valueOf);
    }

    long version() {
        Integer version = number("version");
        if (version == null) {
            throw refused("version", CommonProblem.REQUIRED);
        }
        return version;
    }

    /** With a comma or a dot, as people write it. */
    @Nullable
    BigDecimal quantity(String name) {
        return read(name, CommonProblem.NOT_A_NUMBER, text -> {
            if (text.length() > LONGEST_NUMBER || text.contains("e") || text.contains("E")) {
                throw new NumberFormatException("not a quantity");
            }
            return new BigDecimal(text.replace(',', '.'));
        });
    }

    <E extends Enum<E>> @Nullable E one(String name, E[] values, ProblemCode otherwise) {
        return read(
                name,
                otherwise,
                text -> Arrays.stream(values)
                        .filter(value -> value.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("none of them")));
    }

    private <T> @Nullable T read(String name, ProblemCode otherwise, Function<String, T> as) {
        try {
            return text(name).map(as).orElse(null);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw refused(name, otherwise);
        }
    }

    private static ProblemException refused(String name, ProblemCode why) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("/" + name, why));
    }

    @Override
    public String toString() {
        return "Fields[" + sent.size() + "]";
    }
}

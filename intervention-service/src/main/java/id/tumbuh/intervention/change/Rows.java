package id.tumbuh.intervention.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, each read by itself: one that can't be read is one refused answer and stops no other. A field nobody knows
 * refuses its row, so that a misspelt one isn't lost in silence; it is not named, for it may hold anything.
 */
@ApplicationScoped
public class Rows {
    private static final int MOST = 1000;

    private final ObjectReader reader;
    private final Validator validator;

    Rows(ObjectMapper json, Validator validator) {
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.validator = validator;
    }

    private record Row<F>(
            @Nullable UUID id, @Nullable F value, @Nullable Problem fault) {}

    /** Hands the readable rows to the use case and answers all of them in order. */
    public <F, T> List<RowAnswer> answer(
            JsonNode body,
            Class<F> form,
            Locale locale,
            Function<List<F>, List<Change<T>>> useCase,
            ToLongFunction<T> version) {
        List<Row<F>> rows = read(body, form);
        List<F> readable = rows.stream()
                .flatMap(row -> Optional.ofNullable(row.value()).stream())
                .toList();
        Iterator<Change<T>> changes = (readable.isEmpty() ? List.<Change<T>>of() : useCase.apply(readable)).iterator();
        return rows.stream()
                .map(row -> row.fault() == null
                        ? RowAnswer.of(row.id(), changes.next(), version, locale)
                        : RowAnswer.refused(row.id(), RowAnswer.Outcome.REFUSED, row.fault(), locale))
                .toList();
    }

    private <F> List<Row<F>> read(JsonNode body, Class<F> form) {
        if (!body.isArray()) {
            throw Answers.invalid("", CommonProblem.WRONG_TYPE);
        }
        if (body.size() > MOST) {
            throw Answers.invalid("", CommonProblem.TOO_MANY_ROWS);
        }
        List<Row<F>> rows = new ArrayList<>(body.size());
        body.forEach(row -> rows.add(row(row, form)));
        return rows;
    }

    private <F> Row<F> row(JsonNode node, Class<F> form) {
        UUID id = id(node.path("id").asText(""));
        try {
            F value = reader.treeToValue(node, form);
            if (value == null) {
                return fault(id, "", CommonProblem.WRONG_TYPE);
            }
            for (ConstraintViolation<F> violation : validator.validate(value)) {
                boolean missing = violation.getInvalidValue() == null;
                return fault(
                        id,
                        "/" + violation.getPropertyPath(),
                        missing ? CommonProblem.REQUIRED : CommonProblem.OUT_OF_RANGE);
            }
            return new Row<>(id, value, null);
        } catch (UnrecognizedPropertyException unknown) {
            return fault(id, "", CommonProblem.INVALID_REQUEST);
        } catch (JsonMappingException unreadable) {
            return fault(id, pointer(unreadable), CommonProblem.WRONG_TYPE);
        } catch (JsonProcessingException broken) {
            return fault(id, "", CommonProblem.WRONG_TYPE);
        }
    }

    private static <F> Row<F> fault(@Nullable UUID id, String pointer, CommonProblem reason) {
        return new Row<>(id, null, Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static String pointer(JsonMappingException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}

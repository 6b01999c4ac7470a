package id.tumbuh.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads bodies strictly: a field that nobody knows is refused, and what is wrong is told by its place, never by its value. */
@ApplicationScoped
public class Bodies {
    private final ObjectReader reader;

    Bodies(ObjectMapper json) {
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A row of a batch: the form, or what is wrong with it. */
    public record Row<F>(@Nullable F form, Problem.@Nullable Violation fault) {}

    public <F extends Form> F read(@Nullable JsonNode body, Class<F> type) {
        Row<F> row = row(body, type);
        if (row.form() == null) {
            throw new ProblemException(refusal(row.fault()));
        }
        return row.form();
    }

    /** Every row is read, whatever is wrong with others. */
    public <F extends Form> List<Row<F>> rows(@Nullable JsonNode body, Class<F> type, int most) {
        if (body == null || !body.isArray()) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("", CommonProblem.WRONG_TYPE));
        }
        if (body.size() > most) {
            throw new ProblemException(Problem.of(CommonProblem.TOO_MANY_ROWS));
        }
        List<Row<F>> rows = new ArrayList<>();
        body.forEach(row -> rows.add(row(row, type)));
        return rows;
    }

    public static Problem refusal(Problem.@Nullable Violation fault) {
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST);
        return fault == null ? problem : problem.at(fault.pointer(), fault.reason());
    }

    private <F extends Form> Row<F> row(@Nullable JsonNode body, Class<F> type) {
        if (body == null || !body.isObject()) {
            return new Row<>(null, new Problem.Violation("", CommonProblem.WRONG_TYPE));
        }
        try {
            F form = reader.treeToValue(body, type);
            Optional<Problem.Violation> fault = form.fault();
            return fault.isPresent() ? new Row<>(null, fault.get()) : new Row<>(form, null);
        } catch (JsonMappingException unreadable) {
            return new Row<>(null, new Problem.Violation(pointer(unreadable), reason(unreadable)));
        } catch (JsonProcessingException broken) {
            return new Row<>(null, new Problem.Violation("", CommonProblem.WRONG_TYPE));
        }
    }

    private static ProblemCode reason(JsonMappingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException) {
            return CommonProblem.UNKNOWN_FIELD;
        }
        return unreadable instanceof InvalidFormatException format && format.getTargetType() == LocalDate.class
                ? CommonProblem.INVALID_DATE
                : CommonProblem.WRONG_TYPE;
    }

    /** An unknown field is not named: what was typed there may be a NIK in the wrong place. */
    private static String pointer(JsonMappingException unreadable) {
        List<JsonMappingException.Reference> path = unreadable.getPath();
        int known = unreadable instanceof UnrecognizedPropertyException ? path.size() - 1 : path.size();
        return path.stream()
                .limit(known)
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}

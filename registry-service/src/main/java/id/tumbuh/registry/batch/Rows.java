package id.tumbuh.registry.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch request, each read by itself: a row that can't be read is one INVALID answer and stops no other. A
 * field nobody knows makes a row INVALID too, so that a misspelt one isn't lost in silence.
 *
 * @param <F> the row as it is written in JSON
 * @param <T> the row as the use case takes it
 */
public final class Rows<F extends RowForm<T>, T> {
    private static final int MOST = 1000;

    private final ObjectReader reader;

    public Rows(ObjectMapper json, Class<F> form) {
        this.reader = json.readerFor(form)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Hands the readable rows to the use case and answers all of them in order. */
    public List<RowAnswer> answer(JsonNode body, Locale locale, Function<List<T>, List<Registration>> useCase) {
        List<Row<T>> rows = read(body);
        List<T> readable = rows.stream().flatMap(row -> row.values().stream()).toList();
        var outcomes = (readable.isEmpty() ? List.<Registration>of() : useCase.apply(readable)).iterator();
        return rows.stream()
                .map(row -> RowAnswer.of(row.id(), row.fault() == null ? outcomes.next() : row.fault(), locale))
                .toList();
    }

    /** Reads the one row of a PUT; its id is the path's. */
    public T one(JsonNode body, UUID id) {
        if (!(body instanceof ObjectNode fields)) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("", CommonProblem.WRONG_TYPE));
        }
        Row<T> row = read(fields.put("id", id.toString()), 0);
        if (row.fault() != null) {
            throw new ProblemException(RowAnswer.problem(row.fault()));
        }
        return row.values().getFirst();
    }

    private List<Row<T>> read(JsonNode body) {
        if (!body.isArray()) {
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at("", CommonProblem.WRONG_TYPE));
        }
        if (body.size() > MOST) {
            throw new ProblemException(Problem.of(CommonProblem.TOO_MANY_ROWS));
        }
        List<Row<T>> rows = new ArrayList<>(body.size());
        for (int row = 0; row < body.size(); row++) {
            rows.add(read(body.get(row), row));
        }
        return rows;
    }

    private Row<T> read(JsonNode node, int number) {
        try {
            F form = reader.readValue(node);
            return form.fault()
                    .map(fault -> new Row<T>(id(node), List.of(), fault))
                    .orElseGet(() -> new Row<>(id(node), List.of(form.value()), null));
        } catch (JsonMappingException unreadable) {
            return new Row<>(id(node), List.of(), Unreadable.fault(unreadable));
        } catch (JsonProcessingException broken) {
            return new Row<>(null, List.of(), new Registration.Invalid(CommonProblem.WRONG_TYPE, ""));
        } catch (IOException impossible) {
            throw new IllegalStateException("row " + number + " is in memory", impossible);
        }
    }

    private static @Nullable UUID id(JsonNode row) {
        try {
            return UUID.fromString(row.path("id").asText());
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    private record Row<T>(@Nullable UUID id, List<T> values, Registration.@Nullable Invalid fault) {}
}

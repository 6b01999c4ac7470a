package id.tumbuh.registry.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Bodies of requests about one thing, read as strictly as the rows of a batch: what nobody knows is refused by name of its place. */
@ApplicationScoped
public class Bodies {
    private final ObjectReader reader;

    Bodies(ObjectMapper json) {
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    public <F extends Form> F read(JsonNode body, Class<F> type) {
        try {
            F form = reader.treeToValue(body, type);
            if (form == null) {
                throw refused(new Registration.Invalid(CommonProblem.WRONG_TYPE, ""));
            }
            form.fault().ifPresent(fault -> {
                throw refused(fault);
            });
            return form;
        } catch (JsonMappingException unreadable) {
            throw refused(Unreadable.fault(unreadable));
        } catch (JsonProcessingException broken) {
            throw refused(new Registration.Invalid(CommonProblem.WRONG_TYPE, ""));
        }
    }

    private static ProblemException refused(Registration.Invalid fault) {
        return new ProblemException(RowAnswer.problem(fault));
    }
}

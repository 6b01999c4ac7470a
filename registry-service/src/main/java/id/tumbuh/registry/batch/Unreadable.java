package id.tumbuh.registry.batch;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.registry.problem.RegistryProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Says what of a JSON text could not be read, and where, without what stood there. */
final class Unreadable {
    private Unreadable() {}

    static Registration.Invalid fault(JsonMappingException unreadable) {
        return new Registration.Invalid(reason(unreadable), pointer(unreadable));
    }

    private static ProblemCode reason(JsonMappingException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException) {
            return RegistryProblem.FIELD_UNKNOWN;
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

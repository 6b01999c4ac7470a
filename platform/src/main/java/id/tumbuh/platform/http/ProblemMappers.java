package id.tumbuh.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import id.tumbuh.platform.database.SqlFailures;
import io.opentelemetry.api.trace.Span;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem. Messages of libraries quote input, so none of them goes out. */
class ProblemMappers {
    private static final String PROBLEM_JSON = "application/problem+json";

    @ServerExceptionMapper
    public Response problem(ProblemException known, HttpHeaders headers) {
        return response(known.problem(), headers);
    }

    /** Named apart because Quarkus brings a mapper for just this one, which quotes the value outside of production. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched, HttpHeaders headers) {
        return unreadable(mismatched, headers);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException unreadable, HttpHeaders headers) {
        Problem problem = unreadable instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? Problem.of(CommonProblem.INVALID_REQUEST).at(pointer(mapping), CommonProblem.WRONG_TYPE)
                : Problem.of(CommonProblem.MALFORMED_JSON);
        return response(problem, headers);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid, HttpHeaders headers) {
        List<Problem.Violation> violations = invalid.getConstraintViolations().stream()
                .map(ProblemMappers::violation)
                .toList();
        return response(Problem.of(CommonProblem.INVALID_REQUEST, violations), headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException missing, HttpHeaders headers) {
        return Response.fromResponse(response(Problem.of(CommonProblem.UNAUTHENTICATED), headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, HttpHeaders headers) {
        return response(Problem.of(CommonProblem.FORBIDDEN), headers);
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused, HttpHeaders headers) {
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, headers);
        }
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        CommonProblem code = switch (status) {
            case 401 -> CommonProblem.UNAUTHENTICATED;
            case 403 -> CommonProblem.FORBIDDEN;
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
            case 406 -> CommonProblem.NOT_ACCEPTABLE;
            case 413 -> CommonProblem.BODY_TOO_LARGE;
            case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> CommonProblem.UNAVAILABLE;
            default -> status < 500 ? CommonProblem.INVALID_REQUEST : CommonProblem.INTERNAL_ERROR;
        };
        return response(Problem.of(code), headers);
    }

    @ServerExceptionMapper
    public Response failed(RuntimeException failure, HttpHeaders headers) {
        if (SqlFailures.isDatabase(failure) && !SqlFailures.isRefusal(failure)) {
            Log.warnf(
                    "Request failed: the database is not available (%s)",
                    failure.getClass().getSimpleName());
            return response(Problem.of(CommonProblem.UNAVAILABLE).retryAfter(5), headers);
        }
        String trace = Span.current().getSpanContext().getTraceId();
        // The stack says where; the messages of its causes may quote a person's data and stay out of the log.
        Log.errorf("Request failed, trace %s: %s", trace, stack(failure));
        return response(Problem.of(CommonProblem.INTERNAL_ERROR).detail("trace " + trace), headers);
    }

    private static String stack(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName());
            StackTraceElement[] stack = cause.getStackTrace();
            for (int i = 0; i < Math.min(stack.length, 12); i++) {
                text.append("\n    at ").append(stack[i]);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static Response response(Problem problem, HttpHeaders headers) {
        Response.ResponseBuilder response =
                Response.status(problem.code().status()).type(PROBLEM_JSON).entity(problem.body(Languages.of(headers)));
        if (problem.retryAfterSeconds() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds());
        }
        return response.build();
    }

    private static Problem.Violation violation(ConstraintViolation<?> violation) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                steps.add(node.getIndex().toString());
            }
            switch (node.getKind()) {
                case PROPERTY -> steps.add(node.getName());
                case BEAN, CONSTRUCTOR, CONTAINER_ELEMENT, CROSS_PARAMETER, METHOD, PARAMETER, RETURN_VALUE -> {
                    // of the method's signature, not of the body
                }
            }
        }
        boolean missing = violation.getInvalidValue() == null;
        return new Problem.Violation(
                "/" + String.join("/", steps), missing ? CommonProblem.REQUIRED : CommonProblem.OUT_OF_RANGE);
    }

    private static String pointer(JsonMappingException mapping) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer.append('/')
                    .append(step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()));
        }
        return pointer.toString();
    }
}

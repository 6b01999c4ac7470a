package id.tumbuh.intervention.webhook;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An endpoint as it is sent. */
@Schema(name = "WebhookRequest")
record EndpointForm(
        @Schema(
                description = "https to a public name; redirects are not followed",
                examples = "https://csr.example.org/hooks/tumbuh")
        @Nullable
        String url,

        @Schema(
                description =
                        "`need.opened`, `placement.held`, `placement.committed`, `placement.renewed`, `placement.ended`",
                examples = "[\"placement.ended\"]")
        @Nullable
        List<String> types)
        implements Form {
    static final String EXAMPLE = """
            {"url": "https://csr.example.org/hooks/tumbuh",
             "types": ["need.opened", "placement.held", "placement.committed", "placement.renewed", "placement.ended"]}""";

    @Override
    public Optional<Problem.Violation> fault() {
        if (url == null) {
            return Optional.of(new Problem.Violation("/url", CommonProblem.REQUIRED));
        }
        if (types == null || types.isEmpty()) {
            return Optional.of(new Problem.Violation("/types", CommonProblem.REQUIRED));
        }
        for (int index = 0; index < types.size(); index++) {
            String type = types.get(index);
            if (type == null || EventType.subscribable(type).isEmpty()) {
                return Optional.of(new Problem.Violation("/types/" + index, InterventionProblem.WEBHOOK_TYPE_UNKNOWN));
            }
        }
        return Optional.empty();
    }

    String target() {
        return requireNonNull(url);
    }

    List<String> sorted() {
        return requireNonNull(types).stream().distinct().sorted().toList();
    }
}

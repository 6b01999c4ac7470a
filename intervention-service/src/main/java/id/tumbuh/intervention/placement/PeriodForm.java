package id.tumbuh.intervention.placement;

import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Form;
import id.tumbuh.platform.http.Problem;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when and for how long something is promised. */
@Schema(name = "PromisedPeriod")
public record PeriodForm(
        @Schema(description = "Today when left out") @Nullable
        LocalDate from,

        @Schema(description = "As long as the rule says when left out", examples = "90") @Nullable
        Integer days)
        implements Form {
    public static final String EXAMPLE = "{\"from\": \"2026-08-15\", \"days\": 90}";
    private static final int MOST_DAYS = 366;

    @Override
    public Optional<Problem.Violation> fault() {
        return days == null || (days >= 1 && days <= MOST_DAYS)
                ? Optional.empty()
                : Optional.of(new Problem.Violation("/days", CommonProblem.OUT_OF_RANGE));
    }
}

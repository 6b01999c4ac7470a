package id.tumbuh.reporting.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.Instant;
import java.util.Locale;

/**
 * A semester report was handed in, given back or accepted: codes and days, none of its words. Contracts: {@code
 * contracts/reporting/evaluation-*.v1}.
 *
 * @param officeArea the area of the office that did it
 * @param submissions how often it was handed in by now
 * @param hash SHA-256 of the report that it was done with
 */
record EvaluationMoved(
        String areaCode,
        String period,
        long version,
        EvaluationView.Action state,
        String officeArea,
        Instant at,
        int submissions,
        String hash)
        implements IntegrationEvent {

    static EvaluationMoved of(Evaluation evaluation) {
        Step last = evaluation.steps().getLast();
        return new EvaluationMoved(
                evaluation.key().area(),
                evaluation.key().period().code(),
                evaluation.version(),
                last.action(),
                last.office(),
                last.at(),
                evaluation.submissions(),
                last.hash());
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "reporting.evaluations";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.reporting.evaluation-" + state.name().toLowerCase(Locale.ROOT) + ".v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return areaCode + "/" + period;
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return key();
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}

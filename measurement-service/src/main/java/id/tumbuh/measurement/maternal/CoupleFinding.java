package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a couple says, criterion by criterion.
 *
 * @param daysUntilWedding from the day of the check; negative after it, null when no day is set
 * @param ruleVersions the rules it was judged by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CoupleFinding(
        Result result,
        List<Criterion> criteria,
        @Nullable Long daysUntilWedding,
        boolean shortOfLeadTime,
        List<String> ruleVersions) {

    CoupleFinding {
        criteria = List.copyOf(criteria);
        ruleVersions = List.copyOf(ruleVersions);
    }

    /** Red starts companionship and blocks nothing. Green is said only when everything that counts was asked. */
    enum Result {
        GREEN,
        RED,
        INCOMPLETE
    }

    /** The names stand on the wire. */
    enum CriterionCode {
        BRIDE_AGE,
        BRIDE_BMI,
        BRIDE_ARM_CIRCUMFERENCE,
        BRIDE_HAEMOGLOBIN,
        BRIDE_SMOKING,
        BRIDE_SMOKE_EXPOSURE,
        GROOM_AGE,
        GROOM_SMOKING
    }

    enum State {
        MET,
        CONCERN,
        NOT_CHECKED
    }

    /**
     * One criterion.
     *
     * @param measured the figure it went by; null where it is a yes or no, or was not checked
     * @param limit the bound that figure is held against; null likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Criterion(
            CriterionCode code,
            State state,
            @Nullable Double measured,
            @Nullable Double limit) {}
}

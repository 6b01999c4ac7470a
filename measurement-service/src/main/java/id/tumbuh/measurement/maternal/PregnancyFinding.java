package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.maternal.Pregnancy.Anaemia;
import id.tumbuh.measurement.maternal.Pregnancy.Trimester;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a pregnant woman says. A figure that was not taken leaves its finding null: nobody is well by silence.
 *
 * @param ruleVersions the rules it was judged by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PregnancyFinding(
        @Nullable Trimester trimester,
        @Nullable Boolean chronicEnergyDeficiencyRisk,
        @Nullable Anaemia anaemia,
        @Nullable IronTablets ironTablets,
        List<Flag> flags,
        List<String> ruleVersions) {

    PregnancyFinding {
        flags = List.copyOf(flags);
        ruleVersions = List.copyOf(ruleVersions);
    }

    /** Something to act on: what was measured, and the limit it lies below. */
    record Flag(FlagCode code, double measured, double limit) {}

    /** The names stand on the wire. */
    enum FlagCode {
        CHRONIC_ENERGY_DEFICIENCY_RISK,
        ANAEMIA_MILD,
        ANAEMIA_MODERATE,
        ANAEMIA_SEVERE
    }

    /**
     * How far the tablets have come: figures, no verdict.
     *
     * @param weeklyToReach tablets a week from now to term that reach the target; null without weeks, or past term
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IronTablets(
            int total, int target, int missing, @Nullable Integer weeklyToReach) {}
}

package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tumbuh.measurement.maternal.Pregnancy.Anaemia;
import id.tumbuh.measurement.maternal.Pregnancy.Trimester;
import id.tumbuh.measurement.maternal.PregnancyFinding.FlagCode;
import id.tumbuh.measurement.maternal.PregnancyFinding.IronTablets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a check of a pregnant woman says, with its reasons in words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PregnancyAnswer(
        @Nullable Trimester trimester,
        @Nullable Boolean chronicEnergyDeficiencyRisk,
        @Nullable Anaemia anaemia,
        @Nullable IronTablets ironTablets,
        List<Flag> flags,
        List<String> ruleVersions) {

    /** A flag and its reason. */
    record Flag(FlagCode code, double measured, double limit, String reason) {}

    static PregnancyAnswer of(PregnancyFinding finding, Locale language) {
        return new PregnancyAnswer(
                finding.trimester(),
                finding.chronicEnergyDeficiencyRisk(),
                finding.anaemia(),
                finding.ironTablets(),
                finding.flags().stream()
                        .map(flag -> new Flag(
                                flag.code(),
                                flag.measured(),
                                flag.limit(),
                                words(flag.code()).in(language, flag.measured(), flag.limit())))
                        .toList(),
                finding.ruleVersions());
    }

    private static Words words(FlagCode code) {
        return switch (code) {
            case CHRONIC_ENERGY_DEFICIENCY_RISK ->
                new Words(
                        "LILA {0} cm di bawah {1} cm: berisiko kurang energi kronis (KEK)",
                        "Arm circumference {0} cm is below {1} cm: risk of chronic energy deficiency (KEK)");
            case ANAEMIA_MILD ->
                new Words(
                        "Hb {0} g/dL di bawah {1} g/dL: anemia ringan", "Hb {0} g/dL is below {1} g/dL: mild anaemia");
            case ANAEMIA_MODERATE ->
                new Words(
                        "Hb {0} g/dL di bawah {1} g/dL: anemia sedang",
                        "Hb {0} g/dL is below {1} g/dL: moderate anaemia");
            case ANAEMIA_SEVERE ->
                new Words(
                        "Hb {0} g/dL di bawah {1} g/dL: anemia berat, segera rujuk",
                        "Hb {0} g/dL is below {1} g/dL: severe anaemia, refer at once");
        };
    }
}

package id.tumbuh.measurement.maternal;

import id.tumbuh.measurement.maternal.Pregnancy.Anaemia;
import id.tumbuh.measurement.maternal.Pregnancy.Trimester;
import id.tumbuh.measurement.maternal.PregnancyFinding.Flag;
import id.tumbuh.measurement.maternal.PregnancyFinding.FlagCode;
import id.tumbuh.measurement.maternal.PregnancyFinding.IronTablets;
import id.tumbuh.measurement.maternal.PregnancyPolicy.Haemoglobin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a check of a pregnant woman: risk of chronic energy deficiency (KEK), anaemia, iron tablets (TTD). */
final class PregnancyAssessment {

    private PregnancyAssessment() {}

    static PregnancyFinding assess(PregnancyContent check, PregnancyPolicy policy) {
        Trimester trimester = policy.trimester(check.gestationalWeeks());
        List<Flag> flags = new ArrayList<>();
        Boolean energy = energyDeficiencyRisk(check.armCircumferenceCm(), policy, flags);
        Anaemia anaemia = anaemia(check.haemoglobinGramsPerDl(), policy.haemoglobin(trimester), flags);
        return new PregnancyFinding(trimester, energy, anaemia, ironTablets(check, policy), flags, policy.versions());
    }

    private static @Nullable Boolean energyDeficiencyRisk(
            @Nullable Double armCm, PregnancyPolicy policy, List<Flag> flags) {
        if (armCm == null) {
            return null;
        }
        boolean risk = armCm < policy.armRiskBelowCm();
        if (risk) {
            flags.add(new Flag(FlagCode.CHRONIC_ENERGY_DEFICIENCY_RISK, armCm, policy.armRiskBelowCm()));
        }
        return risk;
    }

    private static @Nullable Anaemia anaemia(@Nullable Double haemoglobin, Haemoglobin limits, List<Flag> flags) {
        if (haemoglobin == null) {
            return null;
        }
        if (haemoglobin >= limits.anaemiaBelow()) {
            return Anaemia.NONE;
        }
        if (haemoglobin < limits.severeBelow()) {
            flags.add(new Flag(FlagCode.ANAEMIA_SEVERE, haemoglobin, limits.severeBelow()));
            return Anaemia.SEVERE;
        }
        if (haemoglobin < limits.moderateBelow()) {
            flags.add(new Flag(FlagCode.ANAEMIA_MODERATE, haemoglobin, limits.moderateBelow()));
            return Anaemia.MODERATE;
        }
        flags.add(new Flag(FlagCode.ANAEMIA_MILD, haemoglobin, limits.anaemiaBelow()));
        return Anaemia.MILD;
    }

    private static @Nullable IronTablets ironTablets(PregnancyContent check, PregnancyPolicy policy) {
        if (check.ironTabletsTotal() == null) {
            return null;
        }
        int total = check.ironTabletsTotal();
        int missing = Math.max(0, policy.ironTablets() - total);
        Integer weeks = check.gestationalWeeks();
        int left = weeks == null ? 0 : policy.weeks().term() - weeks;
        return new IronTablets(total, policy.ironTablets(), missing, left > 0 ? Math.ceilDiv(missing, left) : null);
    }
}

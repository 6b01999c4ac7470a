package id.tumbuh.measurement.maternal;

import id.tumbuh.measurement.maternal.CoupleContent.Bride;
import id.tumbuh.measurement.maternal.CoupleContent.Groom;
import id.tumbuh.measurement.maternal.CoupleFinding.Criterion;
import id.tumbuh.measurement.maternal.CoupleFinding.CriterionCode;
import id.tumbuh.measurement.maternal.CoupleFinding.Result;
import id.tumbuh.measurement.maternal.CoupleFinding.State;
import id.tumbuh.measurement.maternal.CouplePolicy.Ages;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a check of a couple to be married, as Elsimil does: green, red, or not yet to be said. */
final class CoupleScreening {

    private CoupleScreening() {}

    static CoupleFinding screen(CoupleContent check, CouplePolicy policy) {
        List<Criterion> criteria = new ArrayList<>();
        Bride bride = check.bride();
        Groom groom = check.groom();
        criteria.add(age(CriterionCode.BRIDE_AGE, bride.ageYears(), policy.brideAge()));
        criteria.add(bmi(bride, policy));
        criteria.add(atLeast(CriterionCode.BRIDE_ARM_CIRCUMFERENCE, bride.armCircumferenceCm(), policy.armFromCm()));
        criteria.add(atLeast(CriterionCode.BRIDE_HAEMOGLOBIN, bride.haemoglobinGramsPerDl(), policy.haemoglobinFrom()));
        addSmoke(criteria, CriterionCode.BRIDE_SMOKING, bride.smokes(), policy);
        addSmoke(criteria, CriterionCode.BRIDE_SMOKE_EXPOSURE, bride.exposedToSmoke(), policy);
        criteria.add(age(CriterionCode.GROOM_AGE, groom.ageYears(), policy.groomAge()));
        addSmoke(criteria, CriterionCode.GROOM_SMOKING, groom.smokes(), policy);
        Long days = check.weddingOn() == null ? null : ChronoUnit.DAYS.between(check.checkedOn(), check.weddingOn());
        return new CoupleFinding(
                result(criteria), criteria, days, days != null && days < policy.leadDays(), policy.versions());
    }

    private static Result result(List<Criterion> criteria) {
        if (criteria.stream().anyMatch(one -> one.state() == State.CONCERN)) {
            return Result.RED;
        }
        return criteria.stream().allMatch(one -> one.state() == State.MET) ? Result.GREEN : Result.INCOMPLETE;
    }

    private static Criterion age(CriterionCode code, @Nullable Integer years, Ages ages) {
        if (years == null) {
            return notChecked(code);
        }
        int bound = years < ages.from() ? ages.from() : ages.to();
        return judged(code, ages.contains(years), years, bound);
    }

    /** On two decimals, so that the verdict never disagrees with the figure beside it. */
    private static Criterion bmi(Bride bride, CouplePolicy policy) {
        if (bride.weightKg() == null || bride.heightCm() == null) {
            return notChecked(CriterionCode.BRIDE_BMI);
        }
        double metres = bride.heightCm() / 100;
        double bmi = Math.round(bride.weightKg() / (metres * metres) * 100) / 100.0;
        return judged(CriterionCode.BRIDE_BMI, bmi > policy.bmiAbove(), bmi, policy.bmiAbove());
    }

    private static Criterion atLeast(CriterionCode code, @Nullable Double measured, double limit) {
        return measured == null ? notChecked(code) : judged(code, measured >= limit, measured, limit);
    }

    private static void addSmoke(
            List<Criterion> criteria, CriterionCode code, @Nullable Boolean smoke, CouplePolicy policy) {
        if (policy.smoking().contains(code)) {
            State state = smoke == null ? State.NOT_CHECKED : smoke ? State.CONCERN : State.MET;
            criteria.add(new Criterion(code, state, null, null));
        }
    }

    private static Criterion judged(CriterionCode code, boolean met, double measured, double limit) {
        return new Criterion(code, met ? State.MET : State.CONCERN, measured, limit);
    }

    private static Criterion notChecked(CriterionCode code) {
        return new Criterion(code, State.NOT_CHECKED, null, null);
    }
}

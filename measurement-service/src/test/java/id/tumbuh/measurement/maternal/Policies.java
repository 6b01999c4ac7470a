package id.tumbuh.measurement.maternal;

import id.tumbuh.measurement.maternal.CoupleFinding.CriterionCode;
import id.tumbuh.measurement.maternal.CouplePolicy.Ages;
import id.tumbuh.measurement.maternal.Pregnancy.Trimester;
import id.tumbuh.measurement.maternal.PregnancyPolicy.Haemoglobin;
import id.tumbuh.measurement.maternal.PregnancyPolicy.Weeks;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policies as the first versions of the rules have them; {@code MaternalRulesTest} holds them against the table. */
final class Policies {

    static final PregnancyPolicy PREGNANCY = new PregnancyPolicy(
            23.5,
            Map.of(
                    Trimester.FIRST, new Haemoglobin(11, 10, 7),
                    Trimester.SECOND, new Haemoglobin(10.5, 10, 7),
                    Trimester.THIRD, new Haemoglobin(11, 10, 7)),
            new Haemoglobin(11, 10, 7),
            90,
            new Weeks(13, 28, 40),
            List.of(
                    "pregnancy.arm-circumference-1",
                    "pregnancy.haemoglobin-1",
                    "pregnancy.iron-tablets-1",
                    "pregnancy.trimester-1"));

    static final CouplePolicy COUPLE = new CouplePolicy(
            new Ages(20, 35),
            new Ages(21, 35),
            18.4,
            23.5,
            12,
            Set.of(CriterionCode.BRIDE_SMOKING, CriterionCode.BRIDE_SMOKE_EXPOSURE, CriterionCode.GROOM_SMOKING),
            90,
            List.of(
                    "couple.age-1",
                    "couple.arm-circumference-1",
                    "couple.bmi-1",
                    "couple.haemoglobin-1",
                    "couple.lead-days-1",
                    "couple.smoking-1"));

    private Policies() {}
}

package id.tumbuh.measurement.maternal;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.measurement.maternal.CoupleFinding.CriterionCode;
import id.tumbuh.measurement.maternal.CouplePolicy.Ages;
import id.tumbuh.measurement.maternal.Pregnancy.Trimester;
import id.tumbuh.measurement.maternal.PregnancyPolicy.Haemoglobin;
import id.tumbuh.measurement.maternal.PregnancyPolicy.Weeks;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the policies out of the dated rules in force on a day. */
@ApplicationScoped
class MaternalRules {

    private static final String ARM = "pregnancy.arm-circumference";
    private static final String HAEMOGLOBIN = "pregnancy.haemoglobin";
    private static final String TABLETS = "pregnancy.iron-tablets";
    private static final String TRIMESTER = "pregnancy.trimester";
    private static final String COUPLE_AGE = "couple.age";
    private static final String COUPLE_BMI = "couple.bmi";
    private static final String COUPLE_ARM = "couple.arm-circumference";
    private static final String COUPLE_HAEMOGLOBIN = "couple.haemoglobin";
    private static final String COUPLE_SMOKING = "couple.smoking";
    private static final String COUPLE_LEAD = "couple.lead-days";

    private final RuleBook rules;

    MaternalRules(RuleBook rules) {
        this.rules = rules;
    }

    PregnancyPolicy pregnancy(LocalDate day) {
        RuleSet set = rules.on(day);
        JsonNode haemoglobin = set.json(HAEMOGLOBIN);
        Map<Trimester, Haemoglobin> byTrimester = new EnumMap<>(Trimester.class);
        for (Trimester trimester : Trimester.values()) {
            byTrimester.put(trimester, limits(haemoglobin.required(trimester.name())));
        }
        JsonNode weeks = set.json(TRIMESTER);
        return new PregnancyPolicy(
                set.number(ARM).doubleValue(),
                byTrimester,
                limits(haemoglobin.required("UNKNOWN")),
                set.number(TABLETS).intValueExact(),
                new Weeks(
                        weeks.required("secondFromWeek").intValue(),
                        weeks.required("thirdFromWeek").intValue(),
                        weeks.required("termWeek").intValue()),
                versions(set, ARM, HAEMOGLOBIN, TABLETS, TRIMESTER));
    }

    CouplePolicy couple(LocalDate day) {
        RuleSet set = rules.on(day);
        return new CouplePolicy(
                ages(set.json(COUPLE_AGE).required("bride")),
                ages(set.json(COUPLE_AGE).required("groom")),
                set.number(COUPLE_BMI).doubleValue(),
                set.number(COUPLE_ARM).doubleValue(),
                set.number(COUPLE_HAEMOGLOBIN).doubleValue(),
                set.list(COUPLE_SMOKING).stream().map(CriterionCode::valueOf).collect(Collectors.toUnmodifiableSet()),
                set.number(COUPLE_LEAD).intValueExact(),
                versions(set, COUPLE_AGE, COUPLE_ARM, COUPLE_BMI, COUPLE_HAEMOGLOBIN, COUPLE_LEAD, COUPLE_SMOKING));
    }

    private static Haemoglobin limits(JsonNode json) {
        return new Haemoglobin(
                json.required("anaemiaBelow").doubleValue(),
                json.required("moderateBelow").doubleValue(),
                json.required("severeBelow").doubleValue());
    }

    private static Ages ages(JsonNode json) {
        return new Ages(json.required("from").intValue(), json.required("to").intValue());
    }

    private static List<String> versions(RuleSet set, String... codes) {
        return Stream.of(codes)
                .map(code -> code + "-" + set.rule(code).version())
                .toList();
    }
}

package id.tumbuh.measurement.kms;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the rule of the growth card. A card is one thing, so all of it is marked by the rule in force today. */
@ApplicationScoped
public class CardRules {

    public static final String CODE = "kms.growth-card";

    private final RuleBook rules;
    private final Clock clock;
    /** A version of a rule never changes once it is written. */
    private volatile @Nullable CardPolicy latest;

    CardRules(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    public CardPolicy current() {
        RuleSet today = rules.on(LocalDate.now(clock));
        CardPolicy known = latest;
        int version = today.rule(CODE).version();
        if (known == null || known.version() != version) {
            known = policy(version, today.json(CODE));
            latest = known;
        }
        return known;
    }

    static CardPolicy policy(int version, JsonNode json) {
        Map<Sex, NavigableMap<Integer, Integer>> gains = new EnumMap<>(Sex.class);
        for (Sex sex : Sex.values()) {
            NavigableMap<Integer, Integer> ofSex = new TreeMap<>();
            for (JsonNode step : json.required("minimumGainGrams").required(sex.name())) {
                ofSex.put(step.required(0).intValue(), step.required(1).intValue());
            }
            gains.put(sex, ofSex);
        }
        return new CardPolicy(
                version,
                gains,
                json.required("missedMonth").textValue().equals("SKIPPED"),
                json.required("notGainedInARow").intValue(),
                json.required("redLineZ").doubleValue(),
                json.required("lastColumn").intValue());
    }
}

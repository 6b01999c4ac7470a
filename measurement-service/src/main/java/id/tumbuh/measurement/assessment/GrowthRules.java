package id.tumbuh.measurement.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.Classification;
import id.tumbuh.measurement.growth.Classification.Band;
import id.tumbuh.measurement.growth.Classification.Plausible;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.HeadForAge;
import id.tumbuh.measurement.growth.HeightForAge;
import id.tumbuh.measurement.growth.WeightForAge;
import id.tumbuh.measurement.growth.WeightForHeight;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the growth policy out of the dated rules: the one in force on a day, or the one a decision was made with. */
@ApplicationScoped
public class GrowthRules {

    public static final String CODE = "growth.classification";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RuleBook rules;
    /** A version of a rule never changes once it is written. */
    private final Map<Integer, GrowthPolicy> policies = new ConcurrentHashMap<>();

    GrowthRules(RuleBook rules) {
        this.rules = rules;
    }

    /** The policy by day, remembered for the length of one request. */
    public Function<LocalDate, GrowthPolicy> byDay() {
        Map<LocalDate, GrowthPolicy> known = new HashMap<>();
        return day -> known.computeIfAbsent(day, this::on);
    }

    public GrowthPolicy on(LocalDate day) {
        var rule = rules.on(day).rule(CODE);
        return policies.computeIfAbsent(rule.version(), version -> policy(version, rule.value()));
    }

    /** The policy a stored assessment names. */
    public GrowthPolicy ofVersion(int version, Handle sql) {
        return policies.computeIfAbsent(version, wanted -> policy(wanted, read(wanted, sql)));
    }

    private static String read(int version, Handle sql) {
        return sql.createQuery("select value::text from rule where code = :code and version = :version")
                .bind("code", CODE)
                .bind("version", version)
                .mapTo(String.class)
                .one();
    }

    static GrowthPolicy policy(int version, String value) {
        try {
            JsonNode json = JSON.readTree(value);
            Map<GrowthIndex, Classification> classifications = new EnumMap<>(GrowthIndex.class);
            for (GrowthIndex index : GrowthIndex.values()) {
                classifications.put(index, classification(index, json.required(index.wireName())));
            }
            return GrowthPolicy.of(version, classifications);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("rule " + CODE + " version " + version + " is no JSON", broken);
        }
    }

    private static Classification classification(GrowthIndex index, JsonNode json) {
        JsonNode plausible = json.required("plausible");
        return new Classification(
                new Plausible(
                        plausible.required(0).doubleValue(),
                        plausible.required(1).doubleValue()),
                bands(index, json.required("below")),
                category(index, json.required("within").textValue()),
                bands(index, json.required("above")));
    }

    private static List<Band> bands(GrowthIndex index, JsonNode json) {
        List<Band> bands = new ArrayList<>();
        for (JsonNode band : json) {
            Category category = category(index, band.required(0).textValue());
            if (category == null) {
                throw new IllegalStateException("rule " + CODE + " has a cut-off without a class");
            }
            bands.add(new Band(band.required(1).doubleValue(), category));
        }
        return bands;
    }

    private static @Nullable Category category(GrowthIndex index, @Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (index) {
            case LENGTH_HEIGHT_FOR_AGE -> HeightForAge.valueOf(code);
            case WEIGHT_FOR_AGE -> WeightForAge.valueOf(code);
            case WEIGHT_FOR_LENGTH_HEIGHT, BMI_FOR_AGE -> WeightForHeight.valueOf(code);
            case HEAD_CIRCUMFERENCE_FOR_AGE -> HeadForAge.valueOf(code);
            case ARM_CIRCUMFERENCE_FOR_AGE, TRICEPS_FOR_AGE, SUBSCAPULAR_FOR_AGE ->
                throw new IllegalStateException("no classes are defined for " + index.wireName());
        };
    }
}

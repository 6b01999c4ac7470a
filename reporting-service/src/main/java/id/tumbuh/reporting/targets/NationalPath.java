package id.tumbuh.reporting.targets;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.Rule;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The national path, by dated rules. Years between two of one plan are interpolated and say so. */
@ApplicationScoped
public class NationalPath {
    private static final int DECIMALS = 2;

    private final RuleBook rules;

    NationalPath(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * Where the country wants to be in a year, in percent.
     *
     * @param interpolated whether no plan names this year
     * @param rule the rule it comes from, with its version
     */
    public record Point(int year, BigDecimal percent, boolean interpolated, String rule, String source) {}

    public List<Point> on(LocalDate day) {
        RuleSet set = rules.on(day);
        List<Point> points = new ArrayList<>();
        for (String code : set.list("target.paths")) {
            points.addAll(points(set.rule(code), set.json(code)));
        }
        return points;
    }

    static List<Point> points(Rule rule, JsonNode value) {
        NavigableMap<Integer, BigDecimal> given = new TreeMap<>();
        value.properties()
                .forEach(year -> given.put(
                        Integer.valueOf(year.getKey()), year.getValue().decimalValue()));
        List<Point> points = new ArrayList<>();
        for (int year = given.firstKey(); year <= given.lastKey(); year++) {
            points.add(new Point(
                    year,
                    percent(given, year),
                    !given.containsKey(year),
                    rule.code() + "/" + rule.version(),
                    rule.source()));
        }
        return points;
    }

    private static BigDecimal percent(NavigableMap<Integer, BigDecimal> given, int year) {
        Map.Entry<Integer, BigDecimal> before = given.floorEntry(year);
        Map.Entry<Integer, BigDecimal> after = given.ceilingEntry(year);
        if (before.getKey().equals(after.getKey())) {
            return before.getValue();
        }
        BigDecimal way = after.getValue().subtract(before.getValue());
        return before.getValue()
                .add(way.multiply(BigDecimal.valueOf(year - before.getKey()))
                        .divide(BigDecimal.valueOf(after.getKey() - before.getKey()), DECIMALS, RoundingMode.HALF_UP));
    }
}

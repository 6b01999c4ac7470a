package id.tumbuh.registry.screening;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.Rule;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads the screening policy of a day from the rule table. */
@ApplicationScoped
public class ScreeningRules {
    private static final String WIFE_AGE_FROM = "krs.target-wife-age-from";
    private static final String WIFE_AGE_TO = "krs.target-wife-age-to";
    private static final String BADUTA_BELOW = "krs.target-baduta-below-months";
    private static final String BALITA_BELOW = "krs.target-balita-below-months";
    private static final String SAFE_WATER = "krs.safe-water";
    private static final String SAFE_LATRINE = "krs.safe-latrine";
    private static final String TOO_YOUNG_BELOW = "krs.mother-too-young-below";
    private static final String TOO_OLD_FROM = "krs.mother-too-old-from";
    private static final String TOO_OLD_TO = "krs.mother-too-old-to";
    private static final String SPACING_BELOW = "krs.spacing-below-months";
    private static final String MOST_CHILDREN = "krs.most-children";
    private static final String MODERN_CONTRACEPTION = "krs.modern-contraception";
    private static final String CONTRACEPTION_NEEDS = "krs.contraception-needs-one-of";
    private static final String SPACING_COUNTS_BELOW = "krs.spacing-counts-below-months";
    private static final String ONE_BIRTH_BELOW = "krs.one-birth-below-months";

    /** The order of the versions in {@link ScreeningPolicy#version}: append only. */
    public static final List<String> CODES = List.of(
            WIFE_AGE_FROM,
            WIFE_AGE_TO,
            BADUTA_BELOW,
            BALITA_BELOW,
            SAFE_WATER,
            SAFE_LATRINE,
            TOO_YOUNG_BELOW,
            TOO_OLD_FROM,
            TOO_OLD_TO,
            SPACING_BELOW,
            MOST_CHILDREN,
            MODERN_CONTRACEPTION,
            CONTRACEPTION_NEEDS,
            SPACING_COUNTS_BELOW,
            ONE_BIRTH_BELOW);

    /** The registry decides by the calendar of its users. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final RuleBook rules;
    private final Clock clock;

    ScreeningRules(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    public Screener today() {
        LocalDate day = LocalDate.now(clock.withZone(ZONE));
        return new Screener(on(day), day);
    }

    /** The screening of a day if some rules had other values; fails with an IllegalArgumentException on one it can't read. */
    public Screener with(Collection<Rule> others, LocalDate day) {
        try {
            return new Screener(policy(rules.on(day).with(others)), day);
        } catch (ArithmeticException | IllegalStateException unreadable) {
            throw new IllegalArgumentException("a rule has a value that can't be read", unreadable);
        }
    }

    /** Whether a value is of the kind that the rule has on the day: a whole number, or a list of words. */
    public boolean isReadable(String code, JsonNode value, LocalDate day) {
        JsonNode now = rules.on(day).json(code);
        return now.isArray()
                ? value.isArray()
                : value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0;
    }

    /** The version that a rule has on the day. */
    public int versionOf(String code, LocalDate day) {
        return rules.on(day).rule(code).version();
    }

    /** Rules that were just put in force hold at once. Not inside of a transaction. */
    public void refresh() {
        rules.refresh();
    }

    private ScreeningPolicy on(LocalDate day) {
        return policy(rules.on(day));
    }

    private static ScreeningPolicy policy(RuleSet set) {
        return new ScreeningPolicy(
                version(set),
                set.number(WIFE_AGE_FROM).intValueExact(),
                set.number(WIFE_AGE_TO).intValueExact(),
                set.number(BADUTA_BELOW).intValueExact(),
                set.number(BALITA_BELOW).intValueExact(),
                constants(set, SAFE_WATER, DrinkingWater.class),
                constants(set, SAFE_LATRINE, Latrine.class),
                set.number(TOO_YOUNG_BELOW).intValueExact(),
                set.number(TOO_OLD_FROM).intValueExact(),
                set.number(TOO_OLD_TO).intValueExact(),
                set.number(SPACING_BELOW).intValueExact(),
                set.number(SPACING_COUNTS_BELOW).intValueExact(),
                set.number(ONE_BIRTH_BELOW).intValueExact(),
                set.number(MOST_CHILDREN).intValueExact(),
                constants(set, MODERN_CONTRACEPTION, Contraception.class),
                constants(set, CONTRACEPTION_NEEDS, RiskFactor.class));
    }

    private static String version(RuleSet set) {
        return CODES.stream()
                .map(code -> Integer.toString(set.rule(code).version()))
                .collect(joining(".", "krs-", ""));
    }

    private static <E extends Enum<E>> Set<E> constants(RuleSet set, String code, Class<E> type) {
        return set.list(code).stream().map(text -> Enum.valueOf(type, text)).collect(toUnmodifiableSet());
    }
}

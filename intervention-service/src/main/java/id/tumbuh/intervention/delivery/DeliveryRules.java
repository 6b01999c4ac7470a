package id.tumbuh.intervention.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * How things are brought on one day: the dated rules {@code delivery.*}.
 *
 * @param rhythms what the rule doesn't know is not planned
 * @param graceDays after which a delivery of which nobody told anything counts as missed
 */
record DeliveryRules(Map<Item.Kind, Rhythm> rhythms, int graceDays) {
    DeliveryRules {
        rhythms = Map.copyOf(rhythms);
    }

    /** How often something is brought, and how much of it. */
    sealed interface Rhythm {
        Delivery.Unit unit();

        /** Every so many days, from the first day on. */
        record Each(int everyDays, BigDecimal quantity, Delivery.Unit unit) implements Rhythm {}

        /** Every so many days, as much as is needed until the next time. */
        record UntilNext(int everyDays, BigDecimal perDay, Delivery.Unit unit) implements Rhythm {}

        /** Once, so many days after the first, or on the last. */
        record Once(int afterDays, BigDecimal quantity, Delivery.Unit unit) implements Rhythm {}
    }

    /** Those of the day; those of today for a promise from before there were any. */
    static DeliveryRules at(RuleBook rules, LocalDate day) {
        try {
            return of(rules.on(day));
        } catch (NoSuchElementException before) {
            return of(rules.on(Days.today()));
        }
    }

    /** What programmes bring otherwise than sponsors do: {@code delivery.programme-plan}. */
    static DeliveryRules ofProgrammes(RuleBook rules, LocalDate day) {
        RuleSet on;
        try {
            on = rules.on(day);
            on.json("delivery.programme-plan");
        } catch (NoSuchElementException before) {
            on = rules.on(Days.today());
        }
        DeliveryRules usual = of(on);
        Map<Item.Kind, Rhythm> rhythms = new EnumMap<>(Item.Kind.class);
        rhythms.putAll(usual.rhythms());
        rhythms.putAll(rhythms(on, "delivery.programme-plan"));
        return new DeliveryRules(rhythms, usual.graceDays());
    }

    static DeliveryRules of(RuleSet rules) {
        return new DeliveryRules(
                rhythms(rules, "delivery.plan"),
                rules.number("delivery.grace-days").intValueExact());
    }

    private static Map<Item.Kind, Rhythm> rhythms(RuleSet rules, String code) {
        Map<Item.Kind, Rhythm> rhythms = new EnumMap<>(Item.Kind.class);
        rules.json(code)
                .properties()
                .forEach(entry -> rhythms.put(Item.Kind.valueOf(entry.getKey()), rhythm(entry.getValue())));
        return rhythms;
    }

    private static Rhythm rhythm(JsonNode rule) {
        Delivery.Unit unit = Delivery.Unit.valueOf(rule.get("unit").textValue());
        if (rule.has("onceAfterDays")) {
            return new Rhythm.Once(
                    rule.get("onceAfterDays").intValue(), rule.get("each").decimalValue(), unit);
        }
        int every = rule.get("everyDays").intValue();
        if (every < 1) {
            throw new IllegalStateException("a rule delivery.* has a rhythm of less than a day");
        }
        return rule.has("perDay")
                ? new Rhythm.UntilNext(every, rule.get("perDay").decimalValue(), unit)
                : new Rhythm.Each(every, rule.get("each").decimalValue(), unit);
    }
}

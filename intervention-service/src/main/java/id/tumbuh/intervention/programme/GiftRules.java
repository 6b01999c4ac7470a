package id.tumbuh.intervention.programme;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.Plan;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What programmes give of a need and for how long, on one day: the dated rule {@code programme.gives}. */
record GiftRules(Map<String, Gift> gifts) {
    GiftRules {
        gifts = Map.copyOf(gifts);
    }

    /**
     * What the code of a programme stands for.
     *
     * @param days by what the need is for; of several the longest, of none as many as the need says
     */
    record Gift(Item.Kind item, Map<Cause, Integer> days) {
        Gift {
            days = Map.copyOf(days);
        }

        /** Null for what is given once, or what the need does not ask for. */
        @Nullable
        Integer daysFor(Plan need) {
            OptionalInt ruled = need.causes().stream()
                    .map(days::get)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .max();
            if (ruled.isPresent()) {
                return ruled.getAsInt();
            }
            return need.items().stream()
                    .filter(asked -> asked.item() == item)
                    .map(Item::days)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** When it is brought within the time that is paid for. */
        ProgrammeFunding.Time within(ProgrammeFunding.Time paid, Plan need) {
            Integer lasts = daysFor(need);
            LocalDate last = lasts == null ? paid.to() : paid.from().plusDays(lasts - 1L);
            return new ProgrammeFunding.Time(paid.from(), last.isAfter(paid.to()) ? paid.to() : last);
        }
    }

    /** Those of the day; those of today for what began before there were any. */
    static GiftRules at(RuleBook rules, LocalDate day) {
        try {
            return of(rules.on(day));
        } catch (NoSuchElementException before) {
            return of(rules.on(Days.today()));
        }
    }

    private static GiftRules of(RuleSet rules) {
        Map<String, Gift> gifts = new HashMap<>();
        rules.json("programme.gives").properties().forEach(entry -> gifts.put(entry.getKey(), gift(entry.getValue())));
        return new GiftRules(gifts);
    }

    private static Gift gift(JsonNode rule) {
        Map<Cause, Integer> days = new HashMap<>();
        rule.path("days")
                .properties()
                .forEach(entry ->
                        days.put(new Cause(entry.getKey()), entry.getValue().intValue()));
        return new Gift(Item.Kind.valueOf(rule.get("item").textValue()), days);
    }

    /** The code of an item stands for itself; nothing for a code of something that is not brought. */
    Optional<Gift> of(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(gifts.get(code))
                .or(() -> Arrays.stream(Item.Kind.values())
                        .filter(kind -> kind.name().equals(code))
                        .map(kind -> new Gift(kind, Map.of()))
                        .findFirst());
    }
}

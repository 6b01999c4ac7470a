package id.tumbuh.intervention.need;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.platform.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cause means on one day: the dated rules {@code need.answers}, {@code need.rank} and {@code need.child-below-months}.
 *
 * @param belowMonths the age at which a child has outgrown the programme
 * @param version the versions of the rules, kept with every need
 */
public record NeedRules(Map<Cause, Answer> answers, Rank rank, int belowMonths, String version) {
    private static final String ANSWERS = "need.answers";
    private static final String RANK = "need.rank";
    private static final String BELOW_MONTHS = "need.child-below-months";

    public NeedRules {
        answers = Map.copyOf(answers);
    }

    /**
     * What follows from a cause.
     *
     * @param opens whether it opens a need by itself, or only adds to one
     * @param points how much it counts in the order of needs
     */
    public record Answer(boolean opens, int points, List<Item> items) {
        public Answer {
            items = List.copyOf(items);
        }
    }

    /**
     * What counts besides the causes.
     *
     * @param poorUpTo the last welfare rank that is poor
     */
    public record Rank(
            int firstThousandDays, int firstThousandDaysBelowMonths, Map<Integer, Integer> welfare, int poorUpTo) {
        public Rank {
            welfare = Map.copyOf(welfare);
        }

        int ofWelfare(@Nullable Integer welfareRank) {
            return welfareRank == null ? 0 : welfare.getOrDefault(welfareRank, 0);
        }

        boolean isPoor(@Nullable Integer welfareRank) {
            return welfareRank != null && welfareRank <= poorUpTo;
        }
    }

    public static NeedRules of(RuleSet rules) {
        Map<Cause, Answer> answers = new HashMap<>();
        rules.json(ANSWERS)
                .properties()
                .forEach(entry -> answers.put(new Cause(entry.getKey()), answer(entry.getValue())));
        return new NeedRules(
                answers,
                rank(rules.json(RANK)),
                rules.number(BELOW_MONTHS).intValueExact(),
                "need-%d.%d.%d"
                        .formatted(
                                rules.rule(ANSWERS).version(),
                                rules.rule(RANK).version(),
                                rules.rule(BELOW_MONTHS).version()));
    }

    /** A cause the rule doesn't know of calls for nothing. */
    Optional<Answer> to(Cause cause) {
        return Optional.ofNullable(answers.get(cause));
    }

    private static Answer answer(JsonNode answer) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : answer.get("items")) {
            Integer days = item.has("days") ? item.get("days").intValue() : null;
            long cost = item.path("rupiahOnce").longValue()
                    + (days == null ? 0 : days * item.path("rupiahPerDay").longValue());
            items.add(new Item(Item.Kind.valueOf(item.get("item").textValue()), days, cost));
        }
        return new Answer(
                answer.get("opens").booleanValue(), answer.get("points").intValue(), items);
    }

    private static Rank rank(JsonNode rank) {
        Map<Integer, Integer> welfare = new HashMap<>();
        rank.get("welfareRank")
                .properties()
                .forEach(entry -> welfare.put(
                        Integer.valueOf(entry.getKey()), entry.getValue().intValue()));
        return new Rank(
                rank.get("firstThousandDays").intValue(),
                rank.get("firstThousandDaysBelowMonths").intValue(),
                welfare,
                rank.get("poorUpTo").intValue());
    }
}

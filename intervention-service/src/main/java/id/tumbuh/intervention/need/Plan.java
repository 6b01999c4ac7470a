package id.tumbuh.intervention.need;

import static java.util.stream.Collectors.toCollection;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Family;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody has to be helped, with what, and how soon compared to others: a pure function of what is known of the
 * beneficiary and its family, and of the day.
 *
 * @param causes in the order of their codes
 * @param items in the order of their kinds, each once
 * @param rank the higher the sooner
 * @param firstThousandDays of life, which begin before birth
 * @param ruleVersion the rules it was made by
 */
public record Plan(
        List<Cause> causes,
        List<Item> items,
        int rank,
        boolean firstThousandDays,
        @Nullable Integer welfareRank,
        String ruleVersion) {
    public Plan {
        causes = List.copyOf(causes);
        items = List.copyOf(items);
    }

    /** What has to be done now; nothing when none of the causes opens a need. */
    static Optional<Plan> of(Beneficiary one, Family family, NeedRules rules, LocalDate day) {
        SortedSet<Cause> own = known(one.signs().stream(), rules);
        if (own.stream().noneMatch(cause -> rules.to(cause).orElseThrow().opens())) {
            return Optional.empty();
        }
        Stream<Cause> ofFamily = family.factors().stream().map(Cause::of);
        Stream<Cause> poor = rules.rank().isPoor(family.welfareRank()) ? Stream.of(Cause.POOR) : Stream.empty();
        SortedSet<Cause> causes = known(Stream.of(own.stream(), ofFamily, poor).flatMap(some -> some), rules);
        boolean first = one.isYoungerThan(rules.rank().firstThousandDaysBelowMonths(), day);
        int rank = points(causes, rules)
                + (first ? rules.rank().firstThousandDays() : 0)
                + rules.rank().ofWelfare(family.welfareRank());
        return Optional.of(new Plan(
                List.copyOf(causes), items(causes, rules), rank, first, family.welfareRank(), rules.version()));
    }

    long costRupiah() {
        return items.stream().mapToLong(Item::costRupiah).sum();
    }

    private static SortedSet<Cause> known(Stream<Cause> causes, NeedRules rules) {
        return causes.filter(cause -> rules.to(cause).isPresent()).collect(toCollection(TreeSet::new));
    }

    private static int points(Collection<Cause> causes, NeedRules rules) {
        return causes.stream()
                .mapToInt(cause -> rules.to(cause).orElseThrow().points())
                .sum();
    }

    private static List<Item> items(Collection<Cause> causes, NeedRules rules) {
        Map<Item.Kind, Item> items = new EnumMap<>(Item.Kind.class);
        causes.stream()
                .flatMap(cause -> rules.to(cause).orElseThrow().items().stream())
                .forEach(item -> items.merge(item.item(), item, Item::orMore));
        return List.copyOf(items.values());
    }
}

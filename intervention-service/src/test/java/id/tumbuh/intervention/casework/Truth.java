package id.tumbuh.intervention.casework;

import static java.util.Objects.requireNonNull;

import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.need.NeedRules;
import id.tumbuh.intervention.referral.FieldRule;
import id.tumbuh.intervention.referral.OpdField;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be open in the end, straight from the newest fact of each kind. Written without the code it judges: a line per
 * open need or referral.
 */
final class Truth {
    /** The fields as the migration has them; of the answers a few, with points that tell which ones were counted. */
    static final ResponseRules RULES = new ResponseRules(
            new FieldRule(
                    1,
                    Map.of(
                            new RiskFactor("UNSAFE_WATER"), new OpdField("PUPR"),
                            new RiskFactor("UNSAFE_SANITATION"), new OpdField("PUPR"),
                            new RiskFactor("UNFIT_HOUSE"), new OpdField("PUPR"),
                            new RiskFactor("NO_MODERN_CONTRACEPTION"), new OpdField("DP3AKB"))),
            new NeedRules(
                    Map.of(
                            new Cause("STUNTED"),
                            opening(1_000, 180),
                            new Cause("SEVERELY_STUNTED"),
                            opening(2_000, 180),
                            Cause.WASTED,
                            opening(4_000, 56),
                            Cause.CHRONIC_ENERGY_DEFICIENCY_RISK,
                            opening(8_000, 120),
                            Cause.ANAEMIA,
                            new NeedRules.Answer(false, 16_000, List.of()),
                            new Cause("UNSAFE_WATER"),
                            adding(100, Item.Kind.WATER),
                            new Cause("UNSAFE_SANITATION"),
                            adding(200, Item.Kind.LATRINE),
                            Cause.POOR,
                            adding(400, Item.Kind.ECONOMIC_SUPPORT),
                            new Cause("UNFIT_HOUSE"),
                            adding(32_000, Item.Kind.HOUSE)),
                    new NeedRules.Rank(50, 24, Map.of(1, 2, 2, 1), 2),
                    60,
                    "need-test"));

    private final Map<UUID, Fact.Growth> growths;
    private final Map<UUID, Fact.Weighed> weighed;
    private final Map<UUID, Fact.Residence> residences;
    private final Map<UUID, Fact.Carried> carried;
    private final Map<UUID, Fact.Checked> checked;
    private final Set<UUID> erased;
    private final Map<UUID, Fact.OfRegisteredFamily> families;
    private final Map<UUID, Fact.Housed> houses;
    private final ResponseRules fields;
    private final NeedRules rules;
    private final LocalDate today;

    /** Somebody in need, by its newest facts. */
    private record InNeed(UUID id, Home home, Set<Cause> signs, boolean firstThousandDays) {}

    private Truth(Collection<Fact> facts, ResponseRules rules, LocalDate today) {
        growths = newest(facts, Fact.Growth.class, Fact.Growth::childId);
        weighed = newest(facts, Fact.Weighed.class, Fact.Weighed::childId);
        residences = newest(facts, Fact.Residence.class, Fact.Residence::childId);
        carried = newest(facts, Fact.Carried.class, Fact.Carried::pregnancyId);
        checked = newest(facts, Fact.Checked.class, Fact.Checked::pregnancyId);
        erased =
                newest(facts, Fact.ChildErased.class, Fact.ChildErased::childId).keySet();
        families = newest(facts, Fact.OfRegisteredFamily.class, Fact.OfFamily::familyId);
        houses = houses(facts);
        this.fields = rules;
        this.rules = rules.needs();
        this.today = today;
    }

    /** As of a day on which everybody's age was looked at. */
    static Set<String> of(Collection<Fact> facts, ResponseRules rules, LocalDate today) {
        Truth truth = new Truth(facts, rules, today);
        return Stream.concat(truth.needs(), truth.referrals()).collect(Collectors.toSet());
    }

    static String need(UUID of, Home home, Collection<Cause> causes, int rank) {
        return "need " + of + " " + home.familyId() + " " + home.area() + " " + new TreeSet<>(causes) + " " + rank;
    }

    static String referral(Home home, RiskFactor factor, OpdField field) {
        return "referral " + home.familyId() + " " + home.area() + " " + factor + " " + field;
    }

    private Stream<String> needs() {
        return inNeed().map(one -> {
            Fact.@Nullable Risks risks = risks(one.home().familyId());
            Integer welfare = risks == null ? null : risks.welfareRank();
            Set<Cause> causes = new TreeSet<>(one.signs());
            if (risks != null) {
                risks.factors().stream().map(Cause::of).forEach(causes::add);
            }
            if (isUnfit(houses.get(one.home().familyId()))) {
                causes.add(new Cause("UNFIT_HOUSE"));
            }
            if (welfare != null && welfare <= rules.rank().poorUpTo()) {
                causes.add(Cause.POOR);
            }
            causes.retainAll(rules.answers().keySet());
            int rank = causes.stream()
                            .mapToInt(cause ->
                                    requireNonNull(rules.answers().get(cause)).points())
                            .sum()
                    + (one.firstThousandDays() ? rules.rank().firstThousandDays() : 0)
                    + (welfare == null ? 0 : rules.rank().welfare().getOrDefault(welfare, 0));
            return need(one.id(), one.home(), causes, rank);
        });
    }

    private Stream<String> referrals() {
        return inNeed().map(one -> one.home().familyId()).distinct().flatMap(family -> {
            Fact.@Nullable Risks risks = risks(family);
            Stream<String> told = risks == null ? Stream.of() : Stream.concat(ofFactors(risks), ofPoverty(risks));
            return Stream.concat(told, ofHouse(family, risks));
        });
    }

    /** Where the registry says that the family lives, and else where whoever saw the house knew it to live. */
    private Stream<String> ofHouse(UUID family, Fact.@Nullable Risks risks) {
        Fact.Housed seen = houses.get(family);
        if (seen == null || seen.house().fit()) {
            return Stream.of();
        }
        RiskFactor unfitHouse = new RiskFactor("UNFIT_HOUSE");
        OpdField field = fields.fields().fields().get(unfitHouse);
        AreaCode area = risks == null ? seen.place() : risks.place();
        return field == null ? Stream.of() : Stream.of(referral(new Home(family, area), unfitHouse, field));
    }

    private Stream<String> ofFactors(Fact.Risks risks) {
        return risks.factors().stream()
                .flatMap(factor -> Stream.ofNullable(fields.fields().fields().get(factor))
                        .map(field -> referral(new Home(risks.familyId(), risks.place()), factor, field)));
    }

    private Stream<String> ofPoverty(Fact.Risks risks) {
        Integer rank = risks.welfareRank();
        return Stream.ofNullable(fields.fields().welfare())
                .filter(welfare -> rank != null && rank <= welfare.rankAtMost())
                .map(welfare -> referral(new Home(risks.familyId(), risks.place()), welfare.cause(), welfare.field()));
    }

    private Fact.@Nullable Risks risks(UUID family) {
        return families.get(family) instanceof Fact.Risks risks ? risks : null;
    }

    private Stream<InNeed> inNeed() {
        return Stream.concat(children(), pregnancies())
                .filter(one -> one.signs().stream()
                        .anyMatch(sign -> Optional.ofNullable(rules.answers().get(sign))
                                .map(NeedRules.Answer::opens)
                                .orElse(false)));
    }

    private Stream<InNeed> children() {
        Set<UUID> ids = new TreeSet<>(growths.keySet());
        ids.addAll(weighed.keySet());
        ids.removeAll(erased);
        List<InNeed> children = new ArrayList<>();
        for (UUID id : ids) {
            Fact.@Nullable Residence residence = residences.get(id);
            LocalDate born = residence == null ? null : residence.birthDate();
            boolean tooOld = born != null && !today.isBefore(born.plusMonths(60));
            if ((residence == null || residence.active()) && !tooOld) {
                Set<Cause> signs = new TreeSet<>();
                stunting(id).ifPresent(stunting -> signs.add(new Cause(stunting.name())));
                Optional.ofNullable(weighed.get(id)).ifPresent(seen -> signs.addAll(seen.causes()));
                children.add(new InNeed(
                        id, home(id, residence), signs, born != null && today.isBefore(born.plusMonths(24))));
            }
        }
        return children.stream();
    }

    /** A weighing that has a length says it itself; else measurement's word for the child counts. */
    private Optional<Stunting> stunting(UUID child) {
        return Optional.ofNullable(weighed.get(child))
                .map(Fact.Weighed::stunting)
                .or(() -> Optional.ofNullable(growths.get(child)).map(Fact.Growth::stunting))
                .filter(stunting -> stunting != Stunting.NORMAL);
    }

    /** Where nobody told the registry's word, that of its stunting stands in, and else that of its weighing. */
    private Home home(UUID id, Fact.@Nullable Residence residence) {
        if (residence != null) {
            return residence.place();
        }
        Fact.Growth growth = growths.get(id);
        return growth == null ? requireNonNull(weighed.get(id)).place() : growth.place();
    }

    private Stream<InNeed> pregnancies() {
        return checked.values().stream()
                .filter(check -> Optional.ofNullable(carried.get(check.pregnancyId()))
                        .map(Fact.Carried::goesOn)
                        .orElse(true))
                .map(check -> new InNeed(
                        check.pregnancyId(),
                        Optional.ofNullable(carried.get(check.pregnancyId()))
                                .map(Fact.Carried::place)
                                .orElse(check.place()),
                        check.causes(),
                        true));
    }

    private static boolean isUnfit(Fact.@Nullable Housed seen) {
        return seen != null && !seen.house().fit();
    }

    /** By the latest day; of one day the later id. */
    private static Map<UUID, Fact.Housed> houses(Collection<Fact> facts) {
        Map<UUID, Fact.Housed> houses = new HashMap<>();
        facts.stream()
                .filter(Fact.Housed.class::isInstance)
                .map(Fact.Housed.class::cast)
                .sorted(Comparator.comparing((Fact.Housed told) ->
                        told.house().observedOn() + " " + told.house().noteId()))
                .forEach(told -> houses.put(told.familyId(), told));
        return houses;
    }

    private static <F extends Fact.Versioned> Map<UUID, F> newest(
            Collection<Fact> facts, Class<F> kind, Function<F, UUID> key) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(
                        key,
                        fact -> fact,
                        (a, b) -> Stream.of(a, b)
                                .max(Comparator.comparingLong(Fact.Versioned::version))
                                .orElseThrow()));
    }

    static List<Fact> ofKind(Collection<Fact> facts, boolean growth) {
        return facts.stream()
                .filter(fact -> fact instanceof Fact.Growth == growth)
                .toList();
    }

    private static NeedRules.Answer opening(int points, int days) {
        return new NeedRules.Answer(true, points, List.of(new Item(Item.Kind.FOOD, days, days * 15_000L)));
    }

    private static NeedRules.Answer adding(int points, Item.Kind item) {
        return new NeedRules.Answer(false, points, List.of(new Item(item, null, 1_000_000)));
    }
}

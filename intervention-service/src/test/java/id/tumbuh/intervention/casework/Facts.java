package id.tumbuh.intervention.casework;

import id.tumbuh.intervention.circumstance.Cause;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.House;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seeded histories of a few families: children grow, move between families, leave and come back; risks come and go. */
final class Facts {
    static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final List<String> FACTORS =
            List.of("UNSAFE_WATER", "UNSAFE_SANITATION", "NO_MODERN_CONTRACEPTION", "MOTHER_TOO_OLD");
    private static final int DAYS = 200;
    private static final List<Set<Cause>> CHECKS = List.of(
            Set.of(),
            Set.of(Cause.ANAEMIA),
            Set.of(Cause.CHRONIC_ENERGY_DEFICIENCY_RISK),
            Set.of(Cause.CHRONIC_ENERGY_DEFICIENCY_RISK, Cause.ANAEMIA));
    private static final List<AreaCode> AREAS =
            List.of(new AreaCode("36.04.20.2006"), new AreaCode("36.04.20.2007"), new AreaCode("17.02.01.2001"));

    private final Random random;
    private final List<UUID> families = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    private Facts(Random random) {
        this.random = random;
    }

    /** Without checks: what weighings and checks show follows from others' events and is told by nobody. */
    static List<Fact> of(Random random, int familyCount, int childCount) {
        return new Facts(random).told(familyCount, childCount).facts;
    }

    /** With what weighings show, and with pregnancies. */
    static List<Fact> withChecks(Random random, int familyCount, int childCount) {
        Facts story = new Facts(random).told(familyCount, childCount);
        story.facts.stream()
                .filter(Fact.OfChild.class::isInstance)
                .map(Fact::subject)
                .distinct()
                .toList()
                .forEach(story::tellWeighings);
        for (int pregnancy = 0; pregnancy < childCount / 2; pregnancy++) {
            story.tellPregnancy(story.id());
        }
        story.families.forEach(story::tellHouse);
        return story.facts;
    }

    /** The day on which everybody's age is looked at: after all that was told. */
    static LocalDate today() {
        return DAY.plusDays(DAYS);
    }

    private Facts told(int familyCount, int childCount) {
        Facts story = this;
        for (int family = 0; family < familyCount; family++) {
            story.families.add(story.id());
        }
        story.families.forEach(story::tellFamily);
        for (int child = 0; child < childCount; child++) {
            story.tellChild(story.id());
        }
        return story;
    }

    /**
     * The facts in another order. Erasures keep one place: an aggregate that was never heard of can't be erased, and its
     * topic has it that way, for the facts of one aggregate share a partition.
     */
    static List<Fact> shuffled(List<Fact> facts, Random random) {
        List<Fact> order = new ArrayList<>(facts);
        Collections.shuffle(order, random);
        for (Fact fact : facts) {
            if (fact instanceof Fact.ChildErased || fact instanceof Fact.FamilyErased) {
                order.remove(fact);
                int heardOf = 0;
                while (!subject(order.get(heardOf)).equals(subject(fact))) {
                    heardOf++;
                }
                order.add(heardOf + 1 + random.nextInt(order.size() - heardOf), fact);
            }
        }
        return order;
    }

    private static UUID subject(Fact fact) {
        return fact.subject();
    }

    private void tellFamily(UUID family) {
        int versions = random.nextInt(4);
        for (int version = 1; version <= versions; version++) {
            facts.add(new Fact.Risks(family, version, day(), any(AREAS), factors(), welfareRank()));
        }
        if (versions > 0 && random.nextInt(10) == 0) {
            facts.add(new Fact.FamilyErased(family, versions + 1L, day()));
        }
    }

    /** Of the families that are never erased: nobody tells of the house of one that is, as Casework sees to. */
    private void tellHouse(UUID family) {
        boolean erased = facts.stream()
                .anyMatch(fact ->
                        fact instanceof Fact.FamilyErased && subject(fact).equals(family));
        int notes = erased ? 0 : random.nextInt(4);
        AreaCode area = any(AREAS); // where the family is known to live, not where somebody says it does
        for (int note = 0; note < notes; note++) {
            facts.add(new Fact.Housed(
                    family, day(), area, new House(id(), DAY.plusDays(random.nextInt(3)), random.nextBoolean())));
        }
    }

    private void tellChild(UUID child) {
        int residences = random.nextInt(4);
        for (int version = 1; version <= residences; version++) {
            facts.add(residence(child, version));
        }
        if (residences > 0 && random.nextInt(10) == 0) {
            facts.add(new Fact.ChildErased(child, residences + 1L, day()));
        }
        int growths = random.nextInt(5);
        for (int version = 1; version <= growths; version++) {
            facts.add(new Fact.Growth(
                    child, version, day(), home(), any(List.of(Stunting.values())), random.nextInt(72), true));
        }
    }

    private Fact.Residence residence(UUID child, int version) {
        boolean active = random.nextInt(4) > 0;
        return new Fact.Residence(child, version, day(), home(), birthDate(), active, !active && random.nextBoolean());
    }

    private void tellWeighings(UUID child) {
        int weighings = random.nextInt(4);
        for (int version = 1; version <= weighings; version++) {
            facts.add(new Fact.Weighed(
                    child,
                    version,
                    day(),
                    home(),
                    random.nextBoolean() ? Set.of(Cause.WASTED) : Set.of(),
                    random.nextInt(3) == 0 ? null : any(List.of(Stunting.values())),
                    random.nextInt(72)));
        }
    }

    private void tellPregnancy(UUID pregnancy) {
        int told = random.nextInt(4);
        for (int version = 1; version <= told; version++) {
            facts.add(new Fact.Carried(pregnancy, version, day(), home(), random.nextInt(3) > 0));
        }
        int checks = random.nextInt(4);
        for (int version = 1; version <= checks; version++) {
            facts.add(new Fact.Checked(pregnancy, version, day(), home(), any(CHECKS)));
        }
    }

    private @Nullable LocalDate birthDate() {
        return random.nextInt(5) == 0 ? null : DAY.minusDays(random.nextInt(2_000));
    }

    private @Nullable Integer welfareRank() {
        int rank = random.nextInt(6);
        return rank == 0 ? null : rank;
    }

    private Home home() {
        return new Home(any(families), any(AREAS));
    }

    private Set<RiskFactor> factors() {
        Set<RiskFactor> factors = new HashSet<>();
        FACTORS.stream().filter(_ -> random.nextBoolean()).forEach(code -> factors.add(new RiskFactor(code)));
        return factors;
    }

    private LocalDate day() {
        return DAY.plusDays(random.nextInt(DAYS));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

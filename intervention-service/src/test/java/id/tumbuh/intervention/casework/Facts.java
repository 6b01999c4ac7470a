package id.tumbuh.intervention.casework;

import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
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

/** Seeded histories of a few families: children grow, move between families, leave and come back; risks come and go. */
final class Facts {
    static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final List<String> FACTORS =
            List.of("UNSAFE_WATER", "UNSAFE_SANITATION", "NO_MODERN_CONTRACEPTION", "MOTHER_TOO_OLD");
    private static final List<AreaCode> AREAS =
            List.of(new AreaCode("36.04.20.2006"), new AreaCode("36.04.20.2007"), new AreaCode("17.02.01.2001"));

    private final Random random;
    private final List<UUID> families = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    private Facts(Random random) {
        this.random = random;
    }

    static List<Fact> of(Random random, int familyCount, int childCount) {
        Facts story = new Facts(random);
        for (int family = 0; family < familyCount; family++) {
            story.families.add(story.id());
        }
        story.families.forEach(story::tellFamily);
        for (int child = 0; child < childCount; child++) {
            story.tellChild(story.id());
        }
        return story.facts;
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
        return switch (fact) {
            case Fact.OfChild child -> child.childId();
            case Fact.OfFamily family -> family.familyId();
        };
    }

    private void tellFamily(UUID family) {
        int versions = random.nextInt(4);
        for (int version = 1; version <= versions; version++) {
            facts.add(new Fact.Risks(family, version, day(), any(AREAS), factors()));
        }
        if (versions > 0 && random.nextInt(10) == 0) {
            facts.add(new Fact.FamilyErased(family, versions + 1L, day()));
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
        return new Fact.Residence(child, version, day(), home(), active, !active && random.nextBoolean());
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
        return DAY.plusDays(random.nextInt(200));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

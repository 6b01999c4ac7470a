package id.tumbuh.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The children of Kabupaten Serang's programme of 2024: the 5,408 who were stunted, 500 of them in Tunjung Teja and 10 in Kibin, of an age
 * at which food helps. All of them stay under five during the months of the programme.
 */
public final class StuntedChildren {
    /** Food besides milk begins with six months. */
    private static final int YOUNGEST_DAY = 190;
    /** Four months before the fifth birthday. */
    private static final int OLDEST_DAY = 1_700;

    private static final int BIRTHS_APART_DAYS = 280;
    private static final int ATTEMPTS = 100;

    private StuntedChildren() {}

    /**
     * A child as its posyandu knows it.
     *
     * @param family the same number for children of one household
     * @param heightForAge the z-score around which it is measured, below −2
     */
    public record StuntedChild(
            int number, int family, Sex sex, LocalDate born, Name name, Home home, double heightForAge) {}

    /** What a child and those it lives with are called. */
    public record Name(String child, String mother, String father) {}

    /** Where a child lives, by codes of areas, and where it is weighed. */
    public record Home(String kecamatan, String desa, String posyandu, String rt, String rw) {}

    /** The same seed and day are the same children; on that day all of them can be weighed. */
    public static List<StuntedChild> of(long seed, LocalDate firstWeighing) {
        Random births = new Random(seed);
        Map<List<Object>, List<LocalDate>> households = new HashMap<>();
        Map<List<Object>, Integer> families = new HashMap<>();
        List<StuntedChild> all = new ArrayList<>();
        for (Child child : Population.stunted(seed, YearMonth.from(firstWeighing))) {
            List<Object> household = List.of(child.posyandu(), child.household());
            LocalDate born = born(firstWeighing, households.computeIfAbsent(household, _ -> new ArrayList<>()), births);
            int family = families.computeIfAbsent(household, _ -> families.size() + 1);
            all.add(new StuntedChild(
                    child.number(), family, child.sex(), born, name(child), home(child), child.usual()));
        }
        return List.copyOf(all);
    }

    /** Where there is no room between its siblings, a twin of the first. */
    private static LocalDate born(LocalDate firstWeighing, List<LocalDate> siblings, Random random) {
        LocalDate born = random.ints(ATTEMPTS, YOUNGEST_DAY, OLDEST_DAY + 1)
                .mapToObj(firstWeighing::minusDays)
                .filter(day -> siblings.stream()
                        .allMatch(other -> Math.abs(ChronoUnit.DAYS.between(other, day)) >= BIRTHS_APART_DAYS))
                .findFirst()
                .orElseGet(siblings::getFirst);
        siblings.add(born);
        return born;
    }

    private static Name name(Child child) {
        return new Name(
                child.name(), child.household().mother(), child.household().father());
    }

    private static Home home(Child child) {
        Posyandu posyandu = child.posyandu();
        return new Home(
                posyandu.kecamatan().code(),
                posyandu.desa().code(),
                posyandu.name(),
                "%03d".formatted(child.household().rt()),
                "%02d".formatted(child.household().rw()));
    }
}

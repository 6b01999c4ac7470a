package id.tumbuh.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The under-fives of the kabupaten: so many of them, and exactly the wanted ones stunted. */
final class Population {

    private static final int LAST_DAY = 1820;
    private static final int NAMED_BY_DAY = 40;
    private static final int BIRTHS_APART_DAYS = 280;
    private static final int FATHERS_NAME_KNOWN_PERCENT = 97;
    private static final float SEVERE_AMONG_STUNTED = 0.22f;

    /** Below this age a stunted child can be shorter than WHO's weight-for-length table begins. */
    private static final int STUNTED_FROM_DAY = 45;

    private final FileOptions options;
    private final Random random;
    private final Lookalikes lookalikes = new Lookalikes();
    private final List<Child> all = new ArrayList<>();

    private Population(FileOptions options) {
        this.options = options;
        this.random = new Random(options.seed());
    }

    static List<Child> of(FileOptions options) {
        Population population = new Population(options);
        List<Kecamatan> kecamatan = Kecamatan.all();
        int[] children = Kecamatan.split(
                options.children(),
                kecamatan.stream().map(Kecamatan::underFives).toList());
        int[] stunted = Kecamatan.split(
                stuntedAmong(options.children()),
                kecamatan.stream().map(Kecamatan::stunted).toList());
        for (int each = 0; each < kecamatan.size(); each++) {
            population.settle(kecamatan.get(each), children[each], Math.min(stunted[each], children[each]));
        }
        return List.copyOf(population.all);
    }

    /** Only those of the whole kabupaten who are stunted. */
    static List<Child> stunted(long seed, YearMonth month) {
        Population population = new Population(new FileOptions(FileOptions.WHOLE_KABUPATEN, seed, month, month, 0));
        Kecamatan.all().forEach(each -> population.settle(each, each.stunted(), each.stunted()));
        return List.copyOf(population.all);
    }

    private static int stuntedAmong(int children) {
        long stunted = Kecamatan.all().stream().mapToInt(Kecamatan::stunted).sum();
        return Math.toIntExact(Math.round((double) stunted * children / FileOptions.WHOLE_KABUPATEN));
    }

    private void settle(Kecamatan kecamatan, int children, int stunted) {
        List<Stature> statures = statures(children, stunted);
        int next = 0;
        for (Posyandu posyandu : Posyandu.of(kecamatan, children, random)) {
            List<Child> neighbours = new ArrayList<>();
            for (int each = 0; each < posyandu.children(); each++) {
                neighbours.add(child(posyandu, statures.get(next++), neighbours));
            }
            all.addAll(neighbours);
        }
    }

    private List<Stature> statures(int children, int stunted) {
        int severe = Math.round(stunted * SEVERE_AMONG_STUNTED);
        List<Stature> statures = new ArrayList<>(Collections.nCopies(severe, Stature.SEVERELY_STUNTED));
        statures.addAll(Collections.nCopies(stunted - severe, Stature.STUNTED));
        statures.addAll(Collections.nCopies(children - stunted, Stature.NORMAL));
        Collections.shuffle(statures, random);
        return statures;
    }

    private Child child(Posyandu posyandu, Stature stature, List<Child> neighbours) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            Child drawn = draw(posyandu, stature, neighbours);
            if (isPossible(drawn, neighbours) && lookalikes.admits(drawn)) {
                lookalikes.add(drawn);
                return drawn;
            }
        }
        throw new IllegalStateException("The lists of names are too short for " + posyandu);
    }

    private Child draw(Posyandu posyandu, Stature stature, List<Child> neighbours) {
        int number = all.size() + neighbours.size() + 1;
        Sex sex = random.nextInt(100) < 51 ? Sex.L : Sex.P;
        LocalDate born = posyandu.opens(options.born()).minusDays(random.nextInt(LAST_DAY));
        if (!neighbours.isEmpty() && random.nextInt(8) == 0) {
            Child sibling = neighbours.get(random.nextInt(neighbours.size()));
            LocalDate day = random.nextInt(20) == 0 ? sibling.born() : born;
            String name = Names.child(sex, random);
            return new Child(number, sex, day, name, sibling.household(), posyandu, stature, stature.draw(random));
        }
        Child.Household household = household();
        String name = ageOf(posyandu, born) < NAMED_BY_DAY && random.nextInt(3) == 0
                ? Names.unnamed(household.mother(), random)
                : Names.child(sex, random);
        return new Child(number, sex, born, name, household, posyandu, stature, stature.draw(random));
    }

    private boolean isPossible(Child child, List<Child> neighbours) {
        boolean measurable =
                child.stature() == Stature.NORMAL || ageOf(child.posyandu(), child.born()) >= STUNTED_FROM_DAY;
        return measurable
                && neighbours.stream()
                        .filter(other -> other.household().equals(child.household()))
                        .mapToLong(other -> Math.abs(ChronoUnit.DAYS.between(other.born(), child.born())))
                        .allMatch(apart -> apart == 0 || apart >= BIRTHS_APART_DAYS);
    }

    private long ageOf(Posyandu posyandu, LocalDate born) {
        return ChronoUnit.DAYS.between(born, posyandu.opens(options.born()));
    }

    private Child.Household household() {
        String father = random.nextInt(100) < FATHERS_NAME_KNOWN_PERCENT ? Names.father(random) : "";
        String kampung = "Kp. " + Names.one("kampung", random) + (random.nextInt(3) == 0 ? " Tengah" : "");
        return new Child.Household(father, Names.mother(random), 1 + random.nextInt(6), 1 + random.nextInt(9), kampung);
    }
}

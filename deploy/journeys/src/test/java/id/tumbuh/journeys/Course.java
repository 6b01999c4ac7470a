package id.tumbuh.journeys;

import id.tumbuh.journeys.Visit.Mark;
import id.tumbuh.local.demo.Sex;
import id.tumbuh.local.demo.StuntedChildren.StuntedChild;
import id.tumbuh.local.demo.WhoTables;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How a child grows from its first weighing on. The same child grows the same way; with a sponsor it gains more often and sooner outgrows
 * being stunted than alone. Every figure keeps away from every cut-off, so that no rounding decides it, except the gain of the growth
 * card: exactly its minimum is enough.
 */
final class Course {
    /** Whether somebody brings food. The first weighing is before that, and the same. */
    enum Help {
        SPONSORED(1, 30, 15),
        ALONE(2, 5, 35);

        private final long seed;
        private final int recoverPercent;
        private final int stallPercent;

        Help(long seed, int recoverPercent, int stallPercent) {
            this.seed = seed;
            this.recoverPercent = recoverPercent;
            this.stallPercent = stallPercent;
        }
    }

    private static final double CLEAR = 0.04;
    private static final double RECOVERED = -1.9;
    private static final double STILL_STUNTED = -2.06;
    /** Who is farther below the cut-off does not leave it within three months. */
    private static final double NEAR = -2.5;

    private static final int SCALE_GRAMS = 100;

    private final StuntedChild child;
    private final List<LocalDate> days;
    private final Help help;
    private final boolean recovers;

    private Course(StuntedChild child, List<LocalDate> days, Help help, boolean recovers) {
        this.child = child;
        this.days = days;
        this.help = help;
        this.recovers = recovers;
    }

    /** The weighings to which it came, the first of all on the first day. */
    static List<Visit> of(StuntedChild child, List<LocalDate> days, Help help) {
        Random luck = new Random(31L * child.number() + help.seed);
        if (child.heightForAge() > NEAR && luck.nextInt(100) < help.recoverPercent) {
            List<Visit> visits = new Course(child, days, help, true).visits();
            if (visits.stream().allMatch(visit -> visit.signs().isEmpty())) {
                return visits;
            }
        }
        return new Course(child, days, help, false).visits();
    }

    private List<Visit> visits() {
        Random same = new Random(17L * child.number() + 5);
        Random own = new Random(1_000_003L * child.number() + help.seed);
        boolean stalls = own.nextInt(100) < help.stallPercent;
        double drift = 0.03 * own.nextDouble() - (help == Help.SPONSORED ? 0 : 0.02);
        int recovery = 1 + Math.min(2, own.nextInt(4));
        List<Visit> visits = new ArrayList<>();
        visits.add(first(same));
        for (int month = 1; month < days.size(); month++) {
            boolean comes = same.nextInt(100) < 93;
            boolean gains = own.nextInt(100) >= (stalls ? 85 : 12) || recovers;
            int more = own.nextInt(2);
            double wanted = recovers && month >= recovery
                    ? RECOVERED + 0.02 * (month - recovery)
                    : Math.min(child.heightForAge() + drift * month, STILL_STUNTED);
            if (comes) {
                visits.add(next(visits.getLast(), month, wanted, gains ? more : -1 - more));
            }
        }
        return visits;
    }

    private Visit first(Random same) {
        int age = age(0);
        int length = length(age, Math.min(child.heightForAge(), STILL_STUNTED));
        double wanted = same.nextInt(100) < 8
                ? -2.7 + 0.6 * same.nextDouble()
                : Math.clamp(-0.4 + 0.7 * same.nextGaussian(), -1.7, 2);
        int grams = (int) Math.round(WhoTables.weightAt(child.sex(), age, length, wanted) / SCALE_GRAMS) * SCALE_GRAMS;
        return visit(0, length, clearWeight(age, length, grams, SCALE_GRAMS), Mark.B, 0);
    }

    /** @param gain hundreds of grams above the minimum; below 0 it is not reached */
    private Visit next(Visit before, int month, double wanted, int gain) {
        int age = age(month);
        int length = length(age, wanted);
        boolean compared = before.month() == month - 1;
        int least = compared ? minimumGain(month) : 2 * minimumGain(month);
        int aimed = gain >= 0 ? least + gain * SCALE_GRAMS : SCALE_GRAMS * (2 + gain);
        int grams = clearWeight(age, length, before.grams() + aimed, gain >= 0 ? SCALE_GRAMS : -SCALE_GRAMS);
        if (!compared) {
            return visit(month, length, grams, Mark.O, before.notGained());
        }
        boolean gained = grams - before.grams() >= minimumGain(month);
        return visit(month, length, grams, gained ? Mark.N : Mark.T, gained ? 0 : before.notGained() + 1);
    }

    private Visit visit(int month, int length, int grams, Mark mark, int notGained) {
        int age = age(month);
        double forAge = WhoTables.weightForAge(child.sex(), age, grams);
        double forLength = WhoTables.weightForLength(child.sex(), age, length, grams);
        Set<String> signs = new HashSet<>();
        if (forLength < -2) {
            signs.add(forLength < -3 ? "SEVERELY_WASTED" : "WASTED");
        }
        if (forAge < -2) {
            signs.add("UNDERWEIGHT");
        }
        if (forAge < -3) {
            signs.add("BELOW_RED_LINE");
        }
        if (mark == Mark.T && notGained >= 2) {
            signs.add(Visit.NOT_GAINED_TWICE);
        }
        double heightForAge = WhoTables.lengthForAge(child.sex(), age, length);
        return new Visit(month, days.get(month), age, grams, length, heightForAge, mark, notGained, signs);
    }

    private int length(int age, double wanted) {
        int length = (int) Math.round(WhoTables.lengthAt(child.sex(), age, wanted));
        int step = wanted > -2 ? 1 : -1;
        while (!isClear(WhoTables.lengthForAge(child.sex(), age, length))) {
            length += step;
        }
        return length;
    }

    private int clearWeight(int age, int length, int wanted, int step) {
        int grams = wanted;
        while (!isClear(WhoTables.weightForAge(child.sex(), age, grams))
                || !isClear(WhoTables.weightForLength(child.sex(), age, length, grams))) {
            grams += step;
        }
        return grams;
    }

    private static boolean isClear(double z) {
        return Math.abs(z + 2) > CLEAR && Math.abs(z + 3) > CLEAR;
    }

    private int age(int month) {
        return (int) ChronoUnit.DAYS.between(child.born(), days.get(month));
    }

    /** KBM of the Buku KIA 2023 from six months of age on, in the younger of the ages that its columns may mean. */
    private int minimumGain(int month) {
        int months = (int) Period.between(child.born(), days.get(month)).toTotalMonths();
        int few = child.sex() == Sex.L ? 12 : 11;
        if (months >= few) {
            return 200;
        }
        return months >= few - 4 ? 300 : 400;
    }
}

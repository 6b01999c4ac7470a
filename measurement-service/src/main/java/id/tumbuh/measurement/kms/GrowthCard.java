package id.tumbuh.measurement.kms;

import static java.time.temporal.ChronoUnit.MONTHS;

import id.tumbuh.measurement.growth.Sex;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fills in a child's card. Buku KIA 2023; the assumptions stand in the rule's note. */
public final class GrowthCard {

    private final Sex sex;
    private final YearMonth born;
    private final CardPolicy policy;

    public GrowthCard(Sex sex, YearMonth born, CardPolicy policy) {
        this.sex = sex;
        this.born = born;
        this.policy = policy;
    }

    /**
     * The entries of these weighings, oldest first, one a month.
     *
     * @param before the last entry older than all of them, or null when there is none: then the oldest is the first ever
     */
    public List<CardEntry> fill(@Nullable CardEntry before, Collection<Weighing> weighings) {
        TreeMap<YearMonth, Weighing> counting = new TreeMap<>();
        weighings.stream()
                .filter(this::fitsOnTheCard)
                .sorted(Weighing.OLDEST_FIRST)
                .forEach(weighing -> counting.put(weighing.month(), weighing));
        List<CardEntry> entries = new ArrayList<>(counting.size());
        CardEntry last = before;
        for (Weighing weighing : counting.values()) {
            last = next(last, weighing);
            entries.add(last);
        }
        return entries;
    }

    /** Neither before the month of birth, when one of two dates is wrong, nor after the fifth year. */
    private boolean fitsOnTheCard(Weighing weighing) {
        int column = column(weighing);
        return column >= 0 && column <= policy.lastColumn();
    }

    private CardEntry next(@Nullable CardEntry last, Weighing weighing) {
        if (last == null) {
            return entry(weighing, GrowthMark.B, 0, null, null);
        }
        if (!last.month().plusMonths(1).equals(weighing.month())) {
            return entry(weighing, GrowthMark.O, policy.missedMonthSkipped() ? last.notGained() : 0, null, null);
        }
        int gain = weighing.grams() - last.grams();
        int minimum = policy.minimumGain(sex, column(weighing));
        return gain >= minimum
                ? entry(weighing, GrowthMark.N, 0, gain, minimum)
                : entry(weighing, GrowthMark.T, last.notGained() + 1, gain, minimum);
    }

    private CardEntry entry(
            Weighing weighing, GrowthMark mark, int notGained, @Nullable Integer gain, @Nullable Integer minimum) {
        return new CardEntry(
                weighing.measurementId(),
                weighing.month(),
                weighing.grams(),
                mark,
                notGained,
                mark == GrowthMark.T && notGained >= policy.notGainedInARow(),
                gain,
                minimum,
                policy.version());
    }

    private int column(Weighing weighing) {
        return (int) MONTHS.between(born, weighing.month());
    }
}

package id.tumbuh.reporting.publication;

import java.util.Arrays;

/**
 * Between what and what a reader of all that is published knows each count to lie: what is shown stands for the counts that round to it,
 * and sums narrow what is hidden.
 */
final class Bounds {
    /** More than anything that is counted, and small enough to be added up. */
    private static final long ANY = 1_000_000_000_000L;

    /** Counts that fit together settle in a few; those of a kabupaten that contradicts itself would go on. */
    private static final int MOST_SWEEPS = 500;

    private final PublicationRules rules;
    private final long[] low;
    private final long[] high;
    private final boolean[] neverSmall;
    private boolean moved;

    Bounds(Grid grid, Relations relations, PublicationRules rules, boolean[] told) {
        this.rules = rules;
        low = new long[relations.variables()];
        high = new long[relations.variables()];
        neverSmall = new boolean[relations.variables()];
        Arrays.fill(high, ANY);
        Arrays.fill(low, relations.signed(), relations.variables(), -ANY);
        low[relations.nothing()] = 0;
        high[relations.nothing()] = 0;
        for (int cell = 0; cell < grid.counted(); cell++) {
            if (told[cell]) {
                long shown = rules.rounded(grid.amount(cell));
                low[cell] = rules.least(shown);
                high[cell] = rules.most(shown);
            } else if (!grid.isRemainder(grid.row(cell))) {
                low[cell] = 1; // a reader knows that nothing is not hidden
            }
        }
        for (int cell = grid.counted(); cell < grid.size(); cell++) {
            int share = grid.share(cell);
            neverSmall[cell] = grid.shares().get(share).published()
                    && told[grid.partOf(share, grid.row(cell))]
                    && told[grid.wholeOf(share, grid.row(cell))];
        }
        moved = true;
        for (int sweep = 0; moved && sweep < MOST_SWEEPS; sweep++) {
            moved = false;
            relations.sums().forEach(this::narrow);
        }
    }

    /** How many values the count can still have. */
    long possible(int cell) {
        return Math.max(0, high[cell] - low[cell] + 1);
    }

    long least(int cell) {
        return low[cell];
    }

    long most(int cell) {
        return high[cell];
    }

    long width(int cell) {
        return Math.max(0, high[cell] - low[cell]);
    }

    private void narrow(Relations.Sum sum) {
        long least = 0;
        long most = 0;
        for (int which = 0; which < sum.size(); which++) {
            int part = sum.part(which);
            least += low[part];
            most += high[part];
        }
        raise(sum.total(), least);
        lower(sum.total(), most);
        long totalLow = low[sum.total()];
        long totalHigh = high[sum.total()];
        for (int which = 0; which < sum.size(); which++) {
            int part = sum.part(which);
            long itsLow = low[part];
            long itsHigh = high[part];
            raise(part, totalLow - (most - itsHigh));
            lower(part, totalHigh - (least - itsLow));
            least += low[part] - itsLow;
            most += high[part] - itsHigh;
        }
    }

    private void raise(int cell, long least) {
        long at = neverSmall[cell] && least > 0 ? Math.max(least, rules.smallestShown()) : least;
        if (at > low[cell] && low[cell] <= high[cell]) {
            low[cell] = at;
            moved = true;
        }
    }

    private void lower(int cell, long most) {
        long at = neverSmall[cell] && most < rules.smallestShown() ? Math.min(most, 0) : most;
        if (at < high[cell] && low[cell] <= high[cell]) {
            high[cell] = at;
            moved = true;
        }
    }
}

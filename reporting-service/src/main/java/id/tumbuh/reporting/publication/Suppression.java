package id.tumbuh.reporting.publication;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides which counts are hidden. Small counts and small complements are; then as many others as it takes until no sum and no share tells a
 * hidden count more closely than {@link PublicationRules#fewestPossible()} values. ADR 21.
 */
final class Suppression {
    private final Grid grid;
    private final Relations relations;
    private final PublicationRules rules;
    private final boolean[] hidden;
    private final boolean[] known;

    private Suppression(Grid grid, PublicationRules rules) {
        this.grid = grid;
        this.relations = new Relations(grid, rules.apart());
        this.rules = rules;
        this.hidden = new boolean[grid.counted()];
        this.known = new boolean[grid.counted()];
    }

    /** Small counts, small complements, and what it takes to keep them from following from all the rest. */
    static Suppressed of(Counts counts, List<Share> indicators, PublicationRules rules, List<Earlier> earlier) {
        List<Share> shares =
                Stream.concat(indicators.stream(), rules.parts().stream()).toList();
        List<Counts> snapshots = Stream.concat(
                        Stream.of(counts), earlier.stream().map(Earlier::counts))
                .toList();
        Suppression suppression = new Suppression(new Grid(snapshots, shares), rules);
        suppression.hideSmall();
        suppression.remember(earlier);
        suppression.hideSharesOfHidden();
        suppression.protect();
        return suppression.result();
    }

    private void hideSmall() {
        for (int cell = 0; cell < grid.counted(); cell++) {
            hidden[cell] = rules.isSmall(grid.amount(cell)) || grid.isRemainder(grid.row(cell));
        }
        for (int cell = grid.counted(); cell < grid.size(); cell++) {
            if (isNow(cell) && isSmallComplement(cell) && counts(cell).noneMatch(count -> hidden[count])) {
                hide(cell);
            }
        }
    }

    /** What was hidden once in the month stays hidden; hiding what was shown and is the same today hides nothing. */
    private void remember(List<Earlier> earlier) {
        Set<Cell> hiddenOnce = new HashSet<>();
        earlier.forEach(one -> hiddenOnce.addAll(one.hidden()));
        for (int cell = 0; cell < grid.counted(); cell++) {
            if (!grid.isRemainder(grid.row(cell))) {
                Cell count = grid.cell(cell);
                hidden[cell] = isNow(cell)
                        ? hidden[cell] || (grid.amount(cell) > 0 && hiddenOnce.contains(count))
                        : earlier.get(grid.snapshot(cell) - 1).hidden().contains(count);
                known[cell] = isKnown(grid.amount(cell), count, earlier);
            }
        }
    }

    private static boolean isKnown(long amount, Cell count, List<Earlier> earlier) {
        return earlier.stream()
                .anyMatch(one -> one.counts().byArea().containsKey(count.area())
                        && one.counts().of(count) == amount
                        && !one.hidden().contains(count));
    }

    private boolean isNow(int cell) {
        return grid.snapshot(cell) == 0;
    }

    /** A share of something hidden is no figure. */
    private void hideSharesOfHidden() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int cell = grid.counted(); cell < grid.size(); cell++) {
                Share share = grid.shares().get(grid.share(cell));
                int part = grid.partOf(grid.share(cell), grid.row(cell));
                if (isNow(cell)
                        && share.published()
                        && hidden[grid.wholeOf(grid.share(cell), grid.row(cell))]
                        && !hidden[part]
                        && grid.amount(part) > 0) {
                    hidden[part] = true;
                    moved = true;
                }
            }
        }
    }

    /** Each round hides at least one more count, so it ends; counts far from each other are protected in the same round. */
    private void protect() {
        boolean moved = true;
        while (moved) {
            moved = false;
            Bounds bounds = new Bounds(grid, relations, rules, told());
            Set<Integer> helped = new HashSet<>();
            for (int cell = 0; cell < grid.size(); cell++) {
                if (needsHelp(cell, bounds) && helped.add(family(cell, bounds))) {
                    moved |= help(cell, bounds);
                }
            }
            hideSharesOfHidden();
        }
    }

    private boolean[] told() {
        boolean[] told = new boolean[hidden.length];
        for (int cell = 0; cell < told.length; cell++) {
            told[cell] = !hidden[cell]; // what is known stands in the snapshot that showed it
        }
        return told;
    }

    private boolean needsHelp(int cell, Bounds bounds) {
        if (grid.isRemainder(grid.row(cell)) || bounds.possible(cell) >= rules.fewestPossible()) {
            return false;
        }
        return cell < grid.counted() ? hidden[cell] && !known[cell] : isSmallComplement(cell);
    }

    private boolean isSmallComplement(int cell) {
        return grid.shares().get(grid.share(cell)).published()
                && rules.isSmall(grid.amount(cell))
                && !grid.isRemainder(grid.row(cell));
    }

    /** Those one of whom is hidden to protect the cell: what lies below it if that gives it away, or what lies beside it. */
    private int family(int cell, Bounds bounds) {
        int now = grid.now(cell);
        return now < 0 || isToldByParts(cell, bounds) || grid.above(now) < 0 ? cell : grid.above(now);
    }

    private boolean isToldByParts(int cell, Bounds bounds) {
        List<Integer> below = grid.below(cell);
        return below.stream().anyMatch(child -> !grid.isRemainder(grid.row(child)))
                && below.stream().mapToLong(bounds::width).sum() + 1 < rules.fewestPossible();
    }

    /** Only what is in the making can still be hidden, also to protect what an earlier snapshot hid. */
    private boolean help(int cell, Bounds bounds) {
        int now = grid.now(cell);
        if (now < 0) {
            return false;
        }
        Optional<Integer> found = helper(cell, now, bounds).or(() -> smallestShown(List.of(now)));
        found.ifPresent(this::hide);
        return found.isPresent();
    }

    private Optional<Integer> helper(int cell, int now, Bounds bounds) {
        if (isToldByShares(cell, bounds)) {
            return smallestShown(related(now)).or(() -> beside(now));
        }
        return isToldByParts(cell, bounds)
                ? smallestShown(grid.below(now)).or(() -> beside(now))
                : beside(now).or(() -> smallestShown(grid.below(now)));
    }

    /** It lies between one of its parts and something it is part of. */
    private boolean isToldByShares(int cell, Bounds bounds) {
        long least = 0;
        long most = Long.MAX_VALUE;
        for (int other : related(cell)) {
            if (grid.isPart(other, cell)) {
                least = Math.max(least, bounds.least(other));
            } else {
                most = Math.min(most, bounds.most(other));
            }
        }
        return most - least < rules.fewestPossible() - 1;
    }

    private List<Integer> related(int cell) {
        return cell < grid.counted() ? grid.related(cell) : List.of();
    }

    /** One beside it, or the one above, or one beside that. */
    private Optional<Integer> beside(int cell) {
        int above = grid.above(cell);
        return above < 0
                ? Optional.empty()
                : smallestShown(grid.below(above))
                        .or(() -> smallestShown(List.of(above)))
                        .or(() -> beside(above));
    }

    private Optional<Integer> smallestShown(List<Integer> cells) {
        return cells.stream().filter(this::canHide).min(Comparator.comparingLong(grid::amount));
    }

    private boolean canHide(int cell) {
        return counts(cell).noneMatch(count -> hidden[count])
                && counts(cell).anyMatch(count -> !known[count] && grid.amount(count) > 0)
                && grid.amount(cell) > 0
                && !grid.isRemainder(grid.row(cell));
    }

    /** Of what remains of a share the part is hidden, or the whole where there is no part. */
    private void hide(int cell) {
        counts(cell)
                .filter(count -> !hidden[count] && !known[count] && grid.amount(count) > 0)
                .findFirst()
                .ifPresent(count -> hidden[count] = true);
    }

    private IntStream counts(int cell) {
        return cell < grid.counted()
                ? IntStream.of(cell)
                : IntStream.of(
                        grid.partOf(grid.share(cell), grid.row(cell)), grid.wholeOf(grid.share(cell), grid.row(cell)));
    }

    private Suppressed result() {
        Suppressed.Builder result = new Suppressed.Builder();
        for (int cell = 0; cell < grid.counted(); cell++) {
            if (isNow(cell) && !grid.isRemainder(grid.row(cell)) && !hidden[cell]) {
                result.show(grid.cell(cell), rules.rounded(grid.amount(cell)));
            }
        }
        return result.build();
    }
}

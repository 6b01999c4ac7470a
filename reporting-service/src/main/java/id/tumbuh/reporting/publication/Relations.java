package id.tumbuh.reporting.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What holds between the counts of a grid, all of it as sums: areas add up, a whole is its part and the rest, a count that is the same in
 * two snapshots is the same count, and by how much counts moved between snapshots adds up as they do.
 */
final class Relations {
    private final Grid grid;
    private final List<Sum> sums = new ArrayList<>();
    private final int nothing;
    private final int signed;
    private int variables;

    /** The total is the sum of the parts. */
    static final class Sum {
        private final int total;
        private final int[] parts;

        private Sum(int total, int... parts) {
            this.total = total;
            this.parts = parts;
        }

        int total() {
            return total;
        }

        int size() {
            return parts.length;
        }

        int part(int which) {
            return parts[which];
        }
    }

    private record Same(String area, boolean remainder, int column, long amount) {}

    Relations(Grid grid, List<Apart> apart) {
        this.grid = grid;
        nothing = grid.size();
        variables = nothing + 1;
        addUp();
        splitUp();
        apart.forEach(this::keepApart);
        signed = variables;
        liken();
        compare();
    }

    List<Sum> sums() {
        return Collections.unmodifiableList(sums);
    }

    /** A number that is 0: the first beyond the cells, before those by which counts moved. */
    int nothing() {
        return nothing;
    }

    /** From here on numbers may be below 0: by how much cells moved. */
    int signed() {
        return signed;
    }

    /** Cells, 0, what two parts of a whole leave of it, and by how much cells moved since an earlier snapshot. */
    int variables() {
        return variables;
    }

    /** What remains of the whole beside one of them holds the other: both are told more closely by it than by the whole alone. */
    private void keepApart(Apart pair) {
        for (int one = 0; one < grid.shares().size(); one++) {
            for (int other = 0; other < grid.shares().size(); other++) {
                Share first = grid.shares().get(one);
                Share second = grid.shares().get(other);
                if (first.part().equals(pair.one())
                        && second.part().equals(pair.other())
                        && first.whole().equals(second.whole())) {
                    keepApart(one, other);
                }
            }
        }
    }

    private void keepApart(int one, int other) {
        int neither = variables;
        variables += grid.rows();
        for (int row = 0; row < grid.rows(); row++) {
            int rest = grid.restOf(one, row);
            if (grid.counts(rest)) {
                sums.add(new Sum(rest, grid.partOf(other, row), neither + row));
                sums.add(new Sum(grid.restOf(other, row), grid.partOf(one, row), neither + row));
                int[] below = grid.below(rest).stream()
                        .filter(grid::counts)
                        .mapToInt(cell -> neither + grid.row(cell))
                        .toArray();
                if (below.length > 0) {
                    sums.add(new Sum(neither + row, below));
                }
            }
        }
    }

    private void addUp() {
        for (int cell = 0; cell < grid.size(); cell++) {
            int[] below = grid.below(cell).stream()
                    .filter(grid::counts)
                    .mapToInt(child -> child)
                    .toArray();
            if (below.length > 0) {
                sums.add(new Sum(cell, below));
            }
        }
    }

    private void splitUp() {
        for (int share = 0; share < grid.shares().size(); share++) {
            for (int row = 0; row < grid.rows(); row++) {
                sums.add(new Sum(grid.wholeOf(share, row), grid.partOf(share, row), grid.restOf(share, row)));
            }
        }
    }

    private void liken() {
        Map<Same, Integer> first = new HashMap<>();
        for (int cell = 0; cell < grid.size(); cell++) {
            Integer same = first.putIfAbsent(
                    new Same(grid.area(cell), grid.isRemainder(grid.row(cell)), cell / grid.rows(), grid.amount(cell)),
                    cell);
            if (same != null) {
                sums.add(new Sum(same, cell));
            }
        }
    }

    /** By how much a count moved from a snapshot to the one in the making is one number at every level, and it adds up as counts do. */
    private void compare() {
        int[] moves = new int[grid.size()];
        for (int cell = 0; cell < grid.size(); cell++) {
            if (grid.snapshot(cell) > 0 && grid.counts(cell)) {
                moves[cell] = moved(cell);
            }
        }
        for (int cell = 0; cell < grid.size(); cell++) {
            if (grid.snapshot(cell) > 0 && grid.now(cell) >= 0) {
                addUpMoves(cell, moves);
            }
        }
        for (int share = 0; share < grid.shares().size(); share++) {
            for (int row = 0; row < grid.rows(); row++) {
                int rest = grid.restOf(share, row);
                if (grid.snapshot(rest) > 0 && grid.counts(rest)) {
                    sums.add(new Sum(moves[grid.wholeOf(share, row)], moves[grid.partOf(share, row)], moves[rest]));
                }
            }
        }
    }

    private int moved(int then) {
        int now = grid.now(then);
        if (now >= 0 && grid.amount(now) == grid.amount(then)) {
            return nothing;
        }
        int move = variables++;
        sums.add(new Sum(now < 0 || !grid.counts(now) ? nothing : now, then, move));
        return move;
    }

    private void addUpMoves(int then, int[] moves) {
        List<Integer> below = grid.below(then).stream().filter(grid::counts).toList();
        if (!below.isEmpty() && grid.counts(then)) {
            // areas that were not there before moved by what they count now
            IntStream came = grid.below(grid.now(then)).stream()
                    .filter(grid::counts)
                    .filter(cell -> grid.then(cell, grid.snapshot(then)) < 0)
                    .mapToInt(cell -> cell);
            IntStream stayed = below.stream().mapToInt(cell -> moves[cell]);
            sums.add(new Sum(moves[then], IntStream.concat(stayed, came).toArray()));
        }
    }
}

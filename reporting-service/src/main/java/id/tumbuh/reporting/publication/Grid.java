package id.tumbuh.reporting.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All counts of a snapshot and of earlier ones of the month, numbered: a column for each measure and for what remains of each share, a row
 * for each area of each snapshot. What an area has beyond the areas below it, because one of them is in no list, is a row of its own.
 */
final class Grid {
    private final List<Row> rows = new ArrayList<>();
    private final Map<Row, Integer> places = new HashMap<>();
    private final int[] parents;
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<String> measures;
    private final List<Share> shares;
    private final long[] amounts;

    /** An area in one snapshot, 0 being the one in the making; or what it has beyond the areas below it. */
    private record Row(int snapshot, String area, boolean remainder) {
        private Row above() {
            return new Row(snapshot, remainder ? area : Counts.parent(area), false);
        }
    }

    Grid(List<Counts> snapshots, List<Share> shares) {
        this.shares = List.copyOf(shares);
        this.measures = List.copyOf(new TreeSet<>(
                shares.stream().flatMap(it -> Stream.of(it.part(), it.whole())).toList()));
        for (boolean remainder : new boolean[] {false, true}) {
            for (int snapshot = 0; snapshot < snapshots.size(); snapshot++) {
                for (String area : snapshots.get(snapshot).byArea().keySet()) {
                    rows.add(new Row(snapshot, area, remainder));
                }
            }
        }
        parents = new int[rows.size()];
        amounts = new long[columns() * rows.size()];
        placeRows();
        count(snapshots);
    }

    private void placeRows() {
        for (int row = 0; row < rows.size(); row++) {
            places.put(rows.get(row), row);
            children.add(new ArrayList<>());
        }
        for (int row = 0; row < rows.size(); row++) {
            parents[row] = places.getOrDefault(rows.get(row).above(), -1);
            if (parents[row] >= 0) {
                children.get(parents[row]).add(row);
            }
        }
    }

    private void count(List<Counts> snapshots) {
        for (int column = 0; column < measures.size(); column++) {
            for (int row = 0; row < rows.size(); row++) {
                amounts[at(column, row)] = isRemainder(row)
                        ? remainder(column, parents[row])
                        : snapshots
                                .get(rows.get(row).snapshot())
                                .of(new Cell(rows.get(row).area(), measures.get(column)));
            }
        }
        for (int share = 0; share < shares.size(); share++) {
            for (int row = 0; row < rows.size(); row++) {
                amounts[at(measures.size() + share, row)] = amounts[wholeOf(share, row)] - amounts[partOf(share, row)];
            }
        }
    }

    /** Of an area without areas below nothing is left over: its own count is no sum. */
    private long remainder(int column, int row) {
        List<Integer> below =
                children.get(row).stream().filter(child -> !isRemainder(child)).toList();
        return below.isEmpty()
                ? 0
                : amounts[at(column, row)]
                        - below.stream()
                                .mapToLong(child -> amounts[at(column, child)])
                                .sum();
    }

    /** What is left over counts where there is something left over. */
    boolean counts(int cell) {
        return !isRemainder(row(cell)) || remains(row(cell));
    }

    private boolean remains(int row) {
        for (int column = 0; column < measures.size(); column++) {
            if (amounts[at(column, row)] != 0) {
                return true;
            }
        }
        return false;
    }

    int columns() {
        return measures.size() + shares.size();
    }

    int at(int column, int row) {
        return column * rows.size() + row;
    }

    int partOf(int share, int row) {
        return at(measures.indexOf(shares.get(share).part()), row);
    }

    int wholeOf(int share, int row) {
        return at(measures.indexOf(shares.get(share).whole()), row);
    }

    /** Counts of the same area that the count is part of or that are part of it. */
    List<Integer> related(int cell) {
        List<Integer> related = new ArrayList<>();
        for (int share = 0; share < shares.size(); share++) {
            if (partOf(share, row(cell)) == cell) {
                related.add(wholeOf(share, row(cell)));
            } else if (wholeOf(share, row(cell)) == cell) {
                related.add(partOf(share, row(cell)));
            }
        }
        return related;
    }

    boolean isPart(int part, int whole) {
        for (int share = 0; share < shares.size(); share++) {
            if (partOf(share, row(whole)) == part && wholeOf(share, row(whole)) == whole) {
                return true;
            }
        }
        return false;
    }

    /** What remains of the whole. */
    int restOf(int share, int row) {
        return at(measures.size() + share, row);
    }

    int size() {
        return amounts.length;
    }

    /** Cells up to here are counts of measures, those beyond what remains of shares. */
    int counted() {
        return measures.size() * rows.size();
    }

    List<Share> shares() {
        return shares;
    }

    int rows() {
        return rows.size();
    }

    /** The area of a cell, also where it is what the area has beyond those below it. */
    String area(int cell) {
        return rows.get(row(cell)).area();
    }

    long amount(int cell) {
        return amounts[cell];
    }

    int row(int cell) {
        return cell % rows.size();
    }

    /** Share of a cell beyond {@link #counted()}. */
    int share(int cell) {
        return cell / rows.size() - measures.size();
    }

    boolean isRemainder(int row) {
        return rows.get(row).remainder();
    }

    /** The snapshot that it is of: 0 for the one in the making. */
    int snapshot(int cell) {
        return rows.get(row(cell)).snapshot();
    }

    /** The same in the snapshot in the making, or -1. */
    int now(int cell) {
        Row row = rows.get(row(cell));
        Integer now = places.get(new Row(0, row.area(), row.remainder()));
        return now == null ? -1 : cell - row(cell) + now;
    }

    /** The same in an earlier snapshot, or -1. */
    int then(int now, int snapshot) {
        Row row = rows.get(row(now));
        Integer then = places.get(new Row(snapshot, row.area(), row.remainder()));
        return then == null || !counts(then) ? -1 : now - row(now) + then;
    }

    Cell cell(int cell) {
        return new Cell(rows.get(row(cell)).area(), measures.get(cell / rows.size()));
    }

    /** The same in the area above, or -1. */
    int above(int cell) {
        int parent = parents[row(cell)];
        return parent < 0 ? -1 : cell - row(cell) + parent;
    }

    /** The same in the areas below. */
    List<Integer> below(int cell) {
        return children.get(row(cell)).stream()
                .map(row -> cell - row(cell) + row)
                .toList();
    }
}

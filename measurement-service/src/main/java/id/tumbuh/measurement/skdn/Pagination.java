package id.tumbuh.measurement.skdn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts pieces on pages from top to bottom. Lengths are millimetres. */
final class Pagination {

    private static final double ROUNDING = 1e-6;

    private final double top;
    private final double bottom;
    private final List<List<Placed>> pages = new ArrayList<>();
    private double at;

    /** Draws a piece whose upper edge is there. */
    @FunctionalInterface
    interface Drawing {
        void on(LandscapePage page, double top) throws IOException;
    }

    record Piece(double height, Drawing drawing) {}

    record Placed(double top, Piece piece) {}

    /**
     * Pieces that belong together.
     *
     * @param head stands above the first row, and again on every page on which the rows go on
     * @param whole is not divided
     */
    record Block(List<Piece> head, List<Piece> rows, boolean whole) {
        Block {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    private Pagination(double top, double bottom) {
        this.top = top;
        this.bottom = bottom;
    }

    static List<List<Placed>> of(List<Block> blocks, double top, double bottom) {
        Pagination pagination = new Pagination(top, bottom);
        pagination.turn();
        blocks.forEach(pagination::place);
        return pagination.pages;
    }

    private void turn() {
        pages.add(new ArrayList<>());
        at = top;
    }

    private void place(Block block) {
        List<Piece> rows = block.rows();
        double least = height(block.whole() ? rows : rows.subList(0, Math.min(2, rows.size())));
        if (at > top && !fits(height(block.head()) + least)) {
            turn();
        }
        block.head().forEach(this::put);
        for (int row = 0; row < rows.size(); row++) {
            // the last row, which is a sum, does not stand alone
            int together = row == rows.size() - 2 ? 2 : 1;
            if (!block.whole() && row > 0 && !fits(height(rows.subList(row, row + together)))) {
                turn();
                block.head().forEach(this::put);
            }
            put(rows.get(row));
        }
    }

    private boolean fits(double height) {
        return at + height <= bottom + ROUNDING;
    }

    private void put(Piece piece) {
        pages.getLast().add(new Placed(at, piece));
        at += piece.height();
    }

    private static double height(List<Piece> pieces) {
        return pieces.stream().mapToDouble(Piece::height).sum();
    }
}

package id.tumbuh.reporting.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boundaries as a page draws them, in units of its own from the upper left corner.
 *
 * @param sources what has to stand under the map: attribution and licence of each that supplied some
 */
public record Outline(int width, int height, List<Piece> pieces, List<String> sources) {
    public Outline {
        pieces = List.copyOf(pieces);
        sources = List.copyOf(sources);
    }

    /**
     * One area.
     *
     * @param path commands of an SVG path, filled by the even-odd rule
     * @param spot where most room is for a number
     */
    public record Piece(String area, String path, Spot spot) {}

    /**
     * The middle of the largest circle inside of an area.
     *
     * @param room its radius
     */
    public record Spot(int x, int y, int room) {}

    /** That of an area; null when there is none. */
    public @Nullable Piece piece(String area) {
        return pieces.stream()
                .filter(piece -> piece.area().equals(area))
                .findFirst()
                .orElse(null);
    }
}

package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.boundary.Outline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The areas below one as their boundaries are, for where somebody supplied them.
 *
 * @param sources whose boundaries they are, and on which terms
 * @param missing areas whose boundary nobody supplied
 */
record OutlineMap(int width, int height, List<Place> places, List<String> sources, String missing) {
    /** So much room a number takes, and a number with three letters above it. */
    private static final int NUMBER = 14;

    private static final int BOTH = 26;
    private static final int LINE = 11;

    /** One area. */
    record Place(Counted of, String path, List<Text> texts) {}

    /** Words on the map; those with the number are told apart, for they change. */
    record Text(int x, int y, String text, boolean counts) {}

    static OutlineMap of(Area above, List<Counted> below, Outline outline) {
        List<Place> places = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Counted one : below) {
            Outline.@Nullable Piece piece = outline.piece(one.area().code());
            if (piece == null) {
                missing.add(one.area().name());
            } else {
                String shorter = TileMap.shorter(above, one.area()).orElse("");
                places.add(new Place(one, piece.path(), texts(one, piece.spot(), shorter)));
            }
        }
        return new OutlineMap(outline.width(), outline.height(), places, outline.sources(), String.join(", ", missing));
    }

    /** What does not fit stands in the table. */
    private static List<Text> texts(Counted one, Outline.Spot spot, String shorter) {
        if (spot.room() < NUMBER) {
            return List.of();
        }
        if (spot.room() < BOTH || shorter.isEmpty()) {
            return List.of(new Text(spot.x(), spot.y() + LINE - 3, one.count(), true));
        }
        return List.of(
                new Text(spot.x(), spot.y() - 3, shorter, false),
                new Text(spot.x(), spot.y() + 2 * LINE, one.count(), true));
    }
}

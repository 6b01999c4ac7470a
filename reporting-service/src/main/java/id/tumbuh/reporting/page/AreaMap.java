package id.tumbuh.reporting.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stunted children by area, as boundaries where those were supplied and as tiles otherwise; one of the two.
 *
 * @param classes how many children a shade stands for, the palest first
 * @param hatched whether nobody was ever told of in one of the areas
 */
record AreaMap(@Nullable TileMap tiles, @Nullable OutlineMap outlines, List<String> classes, boolean hatched) {
    /** What is drawn of each area. */
    record Counts(List<Counted> areas, List<String> classes) {}
}

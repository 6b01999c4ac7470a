package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * The areas below one as tiles that lie roughly where the areas do, and fit a phone. There are no boundaries with a clear licence to
 * draw; where nobody laid the tiles out there is none.
 *
 * @param classes how many children a shade stands for, the palest first
 */
record TileMap(int width, int height, List<Tile> tiles, List<String> classes) {
    static final int SIZE = 40;

    /** The upper ends of the classes as shares of the highest: of 500 children 100, 150, 250 and 400. */
    private static final List<Double> CLASSES = List.of(0.2, 0.3, 0.5, 0.8);

    private static final Map<String, List<Place>> LAYOUTS = new ConcurrentHashMap<>();

    /** Where a tile lies. */
    private record Place(String code, int column, int row, String shorter) {
        static Place of(String line) {
            String[] cells = line.split(",", -1);
            return new Place(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3]);
        }
    }

    /**
     * One area.
     *
     * @param shade 0 to 4, the darkest where most children are
     */
    record Tile(Area area, int x, int y, String shorter, String count, int shade) {}

    static Optional<TileMap> of(Area above, List<Area> below, ToLongFunction<Area> counts, Wording wording) {
        List<Place> layout = LAYOUTS.computeIfAbsent(above.code(), TileMap::read);
        long highest = below.stream().mapToLong(counts).max().orElse(0);
        List<Tile> tiles = new ArrayList<>();
        for (Place place : layout) {
            below.stream()
                    .filter(area -> area.code().equals(place.code()))
                    .findFirst()
                    .ifPresent(area -> tiles.add(new Tile(
                            area,
                            place.column() * SIZE,
                            place.row() * SIZE,
                            place.shorter(),
                            wording.count(counts.applyAsLong(area)),
                            shade(counts.applyAsLong(area), highest))));
        }
        return tiles.isEmpty()
                ? Optional.empty()
                : Optional.of(new TileMap(
                        SIZE
                                * (1
                                        + layout.stream()
                                                .mapToInt(Place::column)
                                                .max()
                                                .orElse(0)),
                        SIZE * (1 + layout.stream().mapToInt(Place::row).max().orElse(0)),
                        tiles,
                        classes(highest, wording)));
    }

    static int shade(long count, long highest) {
        int shade = 0;
        for (double share : CLASSES) {
            if (count >= end(share, highest)) {
                shade++;
            }
        }
        return shade;
    }

    /** At least one child apart, so that nothing is dark where next to nobody is. */
    private static long end(double share, long highest) {
        return Math.max(1 + CLASSES.indexOf(share), Math.round(share * highest));
    }

    private static List<String> classes(long highest, Wording wording) {
        List<String> classes = new ArrayList<>();
        long from = 0;
        for (double share : CLASSES) {
            long end = end(share, highest);
            classes.add(range(from, end, wording));
            from = end;
        }
        classes.add("≥" + wording.count(from));
        return classes;
    }

    private static String range(long from, long end, Wording wording) {
        if (from == 0) {
            return "<" + wording.count(end);
        }
        return end - 1 == from ? wording.count(from) : wording.count(from) + "–" + wording.count(end - 1);
    }

    private static List<Place> read(String code) {
        try (InputStream file = TileMap.class.getResourceAsStream("/tile-maps/" + code + ".csv")) {
            return file == null
                    ? List.of()
                    : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                            .lines()
                            .skip(1)
                            .map(Place::of)
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

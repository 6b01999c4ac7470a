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

/**
 * The areas below one as tiles that lie roughly where the areas do, and fit a phone: for where nobody supplied boundaries. Where nobody
 * laid the tiles out there is none.
 */
record TileMap(int width, int height, List<Tile> tiles) {
    static final int SIZE = 40;

    private static final Map<String, List<Place>> LAYOUTS = new ConcurrentHashMap<>();

    /** Where a tile lies. */
    private record Place(String code, int column, int row, String shorter) {
        static Place of(String line) {
            String[] cells = line.split(",", -1);
            return new Place(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3]);
        }
    }

    /** One area. */
    record Tile(Counted of, int x, int y, String shorter) {}

    static Optional<TileMap> of(Area above, List<Counted> below) {
        List<Place> layout = layout(above);
        List<Tile> tiles = new ArrayList<>();
        for (Place place : layout) {
            below.stream()
                    .filter(one -> one.area().code().equals(place.code()))
                    .findFirst()
                    .ifPresent(one ->
                            tiles.add(new Tile(one, place.column() * SIZE, place.row() * SIZE, place.shorter())));
        }
        if (tiles.isEmpty()) {
            return Optional.empty();
        }
        int columns = 1 + layout.stream().mapToInt(Place::column).max().orElse(0);
        int rows = 1 + layout.stream().mapToInt(Place::row).max().orElse(0);
        return Optional.of(new TileMap(SIZE * columns, SIZE * rows, tiles));
    }

    /** Three letters for an area, where somebody chose some. */
    static Optional<String> shorter(Area above, Area below) {
        return layout(above).stream()
                .filter(place -> place.code().equals(below.code()))
                .map(Place::shorter)
                .findFirst();
    }

    private static List<Place> layout(Area above) {
        return LAYOUTS.computeIfAbsent(above.code(), TileMap::read);
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

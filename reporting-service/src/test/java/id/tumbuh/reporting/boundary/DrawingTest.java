package id.tumbuh.reporting.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What is drawn of boundaries is small, keeps its neighbours, and loses nobody. */
class DrawingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RING = Pattern.compile("M[^M]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final String SQUARE = "[[[106,-6],[106.5,-6],[106.5,-6.5],[106,-6.5],[106,-6]]]";

    @Test
    void ofTensOfThousandsOfPositionsSoManyAreLeftAsAPageCanSend() throws JsonProcessingException {
        List<Geometry> exact = DrawnKabupaten.of(29);
        assertThat(exact.stream().mapToInt(Geometry::getNumPoints).sum()).isGreaterThan(20_000);

        Outline outline = Drawing.of(boundaries(exact));

        assertThat(outline.pieces()).hasSize(29);
        assertThat(outline.pieces().stream()
                        .mapToInt(piece -> positions(piece).size())
                        .sum())
                .isBetween(500, Drawing.MOST_POSITIONS);
        assertThat(outline.pieces().stream()
                        .mapToInt(piece -> piece.path().length())
                        .sum())
                .isLessThan(15_000);
        assertThat(outline.width()).isLessThanOrEqualTo(Drawing.SIZE + 1);
        assertThat(outline.height()).isLessThanOrEqualTo(Drawing.SIZE + 1);
        assertThat(outline.pieces())
                .allSatisfy(piece -> assertThat(positions(piece)).allSatisfy(position -> {
                    assertThat(position.x()).isBetween(0, outline.width());
                    assertThat(position.y()).isBetween(0, outline.height());
                }));
    }

    /** Each alone would be simplified otherwise on either side, and show gaps and overlaps. */
    @Test
    void neighboursStillShareTheirBorder() throws JsonProcessingException {
        Outline outline = Drawing.of(boundaries(DrawnKabupaten.of(20)));

        Map<Position, Integer> seen = new HashMap<>();
        outline.pieces()
                .forEach(piece -> positions(piece).stream()
                        .distinct()
                        .forEach(position -> seen.merge(position, 1, Integer::sum)));
        // the eighth lies inside, with neighbours all around
        assertThat(positions(outline.pieces().get(7)))
                .allSatisfy(position -> assertThat(seen.get(position)).isGreaterThan(1));
    }

    @Test
    void islandsTooSmallToBeSeenGoButAnAreaOfNothingElseStays() throws JsonProcessingException {
        String speck = "[[[107,-6],[107.0001,-6],[107.0001,-6.0001],[107,-6]]]";
        Outline outline = Drawing.of(List.of(
                boundary("54.01.01", "MultiPolygon", "[" + SQUARE + "," + speck + "]"),
                boundary("54.01.02", "Polygon", speck)));

        assertThat(outline.pieces().getFirst().path()).containsOnlyOnce("M");
        assertThat(outline.pieces().getLast().path()).startsWith("M").endsWith("z");
        assertThat(outline.pieces().getLast().spot().room()).isZero();
        assertThat(outline.pieces().getFirst().spot().room()).isGreaterThan(100);
    }

    @Test
    void whatIsTallFitsAndWhoseBoundariesTheyAreIsSaidOnce() throws JsonProcessingException {
        Outline outline = Drawing.of(List.of(
                boundary("54.01.01", "Polygon", "[[[106,-2],[106.1,-2],[106.1,-4],[106,-4],[106,-2]]]"),
                boundary("54.01.02", "Polygon", "[[[106,-4],[106.1,-4],[106.1,-6],[106,-6],[106,-4]]]")));

        assertThat(outline.height()).isBetween(Drawing.SIZE - 2, Drawing.SIZE + 1);
        assertThat(outline.width()).isLessThan(40);
        assertThat(outline.sources()).containsExactly("© Contoh, ODbL 1.0");
    }

    private record Position(int x, int y) {}

    /** Absolute, of the whole path. */
    private static List<Position> positions(Outline.Piece piece) {
        List<Position> positions = new ArrayList<>();
        Matcher rings = RING.matcher(piece.path());
        while (rings.find()) {
            List<Integer> numbers = new ArrayList<>();
            Matcher number = NUMBER.matcher(rings.group());
            while (number.find()) {
                numbers.add(Integer.valueOf(number.group()));
            }
            int x = 0;
            int y = 0;
            for (int i = 0; i + 1 < numbers.size(); i += 2) {
                x += numbers.get(i);
                y += numbers.get(i + 1);
                positions.add(new Position(x, y));
            }
        }
        return positions;
    }

    private static List<Boundary> boundaries(List<Geometry> shapes) throws JsonProcessingException {
        List<String> codes = IntStream.range(0, shapes.size())
                .mapToObj("54.01.%02d"::formatted)
                .toList();
        List<Boundary> all = new ArrayList<>();
        JSON.readTree(DrawnKabupaten.collection(codes, shapes))
                .path("features")
                .forEach(feature -> all.add(new Boundary(
                        feature.path("properties").path("areaCode").asText(),
                        feature.path("geometry"),
                        "ODbL 1.0",
                        "© Contoh")));
        return all;
    }

    private static Boundary boundary(String area, String type, String coordinates) throws JsonProcessingException {
        return new Boundary(
                area,
                JSON.readTree("{\"type\":\"%s\",\"coordinates\":%s}".formatted(type, coordinates)),
                "ODbL 1.0",
                "© Contoh");
    }
}

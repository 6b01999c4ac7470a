package id.tumbuh.reporting.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Invented boundaries with as many positions as surveyed ones: neighbours share each of them, and some have islands. */
public final class DrawnKabupaten {
    private static final Envelope WHERE = new Envelope(105.7, 106.6, -6.6, -5.9);
    private static final double STEP = 0.0004;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private DrawnKabupaten() {}

    /** One for each area, in their order. */
    public static List<Geometry> of(int areas) {
        Random random = new Random(29);
        // on a grid, each moved a little: none is too small to be pressed
        int columns = (int) Math.ceil(Math.sqrt(areas * 1.3));
        int rows = Math.ceilDiv(areas, columns);
        List<Coordinate> middles = IntStream.range(0, areas)
                .mapToObj(i -> {
                    int column = i % columns;
                    int row = i / columns;
                    return new Coordinate(
                            WHERE.getMinX() + WHERE.getWidth() * (column + 0.35 + 0.3 * random.nextDouble()) / columns,
                            WHERE.getMinY() + WHERE.getHeight() * (row + 0.35 + 0.3 * random.nextDouble()) / rows);
                })
                .toList();
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(middles);
        builder.setClipEnvelope(WHERE);
        Geometry cells = builder.getDiagram(FACTORY);
        List<Geometry> found = new ArrayList<>();
        for (Coordinate middle : middles) {
            Geometry point = FACTORY.createPoint(middle);
            for (int i = 0; i < cells.getNumGeometries(); i++) {
                if (cells.getGeometryN(i).contains(point)) {
                    found.add(winding(cells.getGeometryN(i).intersection(FACTORY.toGeometry(WHERE))));
                }
            }
        }
        return found;
    }

    /** Every position is moved by where it is, so that two neighbours move theirs alike. */
    private static Geometry winding(Geometry cell) {
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence exact, Geometry parent) {
                Coordinate[] moved = exact.toCoordinateArray();
                for (int i = 0; i < moved.length; i++) {
                    double x = moved[i].x;
                    double y = moved[i].y;
                    moved[i] = new Coordinate(
                            x + 0.003 * Math.sin(90 * y) + 0.0002 * Math.sin(1500 * y + 700 * x),
                            y + 0.003 * Math.sin(80 * x) + 0.0002 * Math.sin(1300 * x + 900 * y));
                }
                return FACTORY.getCoordinateSequenceFactory().create(moved);
            }
        }.transform(Densifier.densify(cell, STEP));
    }

    /** As somebody supplies them. */
    public static String collection(List<String> codes, List<Geometry> shapes) {
        return IntStream.range(0, codes.size())
                .mapToObj(i -> """
                        {"type":"Feature","properties":{"areaCode":"%s"},"geometry":{"type":"Polygon","coordinates":[%s]}}""".formatted(codes.get(i), ring(shapes.get(i))))
                .collect(Collectors.joining(",", """
                        {"type":"FeatureCollection","licence":"CC BY 4.0","attribution":"Peta contoh <rekaan>","features":[""", "]}"));
    }

    private static String ring(Geometry shape) {
        return IntStream.range(0, shape.getNumPoints())
                .mapToObj(i -> shape.getCoordinates()[i])
                .map(one -> String.format(Locale.ROOT, "[%.6f,%.6f]", one.x, one.y))
                .collect(Collectors.joining(",", "[", "]"));
    }
}

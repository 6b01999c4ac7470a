package id.tumbuh.reporting.boundary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws boundaries for a page: projected, and simplified together until they are small enough to send, so that neighbours still share
 * their border and no gap opens between them.
 */
final class Drawing {
    /** Two units to a pixel of the widest map. */
    static final int SIZE = 720;

    /** About 6 kB as they are sent. */
    static final int MOST_POSITIONS = 1_500;

    private static final int MARGIN = 4;
    private static final double FINEST = 1;
    private static final double COARSER = 1.4;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Drawing() {}

    /** Of at least one boundary. */
    static Outline of(List<Boundary> boundaries) {
        Geometry[] exact = boundaries.stream()
                .map(one -> Shape.read(one.geometry(), "/" + one.area()))
                .toArray(Geometry[]::new);
        Envelope frame = project(exact);
        Geometry[] simple = simplified(exact);
        return new Outline(
                (int) Math.ceil(frame.getWidth()) + 2 * MARGIN,
                (int) Math.ceil(frame.getHeight()) + 2 * MARGIN,
                IntStream.range(0, simple.length)
                        .mapToObj(i -> piece(boundaries.get(i).area(), simple[i]))
                        .toList(),
                boundaries.stream()
                        .map(one -> one.attribution() + ", " + one.licence())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Into units of the map; a degree of longitude is as long as it is in the middle of the map. */
    private static Envelope project(Geometry[] geometries) {
        Envelope all = envelope(geometries);
        double narrower = Math.cos(Math.toRadians(all.centre().y));
        double scale = (SIZE - 2.0 * MARGIN) / Math.max(all.getWidth() * narrower, all.getHeight());
        for (Geometry geometry : geometries) {
            geometry.apply(new CoordinateSequenceFilter() {
                @Override
                public void filter(CoordinateSequence sequence, int i) {
                    double x = (sequence.getX(i) - all.getMinX()) * narrower * scale;
                    double y = (all.getMaxY() - sequence.getY(i)) * scale;
                    sequence.setOrdinate(i, CoordinateSequence.X, MARGIN + x);
                    sequence.setOrdinate(i, CoordinateSequence.Y, MARGIN + y);
                }

                @Override
                public boolean isDone() {
                    return false;
                }

                @Override
                public boolean isGeometryChanged() {
                    return true;
                }
            });
        }
        return envelope(geometries);
    }

    private static Envelope envelope(Geometry[] geometries) {
        Envelope all = new Envelope();
        Stream.of(geometries).forEach(geometry -> all.expandToInclude(geometry.getEnvelopeInternal()));
        return all;
    }

    /** Coarser and coarser until few enough positions are left; islands too small to be seen go, but of an area its largest part stays. */
    private static Geometry[] simplified(Geometry[] exact) {
        double tolerance = FINEST;
        Geometry[] simple;
        do {
            double least = tolerance * tolerance;
            Geometry[] seen =
                    Stream.of(exact).map(one -> withoutSpecks(one, least)).toArray(Geometry[]::new);
            simple = CoverageSimplifier.simplify(seen, tolerance);
            for (int i = 0; i < simple.length; i++) {
                simple[i] = simple[i].isEmpty() ? seen[i].getEnvelope() : simple[i];
            }
            tolerance *= COARSER;
        } while (positions(simple) > MOST_POSITIONS && tolerance < SIZE);
        return simple;
    }

    private static int positions(Geometry[] geometries) {
        return Stream.of(geometries).mapToInt(Geometry::getNumPoints).sum();
    }

    private static Geometry withoutSpecks(Geometry geometry, double least) {
        List<Polygon> parts = parts(geometry);
        Polygon largest =
                parts.stream().max(Comparator.comparingDouble(Polygon::getArea)).orElseThrow();
        return FACTORY.createMultiPolygon(parts.stream()
                .filter(part -> part.equals(largest) || part.getArea() >= least)
                .toArray(Polygon[]::new));
    }

    private static List<Polygon> parts(Geometry geometry) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add((Polygon) geometry.getGeometryN(i));
        }
        return parts;
    }

    private static Outline.Piece piece(String area, Geometry simple) {
        MaximumInscribedCircle circle = new MaximumInscribedCircle(simple, 1);
        Coordinate middle = circle.getCenter().getCoordinate();
        return new Outline.Piece(
                area, path(simple), new Outline.Spot((int) Math.round(middle.x), (int) Math.round(middle.y), (int)
                        circle.getRadiusLine().getLength()));
    }

    private static String path(Geometry simple) {
        StringBuilder path = new StringBuilder();
        for (Polygon part : parts(simple)) {
            add(path, part.getExteriorRing().getCoordinates());
            for (int i = 0; i < part.getNumInteriorRing(); i++) {
                add(path, part.getInteriorRingN(i).getCoordinates());
            }
        }
        return path.toString();
    }

    /** In whole units, each from the one before; the last position is the first. */
    private static void add(StringBuilder path, Coordinate[] ring) {
        long x = Math.round(ring[0].x);
        long y = Math.round(ring[0].y);
        path.append('M').append(x).append(' ').append(y).append('l');
        String between = "";
        for (int i = 1; i < ring.length - 1; i++) {
            long right = Math.round(ring[i].x) - x;
            long down = Math.round(ring[i].y) - y;
            if (right != 0 || down != 0) {
                path.append(between).append(right).append(' ').append(down);
                between = " ";
                x += right;
                y += down;
            }
        }
        path.append(between.isEmpty() ? "1 1z" : "z");
    }
}

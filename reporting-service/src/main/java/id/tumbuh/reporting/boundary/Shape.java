package id.tumbuh.reporting.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemCode;
import id.tumbuh.platform.http.ProblemException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Checks a geometry of RFC 7946; the first thing that is wrong is told by its place. */
final class Shape {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double EAST = 180;
    private static final double NORTH = 90;
    private static final int SHORTEST_RING = 4;
    private static final int LONGEST_POSITION = 3;

    private final String pointer;

    private Shape(String pointer) {
        this.pointer = pointer;
    }

    /** Refuses what is no polygon or multipolygon that can be drawn. */
    static void check(JsonNode geometry, String pointer) {
        new Shape(pointer).checkValid(read(geometry, pointer));
    }

    /** A polygon or multipolygon in longitude and latitude. */
    static Geometry read(JsonNode geometry, String pointer) {
        JsonNode coordinates = geometry.path("coordinates");
        String place = pointer + "/coordinates";
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> polygon(coordinates, place);
            case "MultiPolygon" -> polygons(coordinates, place);
            default -> throw wrong(pointer + "/type", BoundaryProblem.NOT_A_POLYGON);
        };
    }

    private static Geometry polygons(JsonNode coordinates, String place) {
        needArray(coordinates, place);
        Polygon[] polygons = new Polygon[coordinates.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = polygon(coordinates.get(i), place + "/" + i);
        }
        return FACTORY.createMultiPolygon(polygons);
    }

    private static Polygon polygon(JsonNode rings, String place) {
        needArray(rings, place);
        LinearRing[] holes = new LinearRing[rings.size() - 1];
        LinearRing shell = ring(rings.get(0), place + "/0");
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(rings.get(i + 1), place + "/" + (i + 1));
        }
        return FACTORY.createPolygon(shell, holes);
    }

    private static LinearRing ring(JsonNode positions, String place) {
        needArray(positions, place);
        if (positions.size() < SHORTEST_RING) {
            throw wrong(place, BoundaryProblem.RING_TOO_SHORT);
        }
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = position(positions.get(i), place + "/" + i);
        }
        if (!ring[0].equals2D(ring[ring.length - 1])) {
            throw wrong(place, BoundaryProblem.RING_NOT_CLOSED);
        }
        return FACTORY.createLinearRing(ring);
    }

    private static Coordinate position(JsonNode position, String place) {
        if (!position.isArray() || position.size() < 2 || position.size() > LONGEST_POSITION) {
            throw wrong(place, CommonProblem.WRONG_TYPE);
        }
        for (JsonNode number : position) {
            if (!number.isNumber()) {
                throw wrong(place, CommonProblem.NOT_A_NUMBER);
            }
        }
        double longitude = position.get(0).doubleValue();
        double latitude = position.get(1).doubleValue();
        if (Math.abs(longitude) > EAST || Math.abs(latitude) > NORTH) {
            throw wrong(place, BoundaryProblem.OTHER_COORDINATES);
        }
        return new Coordinate(longitude, latitude);
    }

    private static void needArray(JsonNode node, String place) {
        if (!node.isArray() || node.isEmpty()) {
            throw wrong(place, CommonProblem.WRONG_TYPE);
        }
    }

    private void checkValid(Geometry read) {
        TopologyValidationError error = new IsValidOp(read).getValidationError();
        if (error != null) {
            Coordinate where = error.getCoordinate();
            // Where boundaries cross is no secret of anybody, and without it nobody finds it among ten thousand
            // positions.
            String words = where == null ? error.getMessage() : error.getMessage() + " at " + where.x + " " + where.y;
            throw new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                    .detail(words)
                    .at(pointer + "/coordinates", reason(error.getErrorType())));
        }
    }

    private static ProblemCode reason(int error) {
        return switch (error) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                BoundaryProblem.CROSSES_ITSELF;
            case TopologyValidationError.HOLE_OUTSIDE_SHELL, TopologyValidationError.NESTED_HOLES ->
                BoundaryProblem.HOLE_MISPLACED;
            default -> BoundaryProblem.NOT_VALID;
        };
    }

    static ProblemException wrong(String pointer, ProblemCode reason) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST).at(pointer, reason));
    }
}

package id.tumbuh.reporting.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.http.CommonProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a FeatureCollection of boundaries, strictly. */
final class Supplied {
    /** More than the kecamatan of the largest province. */
    private static final int MOST_FEATURES = 2000;

    private static final int LONGEST_WORDS = 1000;

    private Supplied() {}

    static List<Boundary> read(@Nullable JsonNode body) {
        if (body == null || !body.path("type").asText().equals("FeatureCollection")) {
            throw Shape.wrong("/type", CommonProblem.WRONG_TYPE);
        }
        if (body.has("crs")) {
            throw Shape.wrong("/crs", BoundaryProblem.OTHER_COORDINATES);
        }
        String licence = words(body, "licence");
        String attribution = words(body, "attribution");
        JsonNode features = body.path("features");
        if (!features.isArray() || features.isEmpty()) {
            throw Shape.wrong("/features", CommonProblem.REQUIRED);
        }
        if (features.size() > MOST_FEATURES) {
            throw new ProblemException(Problem.of(CommonProblem.TOO_MANY_ROWS));
        }
        Set<String> seen = new HashSet<>();
        List<Boundary> boundaries = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            String place = "/features/" + i;
            String area = area(features.get(i), place);
            if (!seen.add(area)) {
                throw Shape.wrong(place + "/properties/areaCode", BoundaryProblem.AREA_TWICE);
            }
            Shape.check(features.get(i).path("geometry"), place + "/geometry");
            boundaries.add(new Boundary(area, geometry(features.get(i)), licence, attribution));
        }
        return boundaries;
    }

    private static String words(JsonNode body, String field) {
        String text = body.path(field).asText("").strip();
        if (text.isEmpty()) {
            throw Shape.wrong("/" + field, CommonProblem.REQUIRED);
        }
        if (text.length() > LONGEST_WORDS) {
            throw Shape.wrong("/" + field, CommonProblem.OUT_OF_RANGE);
        }
        return text;
    }

    private static String area(JsonNode feature, String place) {
        String area = feature.path("properties").path("areaCode").asText("");
        if (!AreaCode.isValid(area)) {
            throw Shape.wrong(
                    place + "/properties/areaCode",
                    area.isEmpty() ? CommonProblem.REQUIRED : CommonProblem.INVALID_AREA);
        }
        return area;
    }

    /** Its type and coordinates; whatever else stood there is not kept. */
    private static ObjectNode geometry(JsonNode feature) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", feature.path("geometry").path("type").textValue())
                .set("coordinates", feature.path("geometry").path("coordinates"));
    }
}

package id.tumbuh.reporting.boundary;

import com.fasterxml.jackson.databind.JsonNode;

/** The boundary of an area as it was supplied: a Polygon or MultiPolygon of RFC 7946, and the words it came with. */
record Boundary(String area, JsonNode geometry, String licence, String attribution) {}

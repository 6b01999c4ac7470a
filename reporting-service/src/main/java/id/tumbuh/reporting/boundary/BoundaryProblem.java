package id.tumbuh.reporting.boundary;

import id.tumbuh.platform.http.ProblemCode;

/** What is wrong with boundaries. The constant's name is the code on the wire: never renamed. */
enum BoundaryProblem implements ProblemCode {
    NO_BOUNDARIES(
            404,
            "Batas wilayah di bawah wilayah ini belum pernah diserahkan (PUT /v1/boundaries)",
            "No boundaries of the areas below this one were ever supplied (PUT /v1/boundaries)"),
    UNKNOWN_AREA(400, "Wilayah ini tidak ada", "There is no such area"),
    AREA_TWICE(400, "Wilayah ini sudah ada di fitur lain", "Another feature has this area"),
    NOT_A_POLYGON(400, "Bukan Polygon atau MultiPolygon", "Neither a Polygon nor a MultiPolygon"),
    OTHER_COORDINATES(
            400,
            "Hanya bujur dan lintang WGS 84 (RFC 7946), tanpa crs",
            "Only longitude and latitude of WGS 84 (RFC 7946), without a crs"),
    RING_TOO_SHORT(400, "Cincin memerlukan empat titik atau lebih", "A ring takes four positions or more"),
    RING_NOT_CLOSED(
            400,
            "Titik pertama dan terakhir cincin harus sama",
            "The first and the last position of a ring must be the same"),
    CROSSES_ITSELF(400, "Batas ini memotong dirinya sendiri", "The boundary crosses itself"),
    HOLE_MISPLACED(
            400,
            "Lubang di luar batas, atau lubang di dalam lubang",
            "A hole outside of the boundary, or inside another hole"),
    NOT_VALID(400, "Bentuk ini bukan batas yang sah", "The shape is no valid boundary");

    private final int status;
    private final String indonesian;
    private final String english;

    BoundaryProblem(int status, String indonesian, String english) {
        this.status = status;
        this.indonesian = indonesian;
        this.english = english;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String indonesian() {
        return indonesian;
    }

    @Override
    public String english() {
        return english;
    }
}

package id.tumbuh.measurement.quality;

import id.tumbuh.platform.http.ProblemCode;

/** What can be wrong with a question about the quality of measuring. */
enum QualityProblem implements ProblemCode {
    UNKNOWN_GROUPING("Kelompokkan menurut posyandu, measurer atau kit", "Group by posyandu, measurer or kit"),
    AREA_TOO_WIDE("Sebutkan desa atau kecamatan", "Name a desa or a kecamatan");

    private final String indonesian;
    private final String english;

    QualityProblem(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    @Override
    public int status() {
        return 400;
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

package id.tumbuh.reporting.rebuild;

import id.tumbuh.platform.http.ProblemCode;

/** Why the projections are not built again. The constant's name is the code on the wire: never renamed. */
enum RebuildProblem implements ProblemCode {
    REBUILD_RUNS(
            409,
            "Pembangunan ulang sedang berjalan; tunggu sampai selesai",
            "They are being built already; wait for its end");

    private final int status;
    private final String indonesian;
    private final String english;

    RebuildProblem(int status, String indonesian, String english) {
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

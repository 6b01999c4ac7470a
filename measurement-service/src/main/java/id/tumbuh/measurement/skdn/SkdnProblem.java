package id.tumbuh.measurement.skdn;

import id.tumbuh.platform.http.ProblemCode;

/** What can be wrong with a question about a month. */
enum SkdnProblem implements ProblemCode {
    INVALID_MONTH(400, "Bukan bulan yang benar (TTTT-BB)", "Not a month (YYYY-MM)"),
    MONTH_TO_COME(400, "Bulan itu belum tiba", "That month has not come"),
    NO_REOPENING_REASON(
            400,
            "Alasan membuka kembali: LATE_WEIGHINGS, WRONG_FIGURES atau OTHER",
            "A reason is one of LATE_WEIGHINGS, WRONG_FIGURES, OTHER"),
    NO_RECAP_OF_THIS_AREA(
            400, "Rekap dibuat untuk desa (F1) atau kecamatan (F2)", "A recap is of a desa (F1) or a kecamatan (F2)");

    private final int status;
    private final String indonesian;
    private final String english;

    SkdnProblem(int status, String indonesian, String english) {
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

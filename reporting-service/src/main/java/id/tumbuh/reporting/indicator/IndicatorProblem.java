package id.tumbuh.reporting.indicator;

import id.tumbuh.platform.http.ProblemCode;

/** What can be wrong with the period of a question. The constant's name is the code on the wire: never renamed. */
public enum IndicatorProblem implements ProblemCode {
    PERIOD_UNKNOWN(
            400,
            "Bukan triwulan (2026-Q1), semester (2026-S1), atau tahun (2026)",
            "Not a quarter (2026-Q1), a semester (2026-S1) or a year (2026)"),
    PERIOD_AHEAD(400, "Periode ini belum dimulai", "This period has not begun"),
    MONTH_OUTSIDE_PERIOD(
            400,
            "Bulan ini tidak terletak dalam periode yang diminta",
            "The month does not lie in the period asked for"),
    PERIOD_NOT_PUBLISHED(
            400,
            "Yang dipublikasikan adalah bulan; mintalah dengan month",
            "Months are what is published; ask with `month`");

    private final int status;
    private final String indonesian;
    private final String english;

    IndicatorProblem(int status, String indonesian, String english) {
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

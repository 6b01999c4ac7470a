package id.tumbuh.measurement.exchange;

import id.tumbuh.platform.http.ProblemCode;

/** What can be wrong with asking for an export. */
enum ExchangeProblem implements ProblemCode {
    STUDY_WITHOUT_KEY(
            400,
            "Ekspor yang dapat digabung per penelitian belum diaktifkan di instalasi ini",
            "Exports that a study can join are not set up in this installation"),
    TOO_MANY_EXPORTS(
            503, "Ekspor lain sedang berjalan, coba lagi sebentar lagi", "Other exports are under way, try again soon");

    private final int status;
    private final String indonesian;
    private final String english;

    ExchangeProblem(int status, String indonesian, String english) {
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

package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.http.ProblemCode;

/** Why something can't be done with a report. The constant's name is the code on the wire: never renamed. */
public enum EvaluationProblem implements ProblemCode {
    NOT_A_SEMESTER(400, "Laporan dibuat untuk semester, misalnya 2026-S1", "A report is of a semester, as 2026-S1"),
    SEMESTER_AHEAD(400, "Semester ini belum dimulai", "This semester has not begun"),
    NOBODY_ABOVE(400, "Di atas pusat tidak ada yang menerima laporan", "Nobody above the centre receives a report"),
    REMARKS_NEEDED(400, "Sebutkan apa yang harus diperbaiki", "Say what has to be put right"),
    NOT_ITS_OFFICE(
            403,
            "Hanya TPPS wilayah itu sendiri yang menulis dan mengirim laporannya",
            "Only the TPPS of that very area writes and hands in its report"),
    NOT_THE_OFFICE_ABOVE(
            403,
            "Hanya tingkat tepat di atasnya yang memutuskan laporan ini",
            "Only the level right above decides on this report"),
    OWN_REPORT(
            403,
            "Anda mengirim laporan ini sendiri; orang lain yang memutuskannya",
            "You handed this report in yourself; somebody else decides on it"),
    SEMESTER_NOT_OVER(409, "Semester ini belum berakhir", "This semester is not over"),
    TEXTS_MISSING(
            409,
            "Tulis kendala dan rencana tindak lanjut sebelum mengirim",
            "Write down obstacles and follow-up before handing in"),
    NOT_OPEN(409, "Laporan ini sudah dikirim dan tidak dapat diubah", "This report was handed in and can't be changed"),
    NOT_SUBMITTED(409, "Laporan ini tidak sedang menunggu keputusan", "This report does not wait for a decision");

    private final int status;
    private final String indonesian;
    private final String english;

    EvaluationProblem(int status, String indonesian, String english) {
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

package id.tumbuh.reporting.publication;

import id.tumbuh.platform.http.ProblemCode;

/** Why a publication is refused. The constant's name is the code on the wire: never renamed. */
enum PublicationProblem implements ProblemCode {
    BELOW_KECAMATAN(
            400, "Angka di bawah kecamatan tidak dipublikasikan", "Nothing smaller than a kecamatan is published"),
    TEXT_NOT_CONFIRMED(
            400,
            "Catatan dan alasan tampil di halaman publik; nyatakan bahwa tulisannya untuk semua orang",
            "Note and reason are shown in public: confirm that their words are for everybody"),
    MONTH_AHEAD(400, "Bulan ini belum dimulai", "The month has not begun"),
    REVISION_NEEDS_REASON(
            409,
            "Bulan ini sudah dipublikasikan; sebutkan alasan revisinya",
            "The month was published before: give the reason of the revision"),
    NOTHING_TO_PUBLISH(
            409, "Belum ada angka untuk wilayah dan bulan ini", "There are no figures of the area and month yet");

    private final int status;
    private final String indonesian;
    private final String english;

    PublicationProblem(int status, String indonesian, String english) {
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

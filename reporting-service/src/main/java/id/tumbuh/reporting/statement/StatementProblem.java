package id.tumbuh.reporting.statement;

import id.tumbuh.platform.http.ProblemCode;

/** Why a statement is refused. The constant's name is the code on the wire: never renamed. */
public enum StatementProblem implements ProblemCode {
    TEXT_NAMES_SOMEBODY(
            400,
            "Tulisan ini memuat nomor seperti NIK atau telepon",
            "The words hold a number like a NIK or a telephone number"),
    AREA_TOO_SMALL(
            400,
            "Survei hanya berlaku untuk kabupaten/kota, provinsi, atau negara",
            "A survey speaks of a kabupaten or kota, a province or the country"),
    INSTRUMENT_UNKNOWN(400, "Survei ini tidak ada dalam daftar", "This survey is not in the list"),
    INDICATOR_UNKNOWN(400, "Indikator ini tidak ada dalam daftar", "This indicator is not in the list"),
    INTERVAL_UNFIT(
            400,
            "Rentang harus mempunyai dua batas dan memuat angkanya",
            "An interval has two bounds and holds the estimate"),
    NOTHING_STATED(
            400,
            "Sebutkan pembilang, persen, atau pernyataannya",
            "Give the numerator, the percentage or the statement"),
    DENOMINATOR_UNFIT(
            400,
            "Penyebut memerlukan pembilang dan tidak boleh lebih kecil",
            "A denominator needs a numerator and is not smaller");

    private final int status;
    private final String indonesian;
    private final String english;

    StatementProblem(int status, String indonesian, String english) {
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

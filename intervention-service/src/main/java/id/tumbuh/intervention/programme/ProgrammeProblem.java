package id.tumbuh.intervention.programme;

import id.tumbuh.platform.http.ProblemCode;

/** Why something about programmes is refused. The constant's name is the code on the wire: never renamed. */
enum ProgrammeProblem implements ProblemCode {
    LATE_UNKNOWN(400, "late harus true atau false", "late must be true or false"),
    YEAR_OUT_OF_RANGE(400, "Tahun harus 2000 sampai 2100", "The year must be 2000 to 2100"),
    SOURCE_UNKNOWN(400, "Sumber anggaran tidak dikenal", "A source of money is not known"),
    INDICATOR_UNKNOWN(
            400,
            "Indikator tidak ada dalam daftar untuk jenis intervensi ini",
            "The indicator is not in the list for this kind of intervention"),
    TEXT_NAMES_SOMEBODY(
            400,
            "Tulisan ini memuat nomor seperti NIK atau telepon",
            "The words hold a number like a NIK or a telephone number"),
    PARENT_UNFIT(
            400,
            "Program induk harus dari tahun yang sama, di wilayah yang lebih luas, dan bukan bagian program lain",
            "The programme it is part of must be of the same year, of an area around it, and no part of another"),
    QUARTER_NOT_BEGUN(400, "Triwulan ini belum mulai", "The quarter has not begun"),
    TIME_OUTSIDE_OF_YEAR(
            400,
            "Waktu harus dalam tahun program",
            "The time must lie within the programme's year, its end not before its start"),
    NOT_YOUR_FIELD(
            403,
            "Program ini bukan bidang OPD Anda",
            "The programme belongs to an OPD of another field than your token names"),
    OPD_UNKNOWN(404, "OPD ini tidak ditemukan", "There is no such OPD"),
    NEED_NOT_OPEN(409, "Kebutuhan ini tidak terbuka", "There is no such open need"),
    PROGRAMME_SERVES_NO_NEED(
            409,
            "Program ini tidak menyebut kebutuhan yang dilayani",
            "The programme names nothing of a need that it gives"),
    ALREADY_FUNDED(
            409,
            "Kebutuhan ini sudah dibiayai program lain pada waktu itu",
            "Another programme gives the same to this need in that time"),
    GIVEN_BY_SPONSOR(
            409,
            "Orang tua asuh sudah memberi hal yang sama pada waktu itu",
            "A sponsor gives the same to this need in that time"),
    OPD_HAS_PROGRAMMES(409, "OPD ini masih mempunyai program", "The OPD still has programmes"),
    PROGRAMME_HAS_NEEDS(
            409,
            "Masih ada kebutuhan dalam daftar program ini",
            "There are needs on the list of the programme: what it gives can't change"),
    PROGRAMME_WITHDRAWN(409, "Program ini sudah dibatalkan", "The programme was withdrawn"),
    ID_TAKEN(409, "Id sudah dipakai isi yang lain", "The id belongs to other content");

    private final int status;
    private final String indonesian;
    private final String english;

    ProgrammeProblem(int status, String indonesian, String english) {
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

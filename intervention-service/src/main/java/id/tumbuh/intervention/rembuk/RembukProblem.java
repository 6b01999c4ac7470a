package id.tumbuh.intervention.rembuk;

import id.tumbuh.platform.http.ProblemCode;

/** Why something about a rembuk is refused. The constant's name is the code on the wire: never renamed. */
enum RembukProblem implements ProblemCode {
    COMMITMENT_STATE_UNKNOWN(
            400, "Status harus OPEN, KEPT, BROKEN atau WITHDRAWN", "The state must be OPEN, KEPT, BROKEN or WITHDRAWN"),
    OVERDUE_UNKNOWN(400, "overdue harus true atau false", "overdue must be true or false"),
    PARTY_KIND_UNKNOWN(400, "Jenis pihak tidak dikenal", "The kind of party is not known"),
    DUE_BEFORE_THE_MEETING(400, "Batas waktu sebelum hari rembuk", "The due day is before the day of the meeting"),
    COMMITMENT_TWICE(400, "Id komitmen dipakai dua kali", "The id of a commitment stands twice"),
    AREA_STAYS(400, "Wilayah rembuk tidak dapat diganti", "The area of a rembuk stays"),
    TEXT_NAMES_SOMEBODY(
            400,
            "Tulisan ini memuat nomor seperti NIK atau telepon",
            "The words hold a number like a NIK or a telephone number"),
    KEPT_DAY_OUT_OF_RANGE(
            400, "Tanggal harus antara hari rembuk dan hari ini", "The day must be from that of the meeting to today"),
    REVISION_UNKNOWN(404, "Revisi ini tidak ada", "There is no such revision"),
    REMBUK_SIGNED(
            409,
            "Sudah ditandatangani; buat revisi lebih dulu",
            "It was signed and stays as it is; open a revision first"),
    REMBUK_NOT_SIGNED(409, "Belum ditandatangani", "It was not signed yet"),
    REMBUK_NOT_HELD_YET(409, "Rembuk belum dilaksanakan", "The meeting was not held yet"),
    MINUTES_CHANGED(
            409,
            "Isi sudah berubah sejak dibaca; baca lagi sebelum menandatangani",
            "The minutes have changed since they were read; read them again before signing"),
    COMMITMENT_STATE_FORBIDS(
            409, "Status komitmen tidak mengizinkan tindakan ini", "The state of the commitment does not allow this"),
    ID_TAKEN(409, "Id sudah dipakai isi yang lain", "The id belongs to other content");

    private final int status;
    private final String indonesian;
    private final String english;

    RembukProblem(int status, String indonesian, String english) {
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

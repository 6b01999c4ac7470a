package id.tumbuh.registry.erasure;

import id.tumbuh.platform.http.ProblemCode;

/** Why an erasure is refused. The constant's name is the code on the wire: never renamed. */
enum ErasureProblem implements ProblemCode {
    ERASURE_REASON_UNKNOWN(422, "Alasan tidak dikenal", "The reason is not known"),
    ERASURE_REFERENCE_INVALID(
            422,
            "Nomor permohonan hanya huruf, angka dan tanda - _ . / tanpa nomor identitas",
            "A reference has letters, digits, - _ . / and no identity number"),
    ERASURE_ALREADY_REQUESTED(409, "Penghapusan sudah diminta", "The erasure was asked for already"),
    ERASURE_NEEDS_ANOTHER_PERSON(
            409, "Harus disetujui oleh orang lain", "Somebody else than who asked for it must approve"),
    ERASURE_DONE(409, "Sudah dihapus dan tidak dapat dibatalkan", "It was carried out and can't be taken back");

    private final int status;
    private final String indonesian;
    private final String english;

    ErasureProblem(int status, String indonesian, String english) {
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

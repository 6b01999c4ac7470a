package id.tumbuh.registry.consent;

import id.tumbuh.platform.http.ProblemCode;

/** Why a consent is refused. The constant's name is the code on the wire: never renamed. */
enum ConsentProblem implements ProblemCode {
    CONSENT_ID_TAKEN(409, "ID persetujuan sudah dipakai untuk isi yang lain", "The id belongs to another consent"),
    CONSENT_SUBJECT_UNCLEAR(422, "Sebutkan satu anak atau satu keluarga", "Name one child or one family"),
    /** Also of one outside of the caller's areas: nobody learns which. */
    CONSENT_SUBJECT_UNKNOWN(422, "Anak atau keluarga ini tidak ditemukan", "There is no such child or family"),
    CONSENT_PURPOSE_UNKNOWN(422, "Tujuan tidak dikenal", "The purpose is not known"),
    CONSENT_BASIS_UNKNOWN(422, "Dasar hukum tidak dikenal", "The legal basis is not known"),
    CONSENT_GIVER_NOT_ENTITLED(
            422, "Orang ini tidak berhak memberi persetujuan", "This relation may not speak for the child or family"),
    CONSENT_EVIDENCE_UNKNOWN(422, "Jenis bukti tidak dikenal", "The kind of evidence is not known"),
    CONSENT_REFERENCE_INVALID(
            422,
            "Nomor bukti hanya huruf, angka dan tanda - _ . / tanpa nomor identitas",
            "A reference has letters, digits, - _ . / and no identity number"),
    CONSENT_TIME_INVALID(422, "Masa berlaku tidak dapat diterima", "The time it holds is not acceptable"),
    CONSENT_TOO_LONG(422, "Masa berlaku terlalu panjang", "It would hold for too long");

    private final int status;
    private final String indonesian;
    private final String english;

    ConsentProblem(int status, String indonesian, String english) {
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

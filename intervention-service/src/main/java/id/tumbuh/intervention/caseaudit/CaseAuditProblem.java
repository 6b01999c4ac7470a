package id.tumbuh.intervention.caseaudit;

import id.tumbuh.platform.http.ProblemCode;

/** Why a case audit refuses something. The constant's name is the code on the wire: never renamed. */
enum CaseAuditProblem implements ProblemCode {
    STAGE_UNKNOWN(400, "Tahap tidak dikenal", "The stage is not known"),
    GROUP_UNKNOWN(400, "Kelompok tidak dikenal", "The group is not known"),
    NOT_YOUR_FIELD(403, "Bukan bidang OPD akun Anda", "Of another field than the OPD that your token names"),
    /** Also for what lies outside of the caller's areas: what is foreign isn't there. */
    CASE_UNKNOWN(404, "Kasus ini tidak ditemukan", "There is no such case"),
    ROUND_UNKNOWN(404, "Putaran audit ini tidak ditemukan", "There is no such round"),
    FOLLOW_UP_UNKNOWN(404, "Tindak lanjut ini tidak ditemukan", "There is no such follow-up"),
    STAGE_WRONG(409, "Langkah ini tidak dapat dilakukan pada tahap kasus sekarang", "Not possible in the case's stage"),
    WORKSHEET_REVIEWED(
            409, "Kertas kerja sudah dikaji dan tidak dapat diubah", "The worksheet was reviewed and stays as it is"),
    ONE_EXPERT_EACH(409, "Satu orang mengkaji sebagai satu pakar saja", "A person reviews as one kind of expert only"),
    FOLLOW_UPS_OPEN(409, "Masih ada tindak lanjut yang belum selesai", "A follow-up is still open"),
    FOLLOW_UP_COMPLETED(409, "Tindak lanjut ini sudah selesai", "The follow-up is completed"),
    ROUND_ID_TAKEN(409, "ID putaran sudah dipakai", "The id belongs to another round"),
    ROUND_EXISTS(409, "Semester ini sudah punya putaran audit", "The semester has a round already"),
    ROUND_HAS_CASES(409, "Putaran sudah punya kasus", "The round has cases already"),
    FIELD_NOT_TOLD(422, "Bidang ini belum menerima diseminasi", "The field was not told of the case"),
    WORD_UNKNOWN(422, "Pilihan tidak ada dalam daftar", "Not a word of the list"),
    WORD_TWICE(422, "Disebut dua kali", "Named twice"),
    ANSWER_UNKNOWN(422, "Isian tidak ada dalam kertas kerja", "Not a field of the worksheet"),
    ANSWER_REQUIRED(422, "Wajib diisi", "Required"),
    ANSWER_INVALID(422, "Jenis isian salah", "The answer has the wrong type"),
    ANSWER_OUT_OF_RANGE(422, "Di luar batas", "Outside of the range"),
    WORKSHEET_INCOMPLETE(422, "Kertas kerja belum dapat diterima", "The worksheet is not acceptable"),
    REASON_REQUIRED(422, "Alasan wajib disebutkan", "A reason is needed"),
    EVIDENCE_REQUIRED(422, "Bukti wajib disebutkan", "Evidence is needed"),
    REFERENCE_INVALID(422, "Nomor bukti hanya huruf besar, angka, titik, garis", "Not the number of a document"),
    KABUPATEN_REQUIRED(422, "Perlu kode kabupaten atau kota", "The code of a kabupaten or kota is needed"),
    OUTSIDE_SEMESTER(422, "Tanggal di luar semester", "The day lies outside of the semester"),
    NO_WORKSHEET_YET(409, "Kertas kerja belum diisi", "The worksheet has not been filled in");

    private final int status;
    private final String indonesian;
    private final String english;

    CaseAuditProblem(int status, String indonesian, String english) {
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

package id.tumbuh.intervention.referral;

import id.tumbuh.platform.http.ProblemCode;

/** Why a referral is not moved. The constant's name is the code on the wire: never renamed. */
enum ReferralProblem implements ProblemCode {
    STAGE_UNKNOWN(
            400,
            "Tahap harus SENT, ACCEPTED, DECLINED atau DONE",
            "The stage must be SENT, ACCEPTED, DECLINED or DONE"),
    LEVEL_UNKNOWN(
            400,
            "Tingkat harus KECAMATAN, KABUPATEN atau PROVINCE",
            "The level must be KECAMATAN, KABUPATEN or PROVINCE"),
    OVERDUE_UNKNOWN(400, "overdue harus true atau false", "overdue must be true or false"),
    DUE_DAY_OUT_OF_RANGE(
            400, "Batas waktu terlalu cepat atau terlalu lama", "The due day is in the past or too far ahead"),
    DECLINE_REASON_UNKNOWN(400, "Alasan penolakan tidak dikenal", "The reason for declining is not known"),
    PROOF_UNKNOWN(400, "Jenis bukti tidak dikenal", "The kind of proof is not known"),
    PROOF_DAY_OUT_OF_RANGE(
            400, "Tanggal bukti di luar masa rujukan", "The day of the proof is before the referral or in the future"),
    CAUSE_UNKNOWN(400, "Sebab rujukan tidak dikenal", "The cause of the referral is not known"),
    SUBJECT_UNCLEAR(400, "Sebutkan satu: familyId atau childId", "Name one of the two: familyId or childId"),
    SUBJECT_UNKNOWN(404, "Keluarga atau anak ini tidak ditemukan", "There is no such family or child"),
    /** Also for a token of an OPD that names no field: it reads, and moves nothing. */
    NOT_YOUR_FIELD(403, "Akun Anda tidak menyebut bidang OPD", "Your token names no field of an OPD"),
    REFERRAL_CLOSED(409, "Rujukan sudah ditutup", "The referral is closed"),
    REFERRAL_STAGE_FORBIDS(
            409, "Tahap rujukan tidak mengizinkan tindakan ini", "The stage of the referral does not allow this"),
    REFERRAL_FOLLOWS_FACTS(
            409,
            "Rujukan ini berakhir bila data keluarganya berubah",
            "The referral follows from what is known of the family and ends with it"),
    REFERRAL_ALREADY_OPEN(409, "Rujukan dengan sebab ini masih terbuka", "A referral for the same cause is still open"),
    REFERRAL_ID_TAKEN(409, "Id rujukan sudah dipakai", "The id belongs to another referral");

    private final int status;
    private final String indonesian;
    private final String english;

    ReferralProblem(int status, String indonesian, String english) {
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

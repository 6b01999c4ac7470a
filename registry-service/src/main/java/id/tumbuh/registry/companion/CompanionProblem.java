package id.tumbuh.registry.companion;

import id.tumbuh.platform.http.ProblemCode;

/** Why companionship refuses something. The constant's name is the code on the wire: never renamed. */
enum CompanionProblem implements ProblemCode {
    TEAM_UNKNOWN(422, "Tim pendamping tidak dikenal atau tidak aktif", "The team is not known or not active"),
    TEAM_NUMBER_TAKEN(409, "Nomor tim ini sudah ada di desa tersebut", "The desa already has a team of this number"),
    TEAM_ELSEWHERE(422, "Tim tidak melayani desa sasaran", "The team does not serve the desa of the target"),
    SUBJECT_INVALID(422, "Akun hanya huruf, angka dan tanda - _ . @, tanpa NIK", "An account has no identity number"),
    SUBJECT_TWICE(422, "Akun disebut dua kali", "An account is named twice"),
    NOT_OF_THE_TEAM(422, "Anda bukan anggota tim ini", "You are no member of the team"),
    TARGET_UNKNOWN(422, "Sasaran tidak dikenal", "The target is not known"),
    NOT_A_TARGET(422, "Bukan sasaran pendampingan", "It is not to be accompanied"),
    ASSIGNMENT_ID_TAKEN(409, "ID sudah dipakai untuk isi yang lain", "The id belongs to another assignment"),
    ASSIGNED_ALREADY(
            409,
            "Sasaran sudah didampingi; sebutkan penugasan yang digantikan",
            "The target is in the care of a team; name the assignment that is replaced"),
    ASSIGNMENT_ENDED(409, "Penugasan ini sudah berakhir dengan cara lain", "The assignment has ended otherwise"),
    DATE_IN_FUTURE(422, "Tanggal di masa depan", "The date lies in the future"),
    DATES_DISAGREE(422, "Tanggal-tanggal tidak sesuai satu sama lain", "The dates contradict each other"),
    REASON_INVALID(422, "Alasan berupa satu kata huruf besar", "A reason is one word in capital letters"),
    CHECKLIST_ITEM_UNKNOWN(422, "Butir daftar periksa tidak dikenal", "An item of the checklist is not known"),
    CHECKLIST_WITHOUT_VISIT(
            422, "Kunjungan yang tidak terlaksana tidak punya isian", "A visit that did not take place has no answers"),
    SERVICE_UNKNOWN(422, "Layanan tidak dikenal", "A service is not known"),
    AREA_TOO_WIDE(422, "Wilayah paling luas kabupaten atau kota", "The widest area is a kabupaten or kota"),
    MONTH_INVALID(400, "Bukan bulan yang sudah dimulai (TTTT-BB)", "Not a month that has begun (YYYY-MM)");

    private final int status;
    private final String indonesian;
    private final String english;

    CompanionProblem(int status, String indonesian, String english) {
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

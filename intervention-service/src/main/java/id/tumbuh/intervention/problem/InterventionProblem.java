package id.tumbuh.intervention.problem;

import id.tumbuh.platform.http.ProblemCode;

/** Why this service refuses something. The constant's name is the code on the wire: never renamed. */
public enum InterventionProblem implements ProblemCode {
    STATE_UNKNOWN(400, "Status harus OPEN atau CLOSED", "The state must be OPEN or CLOSED"),
    CAUSE_MALFORMED(400, "Bukan kode sebab", "Not the code of a cause"),
    ITEM_UNKNOWN(400, "Jenis bantuan tidak dikenal", "There is no such kind of help"),
    ORDER_UNKNOWN(400, "Urutan harus AREA atau RANK", "The order must be AREA or RANK"),
    FIELD_MALFORMED(400, "Bukan kode bidang OPD", "Not the code of an OPD's field"),
    SPONSOR_KIND_UNKNOWN(400, "Jenis orang tua asuh tidak dikenal", "There is no such kind of sponsor"),
    PLACEMENT_STATE_UNKNOWN(
            400, "Status harus HELD, COMMITTED atau ENDED", "The state must be HELD, COMMITTED or ENDED"),
    FILE_UNREADABLE(400, "Berkas tidak dapat dibaca", "The file can't be read"),
    LOOKS_LIKE_NIK(
            400, "Nomor 16 angka tidak boleh di sini: itu bisa NIK", "No number of 16 digits here: it may be a NIK"),
    HOUSE_SOURCE_UNKNOWN(
            400, "Sumber keterangan rumah tidak dikenal", "There is no such source of what is told of a house"),
    HOUSE_NOTE_ID_TAKEN(409, "Nomor catatan rumah ini sudah dipakai", "The id of this note is taken"),
    FAMILY_UNKNOWN(404, "Keluarga ini tidak ditemukan", "There is no such family"),
    SPONSOR_UNKNOWN(404, "Orang tua asuh ini tidak ditemukan", "There is no such sponsor"),
    PLACEMENT_UNKNOWN(404, "Pendampingan ini tidak ditemukan", "There is no such placement"),
    ENROLMENT_UNKNOWN(404, "Penerima program ini tidak ditemukan", "There is no such place on the list of a programme"),
    MATCHING_UNKNOWN(404, "Pencarian ini tidak ditemukan", "There is no such search"),
    MATCHING_RUNS(409, "Pencarian untuk wilayah ini sedang berjalan", "A search for this area is running"),
    MATCHING_NOT_OVER(409, "Pencarian belum selesai", "The search is not over"),
    AREA_TOO_LARGE(
            400, "Pilih kabupaten/kota atau wilayah di bawahnya", "Choose a kabupaten or kota, or an area below one"),
    CAPACITY_IN_USE(409, "Lebih banyak yang sedang didampingi", "More than that are being helped"),
    NEED_TAKEN(409, "Sudah ada orang tua asuhnya", "Another sponsor has it"),
    NEED_CLOSED(409, "Kebutuhan ini sudah ditutup", "The need is closed"),
    NO_PLACE_LEFT(
            409,
            "Kuota orang tua asuh habis atau janjinya tidak berlaku",
            "The sponsor has no place left, or its promise doesn't hold"),
    CONSENT_MISSING(409, "Belum ada persetujuan keluarga", "The family has not consented"),
    FUNDED_OTHERWISE(409, "Sudah dibiayai program OPD", "A programme of an OPD pays for it already"),
    PLACEMENT_NOT_HELD(409, "Tidak sedang dipesan", "It isn't held"),
    PLACEMENT_NOT_COMMITTED(409, "Belum ada janji", "It isn't committed"),
    PLACEMENT_ENDED(409, "Pendampingan ini sudah berakhir", "The placement has ended"),
    RENEWED_TOO_OFTEN(409, "Sudah terlalu sering diperpanjang", "It was renewed as often as the rule allows"),
    CLIENT_MALFORMED(
            400,
            "Kode aplikasi: 3 sampai 100 huruf kecil, angka, titik, garis",
            "The id of an application: 3 to 100 small letters, digits, dots, dashes"),
    KECAMATAN_AT_MOST(400, "Pilih kecamatan atau wilayah di atasnya", "Choose a kecamatan, or an area above one"),
    MONTH_MALFORMED(400, "Bukan bulan (TTTT-BB)", "Not a month (YYYY-MM)"),
    UNIT_MALFORMED(400, "Satuan: paling banyak 20 huruf", "A unit: at most 20 letters"),
    PARTNER_UNKNOWN(404, "Aplikasi mitra ini tidak ditemukan", "There is no such partner application"),
    PARTNER_NOT_REGISTERED(
            403, "Aplikasi ini belum terdaftar sebagai mitra", "The application is not registered as a partner"),
    PARTNER_SUSPENDED(403, "Aplikasi mitra ini sedang dihentikan", "The partner application is suspended"),
    TOO_FEW_CHILDREN(409, "Terlalu sedikit anak untuk dilaporkan", "Too few children to report on"),
    OUTSIDE_OF_PROMISE(409, "Hari itu di luar masa pendampingan", "The day is not one of the promised period"),
    WEBHOOK_UNKNOWN(404, "Webhook ini tidak ditemukan", "There is no such webhook"),
    WEBHOOK_DELIVERY_UNKNOWN(404, "Pengiriman ini tidak ditemukan", "There is no such delivery"),
    /** One code for all reasons, so that nobody learns from it what names mean inside of the installation's network. */
    WEBHOOK_TARGET_REFUSED(
            400,
            "Alamat webhook harus https ke nama publik pada port yang diizinkan",
            "The target must be https to a public name on an allowed port"),
    WEBHOOK_TYPE_UNKNOWN(400, "Jenis pemberitahuan tidak dikenal", "There is no such type of notification"),
    WEBHOOK_DISABLED(409, "Webhook ini dihentikan; daftarkan lagi", "The webhook is disabled; put it again"),
    TOO_MANY_WEBHOOKS(409, "Terlalu banyak webhook", "Too many webhooks"),
    PROVIDER_KIND_UNKNOWN(400, "Jenis penyedia tidak dikenal", "There is no such kind of provider"),
    PROVIDER_UNKNOWN(404, "Penyedia ini tidak ditemukan", "There is no such provider"),
    STOCK_SHORT(409, "Persediaan dapur tidak cukup", "The kitchen has not enough of it"),
    STOCK_FOREIGN(
            403,
            "Dapur ini di luar wilayah Anda: stoknya tidak dapat diambil",
            "The kitchen is not of your areas: its stock can't be taken"),
    DELIVERY_STATE_UNKNOWN(
            400,
            "Status harus PLANNED, DELIVERED, MISSED, REFUSED atau CANCELLED",
            "The state must be PLANNED, DELIVERED, MISSED, REFUSED or CANCELLED"),
    DELIVERY_UNKNOWN(404, "Pengiriman ini tidak ditemukan", "There is no such delivery"),
    DELIVERY_CANCELLED(409, "Pengiriman ini sudah dibatalkan", "The delivery was cancelled"),
    NOT_FOR_THIS_STATE(400, "Tidak berlaku untuk status ini", "Not with this state"),
    PHOTO_UNREADABLE(
            400, "Foto tidak dapat dibaca: kirim JPEG atau PNG", "The photo can't be read: send a JPEG or PNG"),
    PHOTO_TOO_LARGE(413, "Foto terlalu besar", "The photo is too large"),
    PHOTO_UNKNOWN(404, "Foto ini tidak ditemukan", "There is no such photo"),
    TOO_MANY_PHOTOS(
            409, "Sudah cukup banyak foto untuk pengiriman ini", "The delivery has as many photos as the rule allows"),
    /** Also for a need outside of the caller's areas: what is foreign isn't there. */
    NEED_UNKNOWN(404, "Kebutuhan ini tidak ditemukan", "There is no such need");

    private final int status;
    private final String indonesian;
    private final String english;

    InterventionProblem(int status, String indonesian, String english) {
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

package id.tumbuh.platform.http;

/** Problems every service may answer with; also the reasons given for a single field. */
public enum CommonProblem implements ProblemCode {
    MALFORMED_JSON(400, "Isi permintaan bukan JSON yang benar", "The body is not valid JSON"),
    INVALID_REQUEST(400, "Ada isian yang tidak dapat diterima", "Some fields are not acceptable"),
    REQUIRED(400, "Wajib diisi", "Required"),
    WRONG_TYPE(400, "Jenis nilainya salah", "The value has the wrong type"),
    UNKNOWN_FIELD(400, "Isian ini tidak dikenal di sini", "There is no such field here"),
    OUT_OF_RANGE(400, "Di luar batas yang diperbolehkan", "Outside the allowed range"),
    NOT_A_NUMBER(400, "Bukan angka", "Not a number"),
    INVALID_DATE(400, "Bukan tanggal yang benar (TTTT-BB-HH)", "Not a date (YYYY-MM-DD)"),
    INVALID_AREA(400, "Bukan kode wilayah bertitik", "Not a dotted area code"),
    INVALID_CURSOR(400, "Penanda halaman tidak dikenal", "The page cursor is not known"),
    TOO_MANY_ROWS(400, "Terlalu banyak baris", "Too many rows"),
    UNAUTHENTICATED(401, "Perlu masuk lebih dulu", "Authentication is required"),
    FORBIDDEN(403, "Peran Anda tidak mencakup tindakan ini", "Your role does not include this operation"),
    NOT_FOUND(404, "Tidak ditemukan", "Not found"),
    METHOD_NOT_ALLOWED(405, "Cara panggil ini tidak tersedia", "This method is not available here"),
    NOT_ACCEPTABLE(406, "Bentuk jawaban yang diminta tidak tersedia", "The requested representation is not available"),
    CONFLICT(409, "Sudah ada dengan isi yang lain", "It exists already with other content"),
    STILL_NOT_APPLICABLE(409, "Masih belum dapat diterapkan", "It still can't be applied"),
    LENGTH_REQUIRED(411, "Panjang isi harus disebutkan", "The length of the body must be given"),
    PRECONDITION_FAILED(412, "Sudah diubah oleh orang lain", "It was changed by somebody else"),
    BODY_TOO_LARGE(413, "Isi permintaan terlalu besar", "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Jenis isi ini tidak diterima", "This content type is not accepted"),
    PRECONDITION_REQUIRED(428, "Sertakan If-Match dari bacaan terakhir", "Send If-Match from the last read"),
    TOO_MANY_REQUESTS(429, "Terlalu banyak permintaan, coba lagi nanti", "Too many requests, try again later"),
    INTERNAL_ERROR(500, "Terjadi kesalahan di sistem", "Something went wrong in the system"),
    UNAVAILABLE(503, "Layanan sedang tidak tersedia, coba lagi nanti", "The service is not available, try again later");

    private final int status;
    private final String indonesian;
    private final String english;

    CommonProblem(int status, String indonesian, String english) {
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

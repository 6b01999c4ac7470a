package id.tumbuh.platform.sheet;

/** Why a file as a whole can't be read. */
public enum FileProblem {
    EMPTY_FILE("Berkas kosong", "The file is empty"),
    OLD_EXCEL_FILE(
            "Berkas .xls ini terlalu lama (sebelum Excel 97): buka di Excel lalu simpan sebagai .xlsx",
            "This .xls file is too old (before Excel 97): open it in Excel and save it as .xlsx"),
    ENCRYPTED_FILE(
            "Berkas dilindungi kata sandi: simpan tanpa kata sandi",
            "The file is protected by a password: save it without one"),
    NOT_A_SPREADSHEET("Bukan berkas .xlsx, .xls, CSV atau NDJSON", "This is no .xlsx, .xls, CSV or NDJSON file"),
    BROKEN_FILE("Berkas rusak atau terpotong", "The file is damaged or cut off"),
    EXPANDS_TOO_FAR("Isi berkas terlalu besar setelah dibuka", "The file is too large when unpacked"),
    UNSAFE_CONTENT("Berkas memuat bagian yang tidak diperbolehkan", "The file contains parts that are not allowed"),
    TOO_MANY_ROWS("Baris terlalu banyak", "The file has too many rows"),
    TOO_MANY_COLUMNS("Kolom terlalu banyak", "The file has too many columns"),
    CELL_TOO_LONG("Ada sel yang terlalu panjang", "A cell is too long"),
    NO_HEADER(
            "Baris judul kolom tidak ditemukan di 15 baris pertama",
            "No row of known column titles among the first 15 rows"),
    MISSING_COLUMN("Ada kolom wajib yang tidak ada", "A required column is missing");

    private final String indonesian;
    private final String english;

    FileProblem(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    public String indonesian() {
        return indonesian;
    }

    public String english() {
        return english;
    }
}

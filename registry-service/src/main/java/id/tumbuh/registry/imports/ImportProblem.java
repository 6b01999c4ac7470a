package id.tumbuh.registry.imports;

import id.tumbuh.platform.http.ProblemCode;

/** Why a source, a batch or a mapping profile is refused. The constant's name is the code on the wire: never renamed. */
enum ImportProblem implements ProblemCode {
    SOURCE_NAME_INVALID(
            400,
            "Nama sumber: huruf kecil, angka dan tanda hubung, paling panjang 50",
            "The name of a source: small letters, digits and hyphens, at most 50"),
    BATCH_ID_INVALID(
            400,
            "ID kiriman: huruf, angka, titik, titik dua, garis bawah dan tanda hubung, paling panjang 100, bukan NIK",
            "The id of a batch: letters, digits, dots, colons, underscores and hyphens, at most 100, and no NIK"),
    BATCH_TAKEN(409, "ID kiriman ini sudah dipakai untuk isi yang lain", "The batch id was used for other content"),
    BATCH_EMPTY(400, "Kiriman tidak memuat baris", "The batch holds no rows"),
    MAPPING_FIELD_UNKNOWN(400, "Isian ini tidak ada dalam format", "The format has no such field"),
    MAPPING_FIELD_TWICE(400, "Dua kolom untuk satu isian", "Two columns for one field"),
    MAPPING_COLUMN_TWICE(400, "Kolom ini disebut dua kali", "The column is named twice"),
    MAPPING_FIELD_MISSING(400, "Isian wajib belum dipetakan", "A required field is not mapped"),
    MAPPING_VALUE_TWICE(400, "Isi ini diartikan dua kali", "The value is given two meanings"),
    MAPPING_MEANING_UNKNOWN(400, "Arti ini tidak ada untuk isian tersebut", "The field knows no such meaning"),
    MAPPING_DATE_FORMAT(
            400,
            "Bentuk tanggal tidak dikenal; contoh: dd/MM/yyyy",
            "The date format is not known; for example dd/MM/yyyy");

    private final int status;
    private final String indonesian;
    private final String english;

    ImportProblem(int status, String indonesian, String english) {
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

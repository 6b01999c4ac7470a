package id.tumbuh.reporting.table;

import id.tumbuh.platform.http.ProblemCode;

/** Why a table is not given. The constant's name is the code on the wire: never renamed. */
enum TableProblem implements ProblemCode {
    TABLE_TOO_LARGE(
            409,
            "Tabel ini terlalu besar untuk satu berkas; mintalah wilayah yang lebih kecil",
            "The table is too large for one file: ask for a smaller area");

    private final int status;
    private final String indonesian;
    private final String english;

    TableProblem(int status, String indonesian, String english) {
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

package id.tumbuh.intervention.problem;

import id.tumbuh.platform.http.ProblemCode;

/** Why this service refuses something. The constant's name is the code on the wire: never renamed. */
public enum InterventionProblem implements ProblemCode {
    STATE_UNKNOWN(400, "Status harus OPEN atau CLOSED", "The state must be OPEN or CLOSED"),
    CAUSE_MALFORMED(400, "Bukan kode sebab", "Not the code of a cause"),
    ITEM_UNKNOWN(400, "Jenis bantuan tidak dikenal", "There is no such kind of help"),
    ORDER_UNKNOWN(400, "Urutan harus AREA atau RANK", "The order must be AREA or RANK"),
    FIELD_MALFORMED(400, "Bukan kode bidang OPD", "Not the code of an OPD's field"),
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

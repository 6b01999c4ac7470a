package id.tumbuh.registry.emergency;

import id.tumbuh.platform.http.ProblemCode;

/** Why an emergency access is refused. The constant's name is the code on the wire: never renamed. */
enum EmergencyProblem implements ProblemCode {
    EMERGENCY_ID_TAKEN(409, "ID sudah dipakai", "The id is taken"),
    EMERGENCY_AREA_TOO_WIDE(422, "Wilayah terlalu luas", "The area is too wide"),
    EMERGENCY_AREA_UNKNOWN(422, "Wilayah tidak dikenal", "The area is not known"),
    EMERGENCY_NOT_NEEDED(422, "Wilayah ini sudah termasuk kewenangan Anda", "The area is among yours already"),
    EMERGENCY_REASON_UNKNOWN(422, "Alasan tidak dikenal", "The reason is not known"),
    EMERGENCY_REFERENCE_INVALID(
            422,
            "Nomor rujukan hanya huruf, angka dan tanda - _ . / tanpa nomor identitas",
            "A reference has letters, digits, - _ . / and no identity number"),
    EMERGENCY_TOO_MANY(409, "Terlalu banyak akses darurat yang masih berlaku", "Too many emergency accesses at a time");

    private final int status;
    private final String indonesian;
    private final String english;

    EmergencyProblem(int status, String indonesian, String english) {
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

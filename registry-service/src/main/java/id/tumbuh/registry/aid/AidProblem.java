package id.tumbuh.registry.aid;

import id.tumbuh.platform.http.ProblemCode;

/** Why aid is refused. The constant's name is the code on the wire: never renamed. */
enum AidProblem implements ProblemCode {
    AID_ID_TAKEN(409, "ID sudah dipakai untuk isi yang lain", "The id belongs to other content"),
    AID_KIND_UNKNOWN(422, "Jenis bantuan tidak dikenal", "The kind of aid is not known"),
    AID_GIVER_INVALID(
            422,
            "Pemberi adalah lembaga: huruf kecil, angka, titik dan tanda hubung",
            "A giver is an organisation in lower-case letters, digits, dots and hyphens"),
    AID_FOR_WHOM(422, "Sebutkan keluarga, atau berapa yang termiskin", "Name families, or how many of the poorest"),
    AID_TOO_MANY(422, "Terlalu banyak keluarga", "Too many families"),
    AID_FAMILY_UNKNOWN(422, "Keluarga tidak dikenal di desa ini", "The family is not known in this desa"),
    AID_NOT_PLANNED(422, "Keluarga tidak termasuk dalam bantuan ini", "The family is not among those of the aid"),
    AID_REASON_INVALID(422, "Alasan hanya untuk yang tidak menerima", "A reason of the list, and only when missed"),
    AID_DATE_IN_FUTURE(422, "Tanggal di masa depan", "The date lies in the future");

    private final int status;
    private final String indonesian;
    private final String english;

    AidProblem(int status, String indonesian, String english) {
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

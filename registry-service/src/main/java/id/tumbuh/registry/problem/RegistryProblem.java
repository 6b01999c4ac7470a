package id.tumbuh.registry.problem;

import id.tumbuh.platform.http.ProblemCode;

/** Why the registry refuses something. The constant's name is the code on the wire: never renamed. */
public enum RegistryProblem implements ProblemCode {
    FIELD_UNKNOWN(422, "Ada isian yang tidak dikenal", "There is a field nobody knows"),
    ID_TAKEN(409, "ID sudah dipakai untuk isi yang lain", "The id is taken by other content"),
    AREA_UNKNOWN(422, "Kode wilayah tidak dikenal", "The area code is not known"),
    AREA_NOT_DESA(422, "Wilayah harus desa atau kelurahan", "The area must be a desa or kelurahan"),
    AREA_OUTSIDE_SCOPE(422, "Wilayah di luar kewenangan Anda", "The area is outside of your responsibility"),
    AREA_NOT_FAMILYS(422, "Wilayah anak berbeda dari wilayah keluarganya", "A child lives where its family lives"),
    FAMILY_UNKNOWN(422, "Keluarga tidak dikenal", "The family is not known"),
    POSYANDU_UNKNOWN(422, "Posyandu tidak dikenal", "The posyandu is not known"),
    POSYANDU_NAME_TAKEN(
            409, "Posyandu dengan nama ini sudah ada di desa tersebut", "The desa already has a posyandu of this name"),
    NIK_INVALID(422, "NIK tidak sah", "The NIK is not valid"),
    NIK_MASKED(422, "NIK tersamar tidak dapat dipakai", "A masked NIK cannot be used"),
    FAMILY_CARD_INVALID(422, "Nomor KK tidak sah", "The family card number is not valid"),
    BIRTH_DATE_IN_FUTURE(422, "Tanggal lahir di masa depan", "The birth date lies in the future"),
    IMPORT_FORMAT_UNKNOWN(422, "Format impor tidak dikenal", "The import format is not known"),
    IMPORT_ROW_NOT_OPEN(409, "Baris ini tidak menunggu keputusan", "This row does not wait for a decision"),
    IMPORT_NOT_FINISHED(409, "Impor masih berjalan", "The import is still running"),
    IMPORT_CHOICE_INVALID(
            422, "Pilih satu anak dari daftar, atau anak baru", "Choose one of the candidates, or a new child"),
    SEARCH_EMPTY(422, "Isi NIK, atau nama dengan wilayah", "Give a NIK, or a name with an area");

    private final int status;
    private final String indonesian;
    private final String english;

    RegistryProblem(int status, String indonesian, String english) {
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

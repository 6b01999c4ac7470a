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
    RELATION_OF_OTHER_SEX(422, "Hubungan keluarga tidak sesuai jenis kelamin", "The relation belongs to the other sex"),
    MEMBER_UNKNOWN(422, "Anggota keluarga tidak dikenal", "The member is not known"),
    NO_MOTHER(422, "Bukan perempuan usia hamil", "Not a woman who may be pregnant"),
    MOTHER_OF_ANOTHER(422, "Ibu kehamilan tidak dapat diganti", "The mother of a pregnancy cannot be changed"),
    PREGNANT_ALREADY(409, "Ibu ini masih tercatat hamil", "The mother has a pregnancy that goes on"),
    PREGNANCY_ENDED(409, "Kehamilan ini sudah berakhir dengan cara lain", "The pregnancy has ended otherwise"),
    DATES_DISAGREE(422, "Tanggal-tanggal tidak sesuai satu sama lain", "The dates contradict each other"),
    OUTCOME_AND_CHILDREN_DISAGREE(
            422,
            "Kelahiran hidup menyebut anaknya, hasil lain tidak",
            "A live birth names its children, another outcome none"),
    NOT_BORN_OF_IT(
            422,
            "Anak bukan dari keluarga ini atau lahir pada hari lain",
            "A child is of another family or born on another day"),
    COUPLE_OF_ONE(422, "Pengantin harus dua orang", "A couple is two people"),
    WEDDING_PLANNED_ALREADY(
            409, "Calon pengantin ini sudah terdaftar dengan rencana lain", "The bride has another plan to marry"),
    BRIDE_OF_ANOTHER(422, "Calon pengantin perempuan tidak dapat diganti", "The bride of a couple cannot be changed"),
    COUPLE_SETTLED(409, "Pasangan ini sudah menikah atau batal", "The couple has married or was called off"),
    RULE_UNKNOWN(422, "Aturan tidak dikenal", "The rule is not known"),
    RULE_INVALID(422, "Nilai aturan tidak dapat dibaca", "The value of a rule cannot be read"),
    PREVIEW_NOT_FINISHED(409, "Pratinjau masih berjalan", "The preview is still running"),
    RULES_CHANGED(
            409,
            "Aturan sudah berubah sejak pratinjau; buat yang baru",
            "The rules have changed since the preview; make a new one"),
    VERIFIED_ALREADY(409, "Verifikasi tahun ini sudah dibuat", "The verification of this year was taken already"),
    AREA_NOT_KABUPATEN(422, "Wilayah harus kabupaten atau kota", "The area must be a kabupaten or kota"),
    SEARCH_TOO_WIDE(422, "Pilih wilayah: kabupaten/kota atau lebih kecil", "Choose an area: a kabupaten or smaller"),
    SEARCH_NEEDS_DESA(422, "RW dan RT hanya berarti di satu desa", "RW and RT mean something in one desa only"),
    AREA_CHANGE_SHAPE(
            422,
            "Jumlah wilayah asal dan tujuan tidak sesuai jenis perubahannya",
            "The numbers of predecessors and successors do not fit the kind of change"),
    AREA_LEVELS_DIFFER(422, "Wilayah-wilayah ini tidak setingkat", "The areas are not of one level"),
    AREA_PARENT_UNKNOWN(422, "Wilayah di atasnya tidak dikenal", "The area above it is not known"),
    AREA_NOT_OF_THAT_DAY(422, "Wilayah ini belum ada sebelum tanggal itu", "There was no such area before that day"),
    AREA_EXISTS_ALREADY(
            422,
            "Wilayah tujuan sudah ada sebelum tanggal itu; sebutkan juga sebagai asal",
            "The successor was there before that day; name it as a predecessor too"),
    AREA_CHANGED_LATER(
            409, "Ada perubahan wilayah yang sama atau lebih baru", "A change of the same day or later exists"),
    AREA_ENDED(409, "Wilayah ini sudah berakhir oleh perubahan lain", "Another change has ended this area"),
    AREA_CHANGE_CYCLE(422, "Perubahan ini kembali ke wilayah asalnya", "The change leads back to where it came from"),
    AREA_CHANGE_NOT_IN_FORCE(409, "Perubahan wilayah belum berlaku", "The change of areas is not in force"),
    AREA_NOT_A_PART(422, "Bukan bagian dari wilayah yang dimekarkan", "Not a part of the area that was split"),
    NIK_INVALID(422, "NIK tidak sah", "The NIK is not valid"),
    NIK_MASKED(422, "NIK tersamar tidak dapat dipakai", "A masked NIK cannot be used"),
    FAMILY_CARD_INVALID(422, "Nomor KK tidak sah", "The family card number is not valid"),
    BIRTH_DATE_IN_FUTURE(422, "Tanggal lahir di masa depan", "The birth date lies in the future"),
    DATE_IN_FUTURE(422, "Tanggal di masa depan", "The date lies in the future"),
    DATE_BEFORE_THE_LAST(
            422, "Tanggal mendahului perubahan terakhir", "The date lies before the last change of this kind"),
    OBSERVED_LATER(
            422,
            "Ada pengamatan yang lebih baru; kirim sebagai pengamatan",
            "There is a newer observation; send this one as an observation"),
    FAMILY_MERGED(409, "Keluarga ini sudah digabung ke keluarga lain", "The family was merged into another one"),
    FAMILY_NOT_MERGED(409, "Keluarga ini tidak digabung", "The family is not merged"),
    MERGE_WITH_ITSELF(422, "Keluarga tidak dapat digabung dengan dirinya", "A family can't be merged into itself"),
    NOT_OF_THE_FAMILY(422, "Bukan anggota keluarga ini", "Somebody named is no member of the family"),
    IMPORT_FORMAT_UNKNOWN(422, "Format impor tidak dikenal", "The import format is not known"),
    IMPORT_ROW_NOT_OPEN(409, "Baris ini tidak menunggu keputusan", "This row does not wait for a decision"),
    IMPORT_NOT_FINISHED(409, "Impor masih berjalan", "The import is still running"),
    IMPORT_CHOICE_INVALID(
            422, "Pilih satu anak dari daftar, atau anak baru", "Choose one of the candidates, or a new child"),
    CHILD_MERGED(
            409,
            "Anak ini sudah digabung dengan anak lain; pakai anak itu, atau batalkan penggabungannya",
            "This child was merged into another; use that one, or undo the merge"),
    CHILD_NOT_MERGED(409, "Anak ini tidak digabung dengan anak lain", "This child is not merged into another"),
    MEMBER_MERGED(
            409,
            "Anggota ini sudah digabung dengan data lain; pakai data itu, atau batalkan penggabungannya",
            "This member was merged into another; use that one, or undo the merge"),
    MEMBER_NOT_MERGED(409, "Anggota ini tidak digabung dengan data lain", "This member is not merged into another"),
    MERGE_OF_OTHER_SEX(
            422,
            "Jenis kelaminnya berbeda; perbaiki dulu yang salah",
            "Their sexes differ; correct the wrong one first"),
    PREGNANCY_MERGED(
            409,
            "Kehamilan ini tercatat dua kali; pakai yang lain",
            "This pregnancy was registered twice; use the other one"),
    MERGE_INTO_UNKNOWN(422, "Data tujuan penggabungan tidak dikenal", "The record to merge into is not known"),
    MERGE_INTO_ITSELF(422, "Data tidak dapat digabung dengan dirinya", "A record can't be merged into itself"),
    MERGE_INTO_MERGED(
            409,
            "Data tujuan sudah digabung dengan data lain; gabungkan ke data itu",
            "The record to merge into was merged into another; merge into that one"),
    DUPLICATE_DECIDED(409, "Pasangan ini sudah diputuskan", "This pair is decided"),
    DUPLICATE_NOT_YOURS(
            403,
            "Hanya petugas wilayah data yang digabung yang dapat menggabungkannya",
            "Only who answers for the record that is given up can merge it"),
    DUPLICATE_NOT_OF_PAIR(422, "Pilih salah satu dari pasangan ini", "Choose one of this pair"),
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

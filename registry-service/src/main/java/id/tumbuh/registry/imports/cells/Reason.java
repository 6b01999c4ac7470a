package id.tumbuh.registry.imports.cells;

/** Why a cell can't be taken. */
public enum Reason {
    REQUIRED("Wajib diisi", "Required"),
    NOT_A_DATE("Bukan tanggal", "Not a date"),
    NOT_A_NUMBER("Bukan angka", "Not a number"),
    OUT_OF_RANGE("Di luar batas yang mungkin", "Outside what is possible"),
    UNKNOWN_VALUE("Isian tidak dikenal", "Not a known value"),
    IN_THE_FUTURE("Tanggal belum terjadi", "In the future"),
    BEFORE_BIRTH("Sebelum tanggal lahir", "Before the birth"),
    TOO_LONG_AFTER_BIRTH("Bukan balita lagi", "No longer a child under five"),
    NOTHING_MEASURED("Tidak ada hasil ukur", "Nothing was measured"),
    NOT_A_NIK("Bukan NIK", "Not a NIK"),
    UNKNOWN_AREA("Wilayah tidak dikenal", "The area is not known"),
    AMBIGUOUS_AREA("Nama wilayah dipakai lebih dari satu", "Several areas bear this name"),
    OUTSIDE_YOUR_AREA("Di luar wilayah Anda", "Outside your area"),
    MEASURED_TWICE(
            "Baris lain dalam berkas ini memberi hasil lain untuk anak dan tanggal yang sama",
            "Another row of this file says otherwise for the same child and day"),
    SEVERAL_LIKELY("Beberapa anak mirip: tentukan yang mana", "Several children are alike: decide which one"),
    ONE_POSSIBLE("Satu anak mungkin sama: tentukan", "One child may be the same: decide"),
    UNREADABLE_LINE("Baris ini bukan satu objek JSON", "The line is not one JSON object"),
    TOO_LONG("Terlalu panjang", "Too long"),
    NOT_A_FAMILY_CARD("Bukan nomor KK", "Not a family card number"),
    UNKNOWN_FAMILY(
            "Keluarga dengan ID atau nomor KK ini belum pernah dikirim",
            "No family of this id or card number was sent before"),
    UNKNOWN_MOTHER("Ibu dengan ID atau NIK ini belum pernah dikirim", "No woman of this id or NIK was sent before"),
    BIRTH_WITHOUT_CHILD("Anak yang lahir pada hari itu belum dikirim", "The child born on that day was not sent yet"),
    RELATION_OF_OTHER_SEX("Hubungan tidak sesuai dengan jenis kelamin", "The relation is one of the other sex"),
    SEVERAL_FAMILIES("Nomor KK ini dipakai lebih dari satu keluarga", "Several families bear this card number"),
    GONE("Tidak ada lagi di wilayah Anda", "No longer there in your area"),
    OTHER_AREA_THAN_FAMILY("Wilayah anak berbeda dari wilayah keluarganya", "The family lives in another area"),
    REFUSED("Ditolak oleh aturan registri", "Refused by a rule of the registry"),
    NIK_SEX_DIFFERS("NIK menunjukkan jenis kelamin lain", "The NIK says another sex"),
    NIK_BIRTH_DATE_DIFFERS("NIK menunjukkan tanggal lahir lain", "The NIK says another birth date"),
    NIK_AREA_DIFFERS("NIK diterbitkan di wilayah lain", "The NIK was issued in another area"),
    CHILD_GONE("Anak yang dipilih sudah tidak ada", "The chosen child is no longer there");

    private final String indonesian;
    private final String english;

    Reason(String indonesian, String english) {
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

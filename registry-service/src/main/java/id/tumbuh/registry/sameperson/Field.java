package id.tumbuh.registry.sameperson;

/** What two records are compared by. The constant's name stands in evidence and in the rule table: never renamed. */
public enum Field {
    NIK("NIK", "The NIK"),
    NAME("Nama", "The name"),
    MOTHER("Nama ibu", "The mother's name"),
    FATHER("Nama ayah", "The father's name"),
    SPOUSE("Nama pasangan", "The spouse's name"),
    BIRTH_DATE("Tanggal lahir", "The birth date"),
    SEX("Jenis kelamin", "The sex"),
    PLACE("Tempat tinggal", "The place of living"),
    BIRTH_WEIGHT("Berat lahir", "The birth weight"),
    BIRTH_ORDER("Urutan kelahiran", "The birth order");

    private final String indonesian;
    private final String english;

    Field(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    String indonesian() {
        return indonesian;
    }

    String english() {
        return english;
    }
}

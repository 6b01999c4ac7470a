package id.tumbuh.registry.sameperson;

/** How alike two values of one field are. The constant's name stands in evidence and in the rule table: never renamed. */
public enum Likeness {
    SAME("sama", "is the same"),
    SAME_SOUND("berbeda ejaan, bunyinya sama", "is spelt otherwise and sounds the same"),
    INITIALS("sama, sebagian disingkat", "is the same, partly as initials"),
    PART("sama, satu di antaranya tidak lengkap", "is the same, one of them incomplete"),
    SLIP(
            "berbeda satu huruf yang terlewat, terlebih, atau tertukar",
            "differs by a letter left out, added or transposed"),
    NEAR("mirip", "is similar"),
    SWAPPED("sama bila hari dan bulan ditukar", "is the same with day and month swapped"),
    ONE_DIGIT("berbeda satu angka", "differs by one digit"),
    SAME_MONTH("pada bulan yang sama", "lies in the same month"),
    SAME_YEAR("pada tahun yang sama", "lies in the same year"),
    SAME_KECAMATAN("di kecamatan yang sama", "is in the same kecamatan"),
    SAME_KABUPATEN("di kabupaten/kota yang sama", "is in the same kabupaten or kota"),
    OTHER("berbeda", "is another"),
    UNKNOWN("tidak diketahui pada salah satunya", "is not known of one of them");

    private final String indonesian;
    private final String english;

    Likeness(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    String indonesian() {
        return indonesian;
    }

    String english() {
        return english;
    }

    /** The same name, in whatever spelling. */
    boolean isSameName() {
        return this == SAME || this == SAME_SOUND;
    }

    /** As one mistake of the pen, or an abbreviation, leaves it: not as another name would be. */
    boolean isWrittenOtherwise() {
        return isSameName() || this == INITIALS || this == PART || this == SLIP;
    }
}

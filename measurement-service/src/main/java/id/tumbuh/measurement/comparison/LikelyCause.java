package id.tumbuh.measurement.comparison;

import java.util.Locale;

/** Why another system says another z-score of the same measurement. */
enum LikelyCause {
    /** Printed with fewer decimals, or cut off instead of rounded. */
    ROUNDING("Pembulatan", "Rounding"),
    /** Looked up by completed calendar months instead of days. */
    AGE_IN_COMPLETED_MONTHS("Umur dihitung bulan penuh, bukan hari", "Age in completed months instead of days"),
    /** The 0.7 cm between lying and standing added, left out or subtracted. */
    POSITION("Koreksi posisi ukur 0,7 cm berbeda", "The 0.7 cm between lying and standing treated otherwise"),
    AGE_AND_POSITION("Umur bulan penuh dan koreksi posisi ukur", "Completed months and the measuring position"),
    /** Scored as the other sex. */
    SEX("Dinilai sebagai jenis kelamin lain", "Scored as the other sex"),
    /** Nothing that can be computed from the same figures by the same standard. */
    OTHER_STANDARD("Standar lain atau angka lain", "Another standard, or other figures");

    private final String indonesian;
    private final String english;

    LikelyCause(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    String text(Locale language) {
        return language.getLanguage().equals("en") ? english : indonesian;
    }
}

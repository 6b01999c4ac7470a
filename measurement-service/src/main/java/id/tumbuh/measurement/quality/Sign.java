package id.tumbuh.measurement.quality;

import java.util.Locale;

/** What in the figures tells of measuring. */
enum Sign {
    /** z-scores hardly any child can have. */
    IMPLAUSIBLE("angka yang hampir tidak mungkin", "figures that can hardly be"),
    /** Standard deviation of height for age: too wide tells of careless lengths or ages, too narrow of invented ones. */
    SPREAD("sebaran TB/U (simpangan baku)", "spread of height for age (standard deviation)"),
    ROUNDED_HEIGHTS("tinggi badan berakhir ,0 atau ,5", "heights ending in .0 or .5"),
    ROUNDED_WEIGHTS("berat badan berakhir ,0 atau ,5", "weights ending in .0 or .5"),
    /** Weight and height both just what they were the time before. */
    REPEATS("berat dan tinggi sama persis dengan sebelumnya", "weight and height just as the time before"),
    SHRUNK("anak yang bertambah pendek", "children who shrank"),
    POSITION_AGAINST_AGE("posisi ukur tidak sesuai umur", "position against the age"),
    /** Many measured and nobody stunted. */
    NO_CASE("tidak ada satu pun anak pendek", "not one stunted child");

    private final String indonesian;
    private final String english;

    Sign(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    String text(Locale language) {
        return language.getLanguage().equals("en") ? english : indonesian;
    }
}

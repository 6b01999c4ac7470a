package id.tumbuh.registry.screening;

import java.util.Locale;

/** The factors of the KRS screening, in the order of the official form. */
public enum RiskFactor {
    UNSAFE_WATER("F1", "Sumber air minum utama tidak layak", "The main source of drinking water is not safe"),
    UNSAFE_SANITATION("F2", "Jamban tidak layak", "There is no latrine with a septic tank"),
    MOTHER_TOO_YOUNG("F3a", "Istri terlalu muda", "The wife is too young"),
    MOTHER_TOO_OLD("F3b", "Istri terlalu tua", "The wife is too old"),
    BIRTHS_TOO_CLOSE("F3c", "Jarak kelahiran terlalu dekat", "Births are too close to each other"),
    TOO_MANY_CHILDREN("F3d", "Anak terlalu banyak", "There are too many children"),
    NO_MODERN_CONTRACEPTION("F4", "Tidak memakai alat KB modern", "No modern method of contraception is used");

    private final String officialCode;
    private final String indonesian;
    private final String english;

    RiskFactor(String officialCode, String indonesian, String english) {
        this.officialCode = officialCode;
        this.indonesian = indonesian;
        this.english = english;
    }

    public String text(Locale locale) {
        return locale.getLanguage().equals("en") ? english : indonesian;
    }

    public String officialCode() {
        return officialCode;
    }
}

package id.tumbuh.registry.sameperson;

import java.util.Locale;

/** Why a person must look, however high the score. The constant's name is stored: never renamed. */
public enum Caution {
    TWO_NIKS("Keduanya memiliki NIK yang berbeda.", "Both have a NIK, and they differ."),
    MAY_BE_TWINS(
            "Tanggal lahir dan orang tuanya sama, namanya tidak: mungkin anak kembar.",
            "Birth date and parents are the same, the names are not: they may be twins."),
    MAY_BE_SIBLINGS(
            "Orang tuanya sama, tanggal lahir dan namanya tidak: mungkin bersaudara.",
            "The parents are the same, birth date and name are not: they may be siblings."),
    MAY_BE_NAMESAKES(
            "Namanya sama, ibu atau pasangannya lain: mungkin hanya senama.",
            "The name is the same, mother or spouse is another: they may be namesakes."),
    NAMELESS("Salah satunya belum bernama.", "One of them has no name yet."),
    NO_BIRTH_DATE("Tanggal lahir salah satunya tidak diketahui.", "The birth date of one of them is not known."),
    NIK_OF_ANOTHER("NIK-nya sama, yang lain tidak.", "The NIK is the same, what else is known is not."),
    SEVERAL_ALIKE(
            "Lebih dari satu orang yang berbeda sama miripnya.", "More than one, of several people, is as alike.");

    private final String indonesian;
    private final String english;

    Caution(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    public String sentence(Locale locale) {
        return locale.getLanguage().equals("en") ? english : indonesian;
    }
}

package id.tumbuh.intervention.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What has to be said with every figure of an outcome, in words. */
enum Caveat {
    NOT_RANDOMISED(
            "Anak tidak dibagi secara acak: perbedaan angka bukan bukti bahwa bantuan itu penyebabnya.",
            "Children were not assigned at random: a difference is no proof that the help caused it."),
    SELECTION(
            "Anak yang didahulukan biasanya lebih berat keadaannya atau lebih mudah dijangkau daripada pembandingnya.",
            "Children who are helped first are usually worse off, or easier to reach, than those they are compared to."),
    REGRESSION_TO_THE_MEAN(
            "Anak dipilih ketika angkanya rendah; sebagian akan membaik juga tanpa bantuan (regresi ke rata-rata).",
            "Children are chosen when their figures are low; some of them would do better without any help (regression to the mean)."),
    STRATA(
            "Pembanding sama sebab, kelompok umur, dan kecamatan (atau kabupaten), tetapi bisa berbeda dalam hal lain seperti kemiskinan.",
            "Those compared share causes, age band and kecamatan (or kabupaten) and may differ in anything else, such as poverty."),
    FEW_CHILDREN(
            "Angka dari kurang dari lima anak tidak ditampilkan; angka dari sedikit anak mudah berubah.",
            "Figures of fewer than five children are not shown; those of few children change easily."),
    MEASUREMENT(
            "Anak yang tidak datang ditimbang tidak ikut dihitung, dan selisih z-score memuat kesalahan ukur.",
            "Children who were not weighed do not count, and a change of a z-score carries the error of measuring.");

    private final String indonesian;
    private final String english;

    Caveat(String indonesian, String english) {
        this.indonesian = indonesian;
        this.english = english;
    }

    static List<String> words(Locale locale) {
        boolean inEnglish = locale.getLanguage().equals("en");
        return Arrays.stream(values())
                .map(caveat -> inEnglish ? caveat.english : caveat.indonesian)
                .toList();
    }
}

package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.GrowthIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The charts there are, by the word that asks for one. */
enum ChartIndex {
    BBU("bbu", GrowthIndex.WEIGHT_FOR_AGE, "kg"),
    TBU("tbu", GrowthIndex.LENGTH_HEIGHT_FOR_AGE, "cm"),
    BBTB("bbtb", GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT, "kg"),
    LKU("lku", GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE, "cm"),
    IMTU("imtu", GrowthIndex.BMI_FOR_AGE, "kg/m\u00b2");

    private final String word;
    private final GrowthIndex index;
    private final String unit;

    ChartIndex(String word, GrowthIndex index, String unit) {
        this.word = word;
        this.index = index;
        this.unit = unit;
    }

    static Optional<ChartIndex> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    GrowthIndex index() {
        return index;
    }

    String unit() {
        return unit;
    }

    /** The lines drawn, in standard deviations from the median, lowest first. */
    List<Integer> lines() {
        return switch (this) {
            case BBU -> List.of(-3, -2, -1, 1, 2, 3);
            case TBU, LKU -> List.of(-3, -2, 0, 2, 3);
            case BBTB, IMTU -> List.of(-3, -2, -1, 0, 1, 2, 3);
        };
    }

    boolean byLength() {
        return this == BBTB;
    }

    String title(Language language) {
        return switch (this) {
            case BBU -> language.say("Berat badan menurut umur (BB/U)", "Weight for age (BB/U)");
            case TBU -> language.say("Panjang/tinggi badan menurut umur (TB/U)", "Length/height for age (TB/U)");
            case BBTB -> language.say("Berat badan menurut tinggi (BB/TB)", "Weight for length/height (BB/TB)");
            case LKU -> language.say("Lingkar kepala menurut umur (LK/U)", "Head circumference for age (LK/U)");
            case IMTU -> language.say("Indeks massa tubuh menurut umur (IMT/U)", "Body mass index for age (IMT/U)");
        };
    }

    /** What is measured, as a heading of the table. */
    String measure(Language language) {
        return switch (this) {
            case BBU, BBTB -> language.say("Berat", "Weight");
            case TBU -> language.say("PB/TB", "Length");
            case LKU -> language.say("Lingkar", "Circumf.");
            case IMTU -> language.say("IMT", "BMI");
        };
    }
}

package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measurements for research, with the names of the variables of WHO's own package {@code anthro}. A pseudonym instead of the child,
 * its kecamatan instead of its village, the month instead of the day.
 */
final class GrowthExport {

    private static final int KECAMATAN_CODE = 8;
    private static final int MONTH = 7;
    /** In the order of anthro's own output. */
    private static final Map<GrowthIndex, String> SUFFIXES = suffixes();

    private static final List<Variable> VARIABLES = variables();

    private final Csv csv;
    private final Pseudonyms pseudonyms;

    /** A column and what it means. */
    record Variable(String name, String unit, String indonesian, String english) {}

    GrowthExport(Csv csv, Pseudonyms pseudonyms) throws IOException {
        this.csv = csv;
        this.pseudonyms = pseudonyms;
        csv.header(VARIABLES.stream().map(Variable::name).toList());
    }

    static void writeDictionary(Csv csv) throws IOException {
        csv.header(List.of("variable", "unit", "keterangan", "description"));
        for (Variable variable : VARIABLES) {
            csv.text(variable.name())
                    .text(variable.unit())
                    .text(variable.indonesian())
                    .text(variable.english())
                    .end();
        }
    }

    void write(ExchangedMeasurement one) throws IOException {
        csv.text(pseudonyms.of(one.row().childId()));
        csv.text(one.row().areaCode().substring(0, KECAMATAN_CODE));
        csv.text(one.row().measuredOn().toString().substring(0, MONTH));
        csv.whole(one.row().sex() == Sex.L ? 1 : 2);
        if (one.ageDays() < 0) {
            csv.nothing();
        } else {
            csv.whole(one.ageDays());
        }
        csv.number(one.measures().weightKg()).number(one.measures().lengthHeightCm());
        csv.text(way(one.position()));
        csv.number(one.measures().headCircumferenceCm());
        csv.number(one.measures().armCircumferenceCm());
        csv.number(one.measures().tricepsMm()).number(one.measures().subscapularMm());
        csv.text(one.measures().oedema() ? "y" : "n");
        csv.number(one.assessment().adjustedLengthHeightCm())
                .number(one.assessment().bmi());
        for (GrowthIndex index : SUFFIXES.keySet()) {
            csv.score(one.assessment().z(index));
            if (one.assessment().has(index)) {
                csv.whole(one.policy().implausible(one.assessment(), index) ? 1 : 0);
            } else {
                csv.nothing();
            }
        }
        csv.text("growth-" + one.policy().version()).end();
    }

    private static @Nullable String way(@Nullable Position position) {
        return switch (position) {
            case LYING -> "l";
            case STANDING -> "h";
            case null -> null;
        };
    }

    private static Map<GrowthIndex, String> suffixes() {
        Map<GrowthIndex, String> suffixes = new LinkedHashMap<>();
        suffixes.put(GrowthIndex.LENGTH_HEIGHT_FOR_AGE, "len");
        suffixes.put(GrowthIndex.WEIGHT_FOR_AGE, "wei");
        suffixes.put(GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT, "wfl");
        suffixes.put(GrowthIndex.BMI_FOR_AGE, "bmi");
        suffixes.put(GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE, "hc");
        suffixes.put(GrowthIndex.ARM_CIRCUMFERENCE_FOR_AGE, "ac");
        suffixes.put(GrowthIndex.TRICEPS_FOR_AGE, "ts");
        suffixes.put(GrowthIndex.SUBSCAPULAR_FOR_AGE, "ss");
        return suffixes;
    }

    private static List<Variable> variables() {
        List<Variable> variables = new ArrayList<>(List.of(
                new Variable("id", "", "Nama samaran anak", "Pseudonym of the child"),
                new Variable("area", "", "Kode kecamatan", "Code of the kecamatan"),
                new Variable("month", "", "Bulan pengukuran", "Month of the measurement"),
                new Variable("sex", "", "1 laki-laki, 2 perempuan", "1 male, 2 female"),
                new Variable("age", "d", "Umur dalam hari", "Age in days"),
                new Variable("weight", "kg", "Berat badan", "Weight"),
                new Variable("lenhei", "cm", "Panjang atau tinggi badan, apa adanya", "Length or height, as taken"),
                new Variable(
                        "measure",
                        "",
                        "l telentang, h berdiri, kosong tidak dicatat",
                        "l lying, h standing, empty unknown"),
                new Variable("headc", "cm", "Lingkar kepala", "Head circumference"),
                new Variable("armc", "cm", "Lingkar lengan atas", "Arm circumference"),
                new Variable("triskin", "mm", "Lipatan kulit trisep", "Triceps skinfold"),
                new Variable("subskin", "mm", "Lipatan kulit subskapular", "Subscapular skinfold"),
                new Variable("oedema", "", "y atau n", "Bilateral oedema, y or n"),
                new Variable(
                        "clenhei",
                        "cm",
                        "Panjang atau tinggi setelah disesuaikan dengan umur",
                        "Length or height as the age asks for"),
                new Variable("cbmi", "kg/m2", "Indeks massa tubuh", "Body mass index")));
        SUFFIXES.forEach((index, suffix) -> {
            variables.add(new Variable(
                    "z" + suffix, "SD", "Nilai z " + index.label(), "z-score " + index.wireName() + ", WHO 2006"));
            variables.add(new Variable(
                    "f" + suffix,
                    "",
                    "1 bila nilai z di luar batas masuk akal",
                    "1 where the z-score lies beyond the limits of belief"));
        });
        variables.add(new Variable("rule", "", "Versi aturan", "Version of the rules of the flags"));
        return List.copyOf(variables);
    }
}

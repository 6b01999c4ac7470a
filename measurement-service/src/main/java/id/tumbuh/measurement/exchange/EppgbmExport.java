package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.platform.access.AreaCode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measurements in the form of the e-PPGBM export, column for column, its spelling included. What only the registry knows (NIK,
 * names, address, RT, RW) stays empty; areas are codes. The id of the child stands in {@code Detail}, by which the registry finds
 * the rest.
 */
final class EppgbmExport {

    private static final List<String> COMMON = List.of(
            "No",
            "NIK",
            "Nama",
            "JK",
            "Tgl Lahir",
            "BB Lahir",
            "TB Lahir",
            "Nama Ortu",
            "Prov",
            "Kab/Kota",
            "Kec",
            "Pukesmas",
            "Desa/Kel",
            "Posyandu",
            "RT",
            "RW",
            "Alamat",
            "Usia Saat Ukur",
            "Tanggal Pengukuran",
            "Berat",
            "Tinggi",
            "Cara Ukur",
            "LiLA",
            "BB/U",
            "ZS BB/U",
            "TB/U",
            "ZS TB/U",
            "BB/TB",
            "ZS BB/TB",
            "Naik Berat Badan");
    private static final String OUTLIER = "Outlier";

    private final Csv csv;
    private final Tail tail;
    private final GainMark gain;
    private long number;

    /** What the columns after the common ones are: they changed with the years. */
    enum Tail {
        OLD,
        NEW;

        List<String> columns() {
            return switch (this) {
                case OLD -> List.of("PMT Diterima (kg)", "Jml Vit A", "KPSP", "KIA", "Detail");
                case NEW -> List.of("Jml Vit A", "KPSP", "KIA", "Kelas Ibu Balita", "MBG", "Detail");
            };
        }
    }

    /** N, T, O or B of a measurement; null when it is not known. */
    @FunctionalInterface
    interface GainMark {
        @Nullable
        String of(ExchangedMeasurement measurement);
    }

    EppgbmExport(Csv csv, Tail tail, GainMark gain) throws IOException {
        this.csv = csv;
        this.tail = tail;
        this.gain = gain;
        csv.header(columns(tail));
    }

    static List<String> columns(Tail tail) {
        return Stream.concat(COMMON.stream(), tail.columns().stream()).toList();
    }

    void write(ExchangedMeasurement one) throws IOException {
        csv.whole(++number);
        csv.nothing().nothing();
        csv.text(one.row().sex().name()).text(one.row().birthDate().toString());
        csv.nothing().nothing().nothing();
        writePlace(one);
        csv.text(age(one)).text(one.row().measuredOn().toString());
        csv.number(one.measures().weightKg()).number(one.measures().lengthHeightCm());
        csv.text(way(one.position())).number(one.measures().armCircumferenceCm());
        writeIndex(one, GrowthIndex.WEIGHT_FOR_AGE);
        writeIndex(one, GrowthIndex.LENGTH_HEIGHT_FOR_AGE);
        writeIndex(one, GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT);
        csv.text(gain.of(one));
        for (int column = 1; column < tail.columns().size(); column++) {
            csv.nothing();
        }
        csv.text(one.row().childId().toString()).end();
    }

    private void writePlace(ExchangedMeasurement one) throws IOException {
        AreaCode village = new AreaCode(one.row().areaCode());
        List<AreaCode> above = village.ancestors();
        for (AreaCode area : above) {
            csv.text(area.value());
        }
        csv.nothing().text(village.value());
        csv.text(one.row().posyanduId() == null ? null : one.row().posyanduId().toString());
        csv.nothing().nothing().nothing();
    }

    private void writeIndex(ExchangedMeasurement one, GrowthIndex index) throws IOException {
        Category category = one.policy().category(one.assessment(), index);
        boolean implausible = one.policy().implausible(one.assessment(), index);
        csv.text(implausible ? OUTLIER : category == null ? null : category.label());
        csv.score(one.assessment().z(index));
    }

    private static @Nullable String age(ExchangedMeasurement one) {
        LocalDate born = one.row().birthDate();
        if (one.row().measuredOn().isBefore(born)) {
            return null;
        }
        Period age = Period.between(born, one.row().measuredOn());
        return "%d Tahun - %d Bulan - %d Hari".formatted(age.getYears(), age.getMonths(), age.getDays());
    }

    private static @Nullable String way(@Nullable Position position) {
        return switch (position) {
            case LYING -> "Terlentang";
            case STANDING -> "Berdiri";
            case null -> null;
        };
    }
}

package id.tumbuh.local.demo;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The columns of the e-PPGBM export, in order, as one child fills them. */
final class Columns {

    /** "Pukesmas" is how the export spells it. */
    static final List<Cell> HEADER = List.of(
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
                    "Naik Berat Badan",
                    "Jml Vit A",
                    "KPSP",
                    "KIA",
                    "Kelas Ibu Balita",
                    "MBG",
                    "Detail")
            .stream()
            .<Cell>map(Cell.Text::new)
            .toList();

    static final int SEX = 3;
    static final int BORN = 4;
    static final int KABUPATEN = 9;
    static final int DESA = 12;
    static final int MEASURED_ON = 18;
    static final int WEIGHT = 19;

    private Columns() {}

    static List<Cell> of(Child child, LocalDate visit, Body body, Random random) {
        Handwriting hand = new Handwriting(random);
        List<Cell> cells = new ArrayList<>(HEADER.size());
        cells.add(text(Integer.toString(child.number())));
        cells.add(hand.nik());
        cells.add(text(random.nextInt(5) == 0 ? child.name().toUpperCase(Locale.ROOT) : child.name()));
        cells.add(hand.sex(child.sex()));
        cells.add(hand.date(child.born()));
        cells.add(hand.kilograms(2500 + random.nextInt(14) * 100));
        cells.add(hand.centimetres(470 + random.nextInt(50)));
        cells.add(text(parents(child.household())));
        home(child, hand, cells);
        cells.add(text(age(child.born(), visit)));
        cells.add(hand.date(visit));
        cells.add(hand.kilograms(body.grams()));
        cells.add(hand.centimetres(body.readMm()));
        cells.add(hand.position(body.position()));
        cells.add(hand.nothing());
        findings(body, hand, cells);
        cells.add(text(List.of("N", "N", "N", "T", "O", "B", "-").get(random.nextInt(7))));
        for (int column = cells.size(); column < HEADER.size(); column++) {
            cells.add(hand.nothing());
        }
        return cells;
    }

    private static void home(Child child, Handwriting hand, List<Cell> cells) {
        Kecamatan kecamatan = child.posyandu().kecamatan();
        cells.add(text("Banten"));
        cells.add(text("Serang"));
        cells.add(text(kecamatan.name()));
        cells.add(text(kecamatan.name()));
        cells.add(text(child.posyandu().desa().name()));
        cells.add(hand.posyandu(child.posyandu().name()));
        cells.add(hand.neighbourhood(child.household().rt()));
        cells.add(hand.neighbourhood(child.household().rw()));
        cells.add(text(child.household().address()));
    }

    private static void findings(Body body, Handwriting hand, List<Cell> cells) {
        cells.add(text(
                body.severelyUnderweight()
                        ? "Sangat Kurang"
                        : body.underweight() ? "Kurang" : body.weightForAge() > 1 ? "Risiko Lebih" : "Normal"));
        cells.add(hand.zScore(body.weightForAge()));
        cells.add(text(body.heightForAge() < -3 ? "Sangat Pendek" : body.heightForAge() < -2 ? "Pendek" : "Normal"));
        cells.add(hand.zScore(body.heightForAge()));
        cells.add(text(
                body.severelyWasted()
                        ? "Gizi Buruk"
                        : body.wasted() ? "Gizi Kurang" : body.overweight() ? "Gizi Lebih" : "Gizi Baik"));
        cells.add(hand.zScore(body.weightForLength()));
    }

    private static String parents(Child.Household household) {
        return (household.father().isEmpty() ? "-" : household.father().toUpperCase(Locale.ROOT))
                + " / "
                + household.mother().toUpperCase(Locale.ROOT);
    }

    private static String age(LocalDate born, LocalDate visit) {
        Period age = Period.between(born, visit);
        return "%d Tahun - %d Bulan - %d Hari".formatted(age.getYears(), age.getMonths(), age.getDays());
    }

    private static Cell text(String words) {
        return new Cell.Text(words);
    }
}

package id.tumbuh.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Writes a synthetic e-PPGBM export of Kabupaten Serang, one measurement a child, and says what is true about it.
 * The same options give the same rows. With all 128,185 children exactly 5,408 are stunted, 500 of them in Tunjung
 * Teja and 10 in Kibin; with fewer the kecamatan keep their proportions.
 */
public final class SerangFile {

    private static final int PERSON = 31;

    private SerangFile() {}

    /** Well-formed rows of July 2024. */
    public static Truth write(Path file, int children, long seed) throws IOException {
        return write(file, FileOptions.of(children, seed));
    }

    /** CSV or XLSX, by the extension. */
    public static Truth write(Path file, FileOptions options) throws IOException {
        List<Child> children = Population.of(options);
        Map<String, Counts> kecamatan = new HashMap<>();
        Map<String, Counts> desa = new HashMap<>();
        int brokenEvery = options.brokenRows() == 0 ? 0 : Math.max(1, children.size() / options.brokenRows());
        int broken = 0;
        try (Sheet sheet = Sheet.at(file)) {
            sheet.row(List.of(new Cell.Text("Data tanggal : " + options.month().atEndOfMonth())));
            sheet.row(List.of(Cell.EMPTY));
            sheet.row(Columns.HEADER);
            for (Child child : children) {
                LocalDate visit = child.posyandu().opens(options.month());
                long day = ChronoUnit.DAYS.between(child.born(), visit);
                if (day > WhoTables.LAST_DAY) {
                    continue;
                }
                Random random = new Random(mixed(options, child));
                Body body = Body.draw(child.sex(), (int) day, child.stature(), child.usual(), random);
                Counts counts = Counts.of(child.stature(), body);
                kecamatan.merge(child.posyandu().kecamatan().code(), counts, Counts::plus);
                desa.merge(child.posyandu().desa().code(), counts, Counts::plus);
                List<Cell> row = Columns.of(child, visit, body, random);
                sheet.row(row);
                if (broken < options.brokenRows() && child.number() % brokenEvery == 0) {
                    Breakage[] ways = Breakage.values();
                    sheet.row(ways[broken++ % ways.length].of(row, child.born().minusDays(1)));
                }
            }
        }
        return new Truth(options.month(), broken, new TreeMap<>(kecamatan), new TreeMap<>(desa));
    }

    /** {@code FILE.csv|FILE.xlsx [CHILDREN [SEED]]}; the truth is written next to it as {@code FILE.truth.json}. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("Usage: SerangFile FILE.csv|FILE.xlsx [CHILDREN [SEED]]");
            System.exit(2);
        }
        int children = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Truth truth = write(Path.of(arguments[0]), children, seed);
        truth.writeTo(Path.of(arguments[0].replaceFirst("\\.[^.]+$", "") + ".truth.json"));
        Counts total = truth.total();
        System.out.printf("%s: %d children, %d of them stunted%n", arguments[0], total.measured(), total.stunted());
    }

    private static long mixed(FileOptions options, Child child) {
        long month = options.month().getYear() * 12L + options.month().getMonthValue();
        return (options.seed() * PERSON + month) * 1_000_003L + child.number();
    }
}

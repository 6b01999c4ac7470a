package id.tumbuh.measurement.growth;

import id.tumbuh.measurement.growth.WhoTables.Name;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code who-2006.lms} from the published tables: {@code EncodeWhoTables <folder of the csv files> <target>}.
 * A file has a row a key (day, or 0.1 cm) with the columns key, L, M, S of boys and L, M, S of girls.
 */
final class EncodeWhoTables {

    private static final Map<Name, String> FILES = Map.of(
            Name.LENGTH_HEIGHT, "lenanthro.csv",
            Name.WEIGHT, "weianthro.csv",
            Name.BMI, "bmianthro.csv",
            Name.HEAD, "hcanthro.csv",
            Name.ARM, "acanthro.csv",
            Name.TRICEPS, "tsanthro.csv",
            Name.SUBSCAPULAR, "ssanthro.csv",
            Name.WEIGHT_FOR_LENGTH, "wflanthro.csv");
    private static final String HEIGHTS = "wfhanthro.csv";
    private static final BigDecimal HEIGHT_TO_LENGTH = new BigDecimal("0.7");

    private EncodeWhoTables() {}

    static void main(String[] arguments) throws IOException {
        WhoTables tables = read(Path.of(arguments[0]));
        try (OutputStream target = Files.newOutputStream(Path.of(arguments[1]))) {
            tables.encode(target);
        }
    }

    static WhoTables read(Path folder) throws IOException {
        Map<Name, LmsRows> boys = new EnumMap<>(Name.class);
        Map<Name, LmsRows> girls = new EnumMap<>(Name.class);
        for (Name name : Name.values()) {
            List<String[]> rows = rows(folder.resolve(FILES.get(name)));
            int keyDecimals = 0;
            if (name == Name.WEIGHT_FOR_LENGTH) {
                appendHeights(rows, rows(folder.resolve(HEIGHTS)));
                keyDecimals = 1;
            }
            boys.put(name, table(rows, keyDecimals, 1));
            girls.put(name, table(rows, keyDecimals, 4));
        }
        return new WhoTables(boys, girls);
    }

    /** WHO's height table continues the length table, 0.7 cm further on; where both have a row they must agree. */
    private static void appendHeights(List<String[]> lengths, List<String[]> heights) {
        int first = integer(lengths.getFirst()[0], 1);
        for (String[] height : heights) {
            height[0] = new BigDecimal(height[0]).add(HEIGHT_TO_LENGTH).toPlainString();
            int row = integer(height[0], 1) - first;
            if (row == lengths.size()) {
                lengths.add(height);
            } else if (!List.of(lengths.get(row))
                    .subList(1, 7)
                    .equals(List.of(height).subList(1, 7))) {
                throw new IllegalArgumentException("the two tables differ at length " + height[0]);
            }
        }
    }

    private static LmsRows table(List<String[]> rows, int keyDecimals, int column) {
        int first = integer(rows.getFirst()[0], keyDecimals);
        int[] l = new int[rows.size()];
        int[] m = new int[rows.size()];
        int[] s = new int[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row);
            if (integer(cells[0], keyDecimals) != first + row) {
                throw new IllegalArgumentException("gap before key " + cells[0]);
            }
            l[row] = integer(cells[column], 4);
            m[row] = integer(cells[column + 1], 4);
            s[row] = integer(cells[column + 2], 5);
        }
        return new LmsRows(first, l, m, s);
    }

    private static List<String[]> rows(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(rows::add);
        return rows;
    }

    private static int integer(String decimal, int decimals) {
        return new BigDecimal(decimal).movePointRight(decimals).intValueExact();
    }
}

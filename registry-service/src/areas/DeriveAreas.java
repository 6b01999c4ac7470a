import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Derives {@code areas.csv.gz} (code,name of all four levels, ordered by code) from the CSV files of the npm package
 * idn-area-data. Run: {@code java DeriveAreas.java <package>/data <target>/areas.csv.gz}.
 *
 * <p>The parent codes are dropped because a dotted code contains those of its ancestors. Names pass through byte by
 * byte, with the quotes of the source, apart from white space at their ends.
 */
class DeriveAreas {
    private static final Map<String, Integer> COLUMNS_BEFORE_NAME =
            Map.of("provinces.csv", 1, "regencies.csv", 2, "districts.csv", 2, "villages.csv", 2);

    public static void main(String[] arguments) throws IOException {
        Path source = Path.of(arguments[0]);
        SortedMap<String, String> names = new TreeMap<>();
        COLUMNS_BEFORE_NAME.forEach((file, columns) -> read(source.resolve(file), columns, names));
        write(names, Path.of(arguments[1]));
        System.out.println(names.size() + " areas");
    }

    private static void read(Path file, int columnsBeforeName, SortedMap<String, String> names) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.skip(1).filter(line -> !line.isBlank()).forEach(line -> {
                String[] fields = line.split(",", columnsBeforeName + 1);
                if (names.put(fields[0], fields[columnsBeforeName].strip()) != null) {
                    throw new IllegalStateException("Twice in the source: " + fields[0]);
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(SortedMap<String, String> names, Path target) throws IOException {
        // GZIPOutputStream writes no time stamp, so the same source gives the same bytes
        try (Writer out = new java.io.OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(target)), StandardCharsets.UTF_8)) {
            out.write("code,name\n");
            for (Map.Entry<String, String> area : names.entrySet()) {
                out.write(area.getKey() + "," + area.getValue() + "\n");
            }
        }
    }
}

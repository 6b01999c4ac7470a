package id.tumbuh.registry.area;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The list of areas that comes with the service: {@code areas.csv.gz}, its version and our own aliases. */
class AreaList {

    /** A line of a list: code and name. */
    record Entry(String code, String name) {
        private static Entry of(String line) {
            int comma = line.indexOf(',');
            return new Entry(line.substring(0, comma), unquoted(line.substring(comma + 1)));
        }

        private static String unquoted(String field) {
            return field.startsWith("\"")
                    ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                    : field;
        }
    }

    String version() {
        try (InputStream in = open("VERSION")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Every area in the order of its code, so that parents come before their children. */
    List<Entry> entries() {
        try (InputStream in = new GZIPInputStream(open("areas.csv.gz"))) {
            return entries(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<Entry> aliases() {
        try (InputStream in = open("aliases.csv")) {
            return entries(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Entry> entries(InputStream in) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Entry::of).toList();
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                AreaList.class.getResourceAsStream("/areas/" + file), () -> "areas/" + file + " is missing");
    }
}

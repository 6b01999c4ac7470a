package id.tumbuh.registry.imports;

import static id.tumbuh.registry.RegistryTest.DESA;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Small files of families and children, and sending them as TPPS of Kabupaten Serang. */
final class RecordFile {
    private final List<Map<String, String>> rows = new ArrayList<>();

    /** A family of Tunjung Teja; changes are pairs of title and value. */
    RecordFile family(String id, String head, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("ID Keluarga", id);
        row.put("No KK", "");
        row.put("Nama Kepala Keluarga", head);
        row.put("Kode Wilayah", DESA);
        row.put("RW", "02");
        row.put("RT", "005");
        row.put("Sumber Air Minum", "Sumur terlindungi");
        return with(row, changes);
    }

    /** A child of a family that the source has sent before. */
    RecordFile child(String id, String family, String name, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("ID Anak", id);
        row.put("ID Keluarga", family);
        row.put("Nama", name);
        row.put("JK", "P");
        row.put("Tgl Lahir", born(name).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        row.put("Nama Ibu", "");
        return with(row, changes);
    }

    /** Children of one test share a birth date, so that no other test's are candidates for them. */
    static LocalDate born(String name) {
        int mark = name.replaceFirst(" .*", "").hashCode();
        return LocalDate.of(2020, 1, 1).plusDays(Math.floorMod(mark, 1_500));
    }

    private RecordFile with(Map<String, String> row, String... changes) {
        for (int each = 0; each < changes.length; each += 2) {
            row.put(changes[each], changes[each + 1]);
        }
        rows.add(row);
        return this;
    }

    String csv() {
        List<String> titles =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        return String.join(";", titles) + "\n"
                + rows.stream()
                        .map(row -> titles.stream()
                                .map(title -> row.getOrDefault(title, ""))
                                .collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    static String source() {
        return "test-" + ExportFile.mark();
    }

    static Response upload(String format, String source, byte[] file, boolean dryRun) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "36.04"))
                .header("Accept-Language", "en")
                .multiPart("file", "data", file)
                .multiPart("format", format)
                .multiPart("source", source)
                .multiPart("dryRun", Boolean.toString(dryRun))
                .post("/v1/imports");
    }

    JsonPath send(String format, String source) {
        return finished(upload(format, source, csv().getBytes(StandardCharsets.UTF_8), false));
    }

    JsonPath dryRun(String format, String source) {
        return finished(upload(format, source, csv().getBytes(StandardCharsets.UTF_8), true));
    }

    static JsonPath finished(Response taken) {
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(202);
        String id = taken.jsonPath().getString("id");
        JsonPath[] state = new JsonPath[1];
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    state[0] = get("/v1/imports/" + id).jsonPath();
                    return !state[0].getString("state").equals("RUNNING");
                });
        return state[0];
    }

    static Response get(String path) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "36.04"))
                .header("Accept-Language", "en")
                .get(path);
    }

    static JsonPath rows(JsonPath done) {
        return get("/v1/imports/" + done.getString("id") + "/rows").jsonPath();
    }

    /** Outcomes with a count other than 0, as {@code created=1}. */
    static String counts(JsonPath done) {
        Map<String, Integer> counts = done.getMap("counts");
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().equals("rows") && count.getValue() > 0)
                .map(count -> count.getKey() + "=" + count.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}

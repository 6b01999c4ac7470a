package id.tumbuh.registry.imports;

import static id.tumbuh.registry.imports.RecordFile.finished;
import static id.tumbuh.registry.imports.RecordFile.upload;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The files of docs/examples, as the documents say to send them. */
@QuarkusTest
class ExamplesTest extends RegistryTest {

    @Test
    void everyExampleIsTakenWholeAndAgainChangesNothing() throws IOException {
        String source = RecordFile.source();

        assertCounts(source, "families", "families.ndjson", 2);
        assertCounts(source, "children", "children.csv", 2);
        assertCounts(source, "members", "members.csv", 4);
        assertCounts(source, "pregnancies", "pregnancies.csv", 1);
        assertThat(
                        tables.count(
                                "select count(*) from pregnancy join member on member.id = mother_id where member.name = 'Dewi Contoh'"))
                .isOne();
    }

    @Test
    void theExampleBatchIsAnImport() throws IOException {
        String today = LocalDate.now(Deliveries.ZONE).toString();
        JsonPath done = finished(as("tpps", "36.04")
                .body(read("batch.json").replace("\"day\": \"2026-01-12\"", "\"day\": \"" + today + "\""))
                .post("/v1/sources/" + RecordFile.source() + "/batches"));

        assertThat(done.getInt("counts.rows")).isOne();
        assertThat(done.getInt("counts.rejected")).isZero();
    }

    @Test
    void theExampleProfileIsStored() throws IOException {
        as("tpps", "36.04")
                .header("If-Match", "\"0\"")
                .body(read("mapping.json"))
                .put("/v1/sources/" + RecordFile.source() + "/mappings/families")
                .then()
                .statusCode(204);
    }

    private static void assertCounts(String source, String format, String file, int rows) throws IOException {
        byte[] content = read(file).getBytes(StandardCharsets.UTF_8);

        JsonPath first = finished(upload(format, source, content, false));
        JsonPath again = finished(upload(format, source, content, false));

        assertThat(first.getString("state")).as(file).isEqualTo("DONE");
        assertThat(first.getInt("counts.rows")).as(file).isEqualTo(rows);
        assertThat(first.getInt("counts.rejected") + first.getInt("counts.toDecide"))
                .as(file)
                .isZero();
        assertThat(again.getInt("counts.unchanged")).as(file).isEqualTo(rows);
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("..", "docs", "examples", file));
    }
}

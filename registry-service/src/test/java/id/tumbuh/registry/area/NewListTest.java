package id.tumbuh.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A newer list shows what it shows: names of before stay, and what is gone waits for a decision. */
@QuarkusTest
class NewListTest extends RegistryTest {
    private static final String RENAMED = "12.01.01.2003";
    private static final String GONE = "12.01.01.2004";
    private static final String CAME = "12.01.01.2999";

    @Inject
    LoadAreas load;

    @AfterEach
    void theListOfTheServiceIsInForce() {
        load.load();
    }

    @Test
    void aNewListKeepsNamesOfBeforeAndAsksAboutWhatIsGone() {
        String before = String.valueOf(
                tables.row("select name from area where code = ?", RENAMED).get("name"));
        String gone = String.valueOf(
                tables.row("select name from area where code = ?", GONE).get("name"));
        LocalDate day = today();

        assertThat(load.load(list("a list of tests", gone), day)).isTrue();

        as("kader", DESA).get("/v1/areas/" + RENAMED).then().body("name", equalTo("Nama Baru Uji Coba"));
        as("kader", DESA).get("/v1/areas/" + RENAMED + "?on=" + day).then().body("name", equalTo("Nama Baru Uji Coba"));
        as("kader", DESA)
                .get("/v1/areas/" + RENAMED + "?on=" + day.minusDays(1))
                .then()
                .body("name", equalTo(before))
                .body("validTo", equalTo(day.toString()));
        as("kader", DESA)
                .get("/v1/areas/" + RENAMED + "/lineage")
                .then()
                .body("changes.kind", hasItem("RENAMED"))
                .body("changes[0].source", equalTo("a list of tests"));
        as("kader", DESA).get("/v1/areas/" + GONE + "?on=" + day).then().statusCode(404);
        as("kader", DESA)
                .get("/v1/areas/" + GONE + "?on=" + day.minusDays(1))
                .then()
                .statusCode(200);
        as("bkkbn", "*")
                .get("/v1/area-findings?within=12.01")
                .then()
                .statusCode(200)
                .body("find { it.code == '" + GONE + "' }.suggestion", equalTo(CAME))
                .body("find { it.code == '" + GONE + "' }.kind", equalTo("VANISHED"));
        assertThat(load.load(list("a list of tests", gone), day)).isFalse();
    }

    private static AreaList list(String version, String goneName) {
        return new AreaList() {
            @Override
            String version() {
                return version;
            }

            @Override
            List<Entry> entries() {
                return Stream.concat(
                                super.entries().stream()
                                        .filter(entry -> !entry.code().equals(GONE))
                                        .map(entry -> entry.code().equals(RENAMED)
                                                ? new Entry(RENAMED, "Nama Baru Uji Coba")
                                                : entry),
                                Stream.of(new Entry(CAME, goneName)))
                        .toList();
            }
        };
    }
}

package id.tumbuh.registry.posyandu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PosyanduResourceTest extends RegistryTest {
    @Inject
    Posyandus posyandus;

    @Inject
    Database database;

    @Test
    void aPosyanduIsThereOnceWhateverItsSpelling() {
        UUID id = UUID.randomUUID();
        String row = row(id, "Posyandu Dahlia 3");

        post(
                        "/v1/posyandu:batch",
                        "[" + row + "," + row(UUID.randomUUID(), "DAHLIA-3") + "," + row(UUID.randomUUID(), "-") + "]")
                .statusCode(200)
                .body("outcome", contains("CREATED", "INVALID", "INVALID"))
                .body("[1].problem.code", equalTo("POSYANDU_NAME_TAKEN"));
        post("/v1/posyandu:batch", "[" + row + "," + row(id, "Posyandu Dahlia 4") + "]")
                .body("outcome", contains("UNCHANGED", "CONFLICT"));

        as("kader", DESA).get("/v1/posyandu?area=" + DESA).then().body("id", hasItem(id.toString()));
        as("kader", "36.73").get("/v1/posyandu?area=" + DESA).then().body("size()", equalTo(0));
    }

    @Test
    void anImportFindsTheOneThatStandsThere() {
        AreaCode desa = new AreaCode(DESA);
        Posyandu standing = new Posyandu(UUID.randomUUID(), desa, new PosyanduName("Posyandu Anggrek"));
        Posyandu again = new Posyandu(UUID.randomUUID(), desa, new PosyanduName("anggrek"));

        var first = database.write(Scope.everywhere(), tx -> posyandus.ensure(tx.sql(), List.of(standing)));
        var second = database.write(Scope.everywhere(), tx -> posyandus.ensure(tx.sql(), List.of(again)));

        assertThat(first).containsEntry(standing.place(), standing);
        assertThat(second).containsEntry(again.place(), standing);
    }

    private static String row(UUID id, String name) {
        return "{\"id\":\"%s\",\"area\":\"%s\",\"name\":\"%s\"}".formatted(id, DESA, name);
    }
}

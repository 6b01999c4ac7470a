package id.tumbuh.registry.area;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AreaResourceTest extends RegistryTest {
    @Inject
    LoadAreas load;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @Test
    void everyAreaIsThereAndEveryKabupatenIsAnnounced() throws Exception {
        assertThat(tables.count("select count(*) from area_version where valid_from = '-infinity'"))
                .isEqualTo(91_599);
        assertThat(tables.count("select count(*) from area where code like '36.04.%' and length(code) = 13"))
                .isEqualTo(326);
        assertThat(tables.count("select count(*) from outbox where type like '%.areas-published.v1' and sequence = 1"))
                .isEqualTo(514);
        assertThat(tables.announced("36.04")).containsOnly("areas-published");
        assertThat(json.readTree(tables.lastBody("36.04")).path("areas")).hasSize(29 + 326);
    }

    @Test
    void loadingAgainDoesNothing() {
        assertThat(load.load()).isFalse();
        assertThat(load.load()).isFalse();
    }

    @Test
    void anAreaKnowsItsLevelAndParent() {
        as("partner", "17")
                .get("/v1/areas/36.04.20.2006")
                .then()
                .statusCode(200)
                .body("name", equalTo("Bojong Menteng"))
                .body("level", equalTo("DESA_KELURAHAN"))
                .body("parentCode", equalTo("36.04.20"));
        as("kader", DESA).get("/v1/areas/36.04/children").then().body("$", hasSize(29));
        as("kader", DESA).get("/v1/areas/36.04.20.2006/children").then().body("$", hasSize(0));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({"Ciboleger, 36.02.06.2008", "tunjung teja, 36.04.20", "SERANG, 36.04", "tunjung tejo, 36.04.20"})
    void areasAreFoundByNameAliasAndNearlyTheirName(String text, String code) {
        as("kader", DESA)
                .urlEncodingEnabled(true)
                .queryParam("q", text)
                .get("/v1/areas")
                .then()
                .statusCode(200)
                .body("code", hasItem(code));
    }

    @Test
    void anAliasSaysThatItWasOne() {
        as("kader", DESA)
                .queryParam("q", "ciboleger")
                .get("/v1/areas")
                .then()
                .body("[0].name", equalTo("Bojongmenteng"))
                .body("[0].alias", equalTo("Ciboleger"));
    }

    @Test
    void whatIsNoAreaIsNotFound() {
        as("kader", DESA).get("/v1/areas/99.99").then().statusCode(404);
        as("kader", DESA).get("/v1/areas/99.99/children").then().statusCode(404);
        as("kader", DESA).get("/v1/areas/rubbish").then().statusCode(404);
        as("kader", DESA).queryParam("q", "%25").get("/v1/areas").then().statusCode(400);
        given().get("/v1/areas/36").then().statusCode(401);
    }

    @Test
    void aNewerListIsMergedAndAnnouncedAgain() {
        long generation = tables.count("select max(generation) from area_list");
        database.write(Scope.everywhere(), tx -> {
            tx.sql().execute("update area_list set name = 'an older list'");
            return tx.sql().execute("update area set name = 'Old Name' where code = '36.04.20'");
        });

        assertThat(load.load()).isTrue();

        assertThat(tables.row("select name from area where code = '36.04.20'")).containsEntry("name", "Tunjung Teja");
        assertThat(tables.count("select max(sequence) from outbox where key = '36.04'"))
                .isEqualTo(generation + 1);
    }
}

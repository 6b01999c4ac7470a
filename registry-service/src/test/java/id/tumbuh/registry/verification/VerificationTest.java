package id.tumbuh.registry.verification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lebak is verified here and nowhere else. */
@QuarkusTest
class VerificationTest extends RegistryTest {
    private static final String LEBAK = "36.02";
    private static final String DESA_IN_LEBAK = "36.02.06.2008";

    @Inject
    Database database;

    @Test
    void newAndContinuingAreTheTotalAndEndedAreCountedBeside() {
        int year = today().getYear();
        UUID continuing = inLebak("RAIN", 1);
        inLebak("RAIN", 7);
        UUID ended = inLebak("PIPED", 2);
        lastYear(year - 1, continuing);
        lastYear(year - 1, ended);

        as("bkkbn", "36")
                .put("/v1/risk-verifications/" + year + "/" + LEBAK)
                .then()
                .statusCode(200)
                .body("comparable", equalTo(true))
                .body("counts.total", equalTo(2))
                .body("counts.new", equalTo(1))
                .body("counts.continuing", equalTo(1))
                .body("counts.ended", equalTo(1))
                .body("byWelfareRank.'1'", equalTo(1))
                .body("byWelfareRank.MORE", equalTo(1))
                .body("rows.area", contains("36.02.06"));
        as("bkkbn", "36")
                .put("/v1/risk-verifications/" + year + "/" + LEBAK)
                .then()
                .statusCode(409)
                .body("code", equalTo("VERIFIED_ALREADY"));
        inLebak("RAIN", 1);
        as("opd", LEBAK)
                .get("/v1/risk-verifications/" + year + "?area=36.02")
                .then()
                .body("counts.total", equalTo(2));
        as("opd", "36.04")
                .get("/v1/risk-verifications/" + year + "?area=36.02")
                .then()
                .body("counts.total", equalTo(0));
    }

    @Test
    void onlyThisYearOfAnOwnKabupatenIsTaken() {
        int year = today().getYear();
        as("tpps", "36.04")
                .put("/v1/risk-verifications/" + year + "/36.73")
                .then()
                .statusCode(422);
        as("tpps", "36.04")
                .put("/v1/risk-verifications/" + year + "/36.04.20")
                .then()
                .statusCode(422);
        as("tpps", "36.04")
                .put("/v1/risk-verifications/" + (year - 1) + "/36.04")
                .then()
                .statusCode(400);
        as("kader", "36.04")
                .put("/v1/risk-verifications/" + year + "/36.04")
                .then()
                .statusCode(403);
    }

    private static UUID inLebak(String water, int rank) {
        UUID id = UUID.randomUUID();
        as("system", LEBAK)
                .body("[" + family(id, DESA_IN_LEBAK, water).replace("\"welfareRank\":2", "\"welfareRank\":" + rank)
                        + "]")
                .post("/v1/families:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
        return id;
    }

    private void lastYear(int year, UUID family) {
        database.write(Scope.everywhere(), tx -> tx.sql().execute("""
                        with taken as (
                            insert into krs_verification (year, area_code, taken_on, taken_by)
                            values (?, '36.02', current_date - 365, 'tester') on conflict do nothing)
                        insert into krs_verified_family (year, family_id, area_code) values (?, ?, '36.02.06.2008')""", year, year, family));
    }
}

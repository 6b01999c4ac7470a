package id.tumbuh.measurement.maternal;

import static io.restassured.RestAssured.given;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends checks as a puskesmas does, and looks into their tables. */
@ApplicationScoped
class Checks {

    static final String PUSKESMAS = TestTokens.token(Roles.PUSKESMAS, "36.04");
    static final String ELSEWHERE = TestTokens.token(Roles.PUSKESMAS, "17.02");
    static final String VILLAGE = "36.04.20.2006";

    private final Database database;

    Checks(Database database) {
        this.database = database;
    }

    static RequestSpecification as(String token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).contentType(ContentType.JSON);
    }

    static ValidatableResponse send(String kind, String token, String... rows) {
        return as(token)
                .body("[" + String.join(",", rows) + "]")
                .post("/v1/" + kind + "-checks:batch")
                .then();
    }

    static List<String> outcomes(String kind, String token, String... rows) {
        return send(kind, token, rows).statusCode(200).extract().jsonPath().getList("outcome", String.class);
    }

    static String pregnancy(UUID id, UUID pregnancy, String rest) {
        return pregnancyIn(VILLAGE, id, pregnancy, rest);
    }

    static String pregnancyIn(String area, UUID id, UUID pregnancy, String rest) {
        return """
                {"id":"%s","pregnancyId":"%s","familyId":"0198c1a0-0000-7000-8000-000000000001","areaCode":"%s",\
                "checkedOn":"2025-08-12"%s}""".formatted(id, pregnancy, area, rest.isEmpty() ? "" : "," + rest);
    }

    static String couple(UUID id, UUID couple, String rest) {
        return """
                {"id":"%s","coupleId":"%s","areaCode":"%s","checkedOn":"2025-08-12"%s}""".formatted(id, couple, VILLAGE, rest.isEmpty() ? "" : "," + rest);
    }

    static String withReason(String row, String reason) {
        return row.substring(0, row.length() - 1) + ",\"reason\":\"" + reason + "\"}";
    }

    List<Map<String, Object>> revisions(String table, UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select version, voided, content::text as content, recorded_by from " + table
                                + "_revision where id = :id order by version")
                        .bind("id", id)
                        .mapToMap()
                        .list());
    }

    List<String> audited(UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select action from audit_entry where object_id = :id order by id")
                        .bind("id", id.toString())
                        .mapTo(String.class)
                        .list());
    }
}

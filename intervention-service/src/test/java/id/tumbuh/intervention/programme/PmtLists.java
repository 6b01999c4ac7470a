package id.tumbuh.intervention.programme;

import static io.restassured.RestAssured.given;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Programmes of a kabupaten of the tests' own, and who is on their lists. */
@ApplicationScoped
public class PmtLists {
    private final TestDatabase database;

    PmtLists(TestDatabase database) {
        this.database = database;
    }

    /** A programme of the year; PMT gives food. */
    public UUID programme(String kabupaten, String gives, int year) {
        UUID opd = UUID.nameUUIDFromBytes(("opd/" + kabupaten).getBytes(StandardCharsets.UTF_8));
        database.write(
                "insert into opd (id, area_code, name, field, version) values (?, ?, 'Dinas Uji', 'DINKES', 1) on conflict do nothing",
                opd,
                kabupaten);
        UUID programme = UUID.randomUUID();
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, kabupaten))
                .contentType(ContentType.JSON)
                .body("""
                        {"id":"%s","opdId":"%s","area":"%s","year":%d,"plan":{"title":"PMT lokal","kind":"SPECIFIC","indicator":"S8",
                         "unit":"anak","target":100,"budget":{"APBN":1},"servesNeedItem":"%s"}}""".formatted(programme, opd, kabupaten, year, gives))
                .post("/v1/programmes")
                .then()
                .statusCode(201);
        return programme;
    }

    public Response enrol(String kabupaten, UUID programme, UUID child, LocalDate from, LocalDate to) {
        return given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, kabupaten))
                .contentType(ContentType.JSON)
                .body("[{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}]".formatted(need(child), from, to))
                .post("/v1/programmes/{id}/beneficiaries", programme);
    }

    /** Its place on the list. */
    public UUID enrolment(UUID programme, UUID child) {
        return TestDatabase.id(
                database.row(
                        "select id from programme_beneficiary where programme_id = ? and child_id = ? and end_reason is null",
                        programme,
                        child),
                "id");
    }

    private UUID need(UUID child) {
        return TestDatabase.id(database.row("select id from need where child_id = ? and state = 'OPEN'", child), "id");
    }
}

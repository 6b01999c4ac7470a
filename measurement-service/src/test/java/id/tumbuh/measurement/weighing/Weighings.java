package id.tumbuh.measurement.weighing;

import static io.restassured.RestAssured.given;

import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Weighs and corrects over HTTP as a puskesmas of Kabupaten Serang, and looks at what is stored. */
@ApplicationScoped
public class Weighings {

    public static final String PUSKESMAS = TestTokens.token(Roles.PUSKESMAS, "36.04");

    private final Database database;

    Weighings(Database database) {
        this.database = database;
    }

    /** One measurement; the measures as JSON fields. */
    public UUID measure(Child child, String day, String measures) {
        UUID id = UUID.randomUUID();
        send(id, child, day, measures).statusCode(200);
        return id;
    }

    public ValidatableResponse send(UUID id, Child child, String day, String measures) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(PUSKESMAS)
                .contentType(ContentType.JSON)
                .body("[{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",%s}]"
                        .formatted(id, child.id(), day, measures))
                .post("/v1/measurements:batch")
                .then();
    }

    public ValidatableResponse correct(UUID id, int version, Child child, String day, String measures) {
        return correct(PUSKESMAS, id, version, child, day, measures);
    }

    public ValidatableResponse correct(String token, UUID id, int version, Child child, String day, String measures) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body("{\"childId\":\"%s\",\"measuredOn\":\"%s\",\"reason\":\"TYPING_MISTAKE\",%s}"
                        .formatted(child.id(), day, measures))
                .put("/v1/measurements/" + id)
                .then();
    }

    public ValidatableResponse withdraw(UUID id, int version) {
        return given().auth()
                .oauth2(PUSKESMAS)
                .header("If-Match", "\"" + version + "\"")
                .delete("/v1/measurements/" + id + "?reason=RECORDED_TWICE")
                .then();
    }

    /** The marks of a child's card, oldest first, as {@code 2025-08 T}; 2T as {@code 2025-08 TT}. */
    public List<String> card(Child child) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("""
                                select to_char(measured_on, 'YYYY-MM') || ' ' || growth_mark
                                       || case when twice_not_gained then 'T' else '' end
                                from measurement where child_id = :child and growth_mark is not null
                                order by measured_on""")
                        .bind("child", child.id())
                        .mapTo(String.class)
                        .list());
    }

    public Map<String, Object> row(String table, UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select * from " + table + " where id = :id")
                        .bind("id", id)
                        .mapToMap()
                        .one());
    }

    public int count(String table, UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select count(*) from " + table + " where id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one());
    }

    public Instant recordedAt(UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select recorded_at from measurement where id = :id")
                        .bind("id", id)
                        .mapTo(OffsetDateTime.class)
                        .one()
                        .toInstant());
    }

    public Map<String, Object> child(Child child) {
        return row("child", child.id());
    }
}

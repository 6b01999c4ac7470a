package id.tumbuh.measurement.exchange;

import static io.restassured.RestAssured.given;

import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Weighs children as a puskesmas does. */
@ApplicationScoped
class Weighings {

    static final String WHOLE = "\"weightKg\":8.4,\"lengthHeightCm\":72.5,\"position\":\"LYING\"";

    private final Registry registry;
    private final Database database;

    Weighings(Registry registry, Database database) {
        this.registry = registry;
        this.database = database;
    }

    /** A girl of 16 months in Tunjung Teja, weighed once. */
    UUID weigh(String measures) {
        return weigh(Child.aChild(), "2025-08-12", measures);
    }

    UUID weigh(Child child, String day, String measures) {
        registry.says(child);
        UUID id = UUID.randomUUID();
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.token(Roles.SYSTEM, "*"))
                .contentType(ContentType.JSON)
                .body("[{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",%s}]"
                        .formatted(id, child.id(), day, measures))
                .post("/v1/measurements:batch")
                .then()
                .statusCode(200)
                .body("[0].outcome", org.hamcrest.Matchers.equalTo("CREATED"));
        return id;
    }

    /** As a puskesmas does. */
    void voidIt(UUID measurement) {
        String path = "/v1/measurements/" + measurement;
        String version =
                asPuskesmas().get(path).then().statusCode(200).extract().header("ETag");
        asPuskesmas()
                .header("If-Match", version)
                .delete(path + "?reason=RECORDED_TWICE")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification asPuskesmas() {
        return given().urlEncodingEnabled(false).auth().oauth2(TestTokens.token(Roles.PUSKESMAS, "36", "61"));
    }

    void drop(UUID measurement, String column) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("update measurement set " + column + " = null, version = version + 1,"
                                + " recorded_at = clock_timestamp() where id = :id")
                        .bind("id", measurement)
                        .execute());
    }

    /** A line of the ledger; {@link #NONE} where there is none. */
    record Line(
            UUID measurement,
            int version,
            String state,
            int attempts,
            int status,
            String reason,
            String sentKinds,
            String area) {
        static final Line NONE = new Line(new UUID(0, 0), 0, "", 0, 0, "", "", "");
    }

    Line line(String destination, UUID measurement) {
        return lines(destination).stream()
                .filter(line -> line.measurement().equals(measurement))
                .findFirst()
                .orElse(Line.NONE);
    }

    List<Line> lines(String destination) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("""
                                select measurement_id, version, state, attempts, coalesce(last_status, 0),
                                    coalesce(reason, ''), sent_kinds, area_code
                                from exchange_delivery where destination = :destination""")
                        .bind("destination", destination)
                        .map((row, _) -> new Line(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8)))
                        .list());
    }
}

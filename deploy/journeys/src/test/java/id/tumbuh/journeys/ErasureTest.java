package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A family asks to be forgotten. It has a stunted child that every service knows; afterwards no table of any database holds an
 * id of it, every figure equals a recomputation, and the certificate names who has confirmed.
 */
@ExtendWith(Tumbuh.class)
class ErasureTest {
    private static final String DESA = "36.04.20.2006";
    private static final Duration SOON = Duration.ofMinutes(1);
    /** What remains on purpose: who did what, that and which ids were erased. Ids, with nothing left that they point to. */
    private static final Set<String> RECORDS =
            Set.of("audit_entry", "audit_block", "erasure", "erasure_confirmation", "erased_person", "applied_erasure");

    private final UUID family = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();
    private final UUID former = UUID.randomUUID();
    private final UUID measurement = UUID.randomUUID();
    private final UUID consent = UUID.randomUUID();
    private final UUID erasure = UUID.randomUUID();

    @Test
    void aFamilyIsForgottenEverywhereAndEverybodyConfirms(Tumbuh.Running tumbuh) throws Exception {
        aStuntedChildThatLivedWithAnotherFamilyBefore(tumbuh);
        Api tpps = tumbuh.as("tpps", "36.04");
        aConsentIsKnownWithinSecondsAndSoIsItsWithdrawal(tumbuh, tpps);

        String request = """
                {"id":"%s","reason":"REQUESTED_BY_SUBJECT","requestReference":"HAPUS-1"}""".formatted(erasure);
        assertThat(tpps.post(Component.REGISTRY, "/v1/families/" + family + ":erase", request)
                        .status())
                .isEqualTo(202);
        assertThat(tpps.post(Component.REGISTRY, "/v1/erasures/" + erasure + ":approve", "")
                        .status())
                .isEqualTo(409);
        assertThat(tumbuh.as("bkkbn")
                        .post(Component.REGISTRY, "/v1/erasures/" + erasure + ":approve", "")
                        .status())
                .isEqualTo(200);

        long begun = System.nanoTime();
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(certificate(tumbuh).get("state").asText()).isEqualTo("COMPLETE"));
        System.out.printf("an erasure was confirmed by every service in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        for (UUID id : List.of(family, child, measurement, consent)) {
            for (Component service : Component.SERVICES) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(tablesWith(tumbuh, service, id.toString()))
                                .as("%s in %s", id, service.label())
                                .isEmpty());
            }
        }
        assertThat(tablesWith(tumbuh, Component.REGISTRY, "Kenanga Terlupa")).isEmpty();
        figuresEqualARecomputation(tumbuh);
        assertThat(tumbuh.as("admin").get(Component.REPORTING, "/v1/quarantine").body())
                .isEmpty();
        replayingChangesNothing(tumbuh);
        everyAuditIsIntact(tumbuh);
    }

    /** So its measurement has events in two partitions. */
    private void aStuntedChildThatLivedWithAnotherFamilyBefore(Tumbuh.Running tumbuh) {
        Api system = tumbuh.as("system", "36.04");
        String families = "[" + family(former, "Bapak Tinggal") + "," + family(family, "Bapak Kenanga Terlupa") + "]";
        assertThat(system.post(Component.REGISTRY, "/v1/families:batch", families)
                        .body()
                        .findValuesAsText("outcome"))
                .containsExactly("CREATED", "CREATED");
        String row = """
                {"id":"%s","familyId":"%s","sex":"P","birthDate":"2024-03-17","name":"Kenanga Terlupa",
                 "motherName":"Ibu Kenanga Terlupa","nik":"3604205703247777"}""";
        assertThat(system.post(Component.REGISTRY, "/v1/children:batch", "[" + row.formatted(child, former) + "]")
                        .body()
                        .findValuesAsText("outcome"))
                .containsExactly("CREATED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tablesWith(tumbuh, Component.MEASUREMENT, child.toString()))
                        .contains("child"));
        assertThat(tumbuh.as("puskesmas", "36.04")
                        .post(Component.MEASUREMENT, "/v1/measurements:batch", """
                                [{"id":"%s","childId":"%s","measuredOn":"2025-08-12","weightKg":7.4,"lengthHeightCm":66.0,
                                  "position":"LYING","source":"POSYANDU"}]""".formatted(measurement, child))
                        .body()
                        .findValuesAsText("outcome"))
                .containsExactly("CREATED");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(tablesWith(tumbuh, Component.REPORTING, child.toString()))
                    .contains("child", "weighing", "child_month", "stunting_case");
            assertThat(tablesWith(tumbuh, Component.INTERVENTION, child.toString()))
                    .contains("child", "need");
        });
        assertThat(system.put(
                                Component.REGISTRY,
                                "/v1/children/" + child,
                                "\"1\"",
                                row.formatted(child, family).replace("\"id\":\"" + child + "\",", ""))
                        .status())
                .isEqualTo(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tablesWith(tumbuh, Component.MEASUREMENT, family.toString()))
                        .contains("child"));
    }

    private void aConsentIsKnownWithinSecondsAndSoIsItsWithdrawal(Tumbuh.Running tumbuh, Api tpps) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        assertThat(tpps.post(Component.REGISTRY, "/v1/consents", """
                        {"id":"%s","childId":"%s","purpose":"FOSTER_PARENT","partner":"yayasan","legalBasis":"CONSENT",
                         "givenBy":"MOTHER","evidence":{"kind":"SIGNED_FORM","reference":"A-1"},"validFrom":"%s",
                         "validUntil":"%s"}""".formatted(
                                        consent, child, today, today.plusDays(90)))
                        .status())
                .isEqualTo(201);
        await().atMost(SOON).until(() -> withdrawn(tumbuh).equals(List.of(false)));
        long begun = System.nanoTime();
        assertThat(tpps.post(Component.REGISTRY, "/v1/consents/" + consent + ":withdraw", "{\"by\":\"MOTHER\"}")
                        .status())
                .isEqualTo(200);
        await().atMost(SOON).until(() -> withdrawn(tumbuh).equals(List.of(true)));
        System.out.printf("a withdrawal was known to intervention in %.1f s%n", (System.nanoTime() - begun) / 1e9);
    }

    private List<Boolean> withdrawn(Tumbuh.Running tumbuh) throws SQLException, IOException {
        List<Boolean> found = new ArrayList<>();
        try (Connection database = connect(tumbuh, Component.INTERVENTION);
                PreparedStatement question =
                        database.prepareStatement("select withdrawn from permission where consent_id = ?")) {
            question.setObject(1, consent);
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getBoolean(1));
                }
            }
        }
        return found;
    }

    private JsonNode certificate(Tumbuh.Running tumbuh) {
        return tumbuh.as("auditor")
                .get(Component.REGISTRY, "/v1/erasures/" + erasure)
                .body();
    }

    private static void figuresEqualARecomputation(Tumbuh.Running tumbuh) {
        JsonNode comparison = tumbuh.as("admin")
                .post(Component.REPORTING, "/v1/figures:verify", "")
                .body();
        for (String table : new String[] {"growth", "population", "cases"}) {
            assertThat(comparison.get(table).get("different").asLong())
                    .as(table)
                    .isZero();
        }
    }

    private void replayingChangesNothing(Tumbuh.Running tumbuh) throws SQLException, IOException {
        JsonNode before = certificate(tumbuh);
        for (Component service : Component.SERVICES) {
            assertThat(tumbuh.as("admin")
                            .post(service, "/v1/erasures:replay", "")
                            .status())
                    .as(service.label())
                    .isEqualTo(200);
        }
        assertThat(certificate(tumbuh)).isEqualTo(before);
        assertThat(tablesWith(tumbuh, Component.REGISTRY, child.toString())).isEmpty();
    }

    private static void everyAuditIsIntact(Tumbuh.Running tumbuh) {
        for (Component service : Component.SERVICES) {
            JsonNode verdict =
                    tumbuh.as("auditor").post(service, "/v1/audit:verify", "").body();
            assertThat(verdict.get("intact").asBoolean()).as(verdict.toString()).isTrue();
        }
    }

    private static String family(UUID id, String headName) {
        return """
                {"id":"%s","area":"%s","headName":"%s","conditions":{"drinkingWater":"UNPROTECTED_WELL",
                 "latrine":"NONE"}}""".formatted(id, DESA, headName);
    }

    /** Every table of a database, whoever made it, but for what is on its way out. */
    private static List<String> tablesWith(Tumbuh.Running tumbuh, Component service, String text)
            throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        try (Connection database = connect(tumbuh, service);
                Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select table_name from information_schema.tables where"
                    + " table_schema = 'public' and table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            tables.removeAll(RECORDS);
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery(
                        "select 1 from \"" + table + "\" as t where t::text like '%" + text + "%' limit 1")) {
                    if (rows.next()) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    private static Connection connect(Tumbuh.Running tumbuh, Component service) throws SQLException, IOException {
        String role = service.label() + "_owner";
        Connection database = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + tumbuh.installation().postgresPort() + "/" + service.label(),
                role,
                tumbuh.installation().databasePassword(role));
        try (Statement statement = database.createStatement()) {
            statement.execute("set app.wilayah = '*'");
        }
        return database;
    }
}

package id.tumbuh.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A person whose data are looked for in everything that leaves the registry. */
@QuarkusTest
class CanaryTest extends RegistryTest {
    private static final String NIK = "3604205703249876";
    private static final List<String> CANARY =
            List.of(NIK, "Zulaikha Kenari", "Wulandari Kenari", "081255559876", "Gang Kenari 9876", "3604201703249876");

    @Test
    void neitherEventsNorLogsNorProblemsNorTheAuditKnowAnybody() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listening = listening(logged);
        Logger.getLogger("").addHandler(listening);
        try {
            UUID family = UUID.randomUUID();
            UUID child = UUID.randomUUID();
            String familyRow = """
                    {"id":"%s","area":"%s","headName":"Wulandari Kenari","phone":"081255559876",
                     "address":"Gang Kenari 9876","cardNumber":"3604201703249876"}""".formatted(family, DESA);
            String childRow = child(child, family)
                    .replace("3604205703240001", NIK)
                    .replace("Melati Contoh", "Zulaikha Kenari")
                    .replace("Sari Contoh", "Wulandari Kenari");
            post("/v1/families:batch", "[" + familyRow + "]").body("[0].outcome", equalTo("CREATED"));
            post("/v1/children:batch", "[" + childRow + "]").body("[0].outcome", equalTo("CREATED"));

            String problems = String.join(
                    "\n",
                    body("/v1/children:batch", "[" + childRow.replace("\"birthDate\"", "\"" + NIK + "\"") + "]"),
                    body("/v1/children:batch", "[" + childRow.replace("2024-03-17", NIK) + "]"),
                    body("/v1/children:batch", "[" + childRow.replace("\"P\"", "\"" + NIK + "\"") + "]"),
                    body("/v1/children:batch", "[" + childRow.replace(child.toString(), NIK) + "]"),
                    body("/v1/children:batch", "[" + childRow.replace("Zulaikha", "Siti") + "]"),
                    body("/v1/children:batch", "[\"" + NIK + "\"]"),
                    body("/v1/children:batch", "[{\"nik\": " + NIK),
                    body("/v1/families:batch", "[" + familyRow.replace(DESA, NIK) + "]"),
                    body("/v1/children:search", "{\"nik\": {\"x\": \"" + NIK + "\"}}"),
                    body("/v1/children:lookup", "{\"ids\": [\"" + NIK + "\"]}"),
                    as("kader", DESA).get("/v1/children/" + NIK).asString());

            assertUnknown("problems", problems);
            assertUnknown("outbox", text("select convert_from(body, 'UTF8') as text, key, partition_key from outbox"));
            assertUnknown("audit", text("select audit_entry::text as text from audit_entry"));
            assertUnknown("logs", String.join("\n", logged));
            assertThat(text("select child::text as text from child"))
                    .contains("Zulaikha Kenari")
                    .doesNotContain(NIK);
            assertThat(text("select family::text as text from family"))
                    .doesNotContain("081255559876", "Gang Kenari 9876", "3604201703249876");
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
    }

    private static void assertUnknown(String where, String written) {
        CANARY.forEach(datum -> assertThat(written).as(where).doesNotContain(datum));
    }

    private String text(String sql) {
        return tables.rows(sql).stream().map(Map::toString).reduce("", String::concat);
    }

    private static String body(String path, String body) {
        return as("puskesmas", "36.04").body(body).post(path).asString();
    }

    private static Handler listening(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage() + " " + record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}

package id.tumbuh.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every operation the registry has, by its own OpenAPI document, called as each role with what is known of one family. Whatever
 * answers a name must have left an entry of the audit that names the person's id; an operation that comes later is walked too.
 */
@QuarkusTest
class NamesAreAuditedTest extends RegistryTest {
    private static final List<String> ROLES =
            List.of("kader", "tpk", "puskesmas", "tpps", "opd", "bkkbn", "system", "partner", "auditor", "admin");
    private static final Set<String> NAMES = Set.of("Kanaria", "Dandelia", "Ferdinanda");

    private final UUID family = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();

    @Test
    void everyOperationThatAnswersANameLeavesAnEntryOfWhoseNameItWas() throws IOException {
        post("/v1/families:batch", "[" + family(family, DESA, "PIPED").replace("Budi", "Ferdinanda") + "]")
                .statusCode(200);
        post(
                        "/v1/children:batch",
                        "[" + child(child, family).replace("Melati", "Kanaria").replace("Sari", "Dandelia") + "]")
                .statusCode(200);
        Set<String> answering = new TreeSet<>();
        for (Operation operation : operations()) {
            for (String role : ROLES) {
                for (String body : operation.bodies(family, child)) {
                    if (answersAName(operation, role, body)) {
                        answering.add(operation.method() + " " + operation.path());
                    }
                }
            }
        }

        // that these are found shows that the walk finds such operations
        assertThat(answering)
                .contains(
                        "GET /v1/families/{id}",
                        "GET /v1/children/{id}",
                        "POST /v1/children:lookup",
                        "POST /v1/children:search");
    }

    private boolean answersAName(Operation operation, String role, String body) {
        long before = entries(role);
        Response response = operation.call(role, body, family, child);
        String answer = response.asString();
        if (NAMES.stream().noneMatch(answer::contains)) {
            return false;
        }
        assertThat(entries(role))
                .as("%s %s as %s answers a name without a trace", operation.method(), operation.path(), role)
                .isGreaterThan(before);
        assertThat(response.header("Cache-Control")).contains("no-store");
        return true;
    }

    private long entries(String role) {
        return tables.count(
                "select count(*) from audit_entry where subject = ? and action in ('READ', 'SEARCH') and object_id in (?, ?)",
                role + "-tester",
                family.toString(),
                child.toString());
    }

    private static List<Operation> operations() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (Set.of("get", "post").contains(method.getKey())) {
                    operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey()));
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(15);
        return operations;
    }

    /** What can be asked with the ids, the NIK and the names of one family. */
    private record Operation(String method, String path) {
        Response call(String role, String body, UUID family, UUID child) {
            String address = path.replaceAll("\\{(familyId|id)}", (path.contains("famil") ? family : child).toString())
                    .replaceAll("\\{row}", "1")
                    .replaceAll("\\{[^}]+}", child.toString());
            String query = "?area=" + DESA + "&q=Kanaria&name=Kanaria&family=" + family + "&child=" + child;
            var request = as(role, "36.04");
            // an erasure or a batch changes something, but never answers a name it was not given
            return method.equals("GET")
                    ? request.get(address + query)
                    : request.body(body).post(address);
        }

        List<String> bodies(UUID family, UUID child) {
            if (method.equals("GET")) {
                return List.of("");
            }
            if (path.contains("erase") || path.contains("imports") || path.contains("batch")) {
                return List.of();
            }
            return List.of(
                    "{\"ids\": [\"%s\", \"%s\"], \"purpose\": \"RESEARCH\"}".formatted(child, family),
                    "{\"nik\": \"3604205703240001\"}",
                    "{\"name\": \"kanaria\", \"area\": \"%s\"}".formatted(DESA),
                    "{\"area\": \"%s\"}".formatted(DESA));
        }
    }
}

package id.tumbuh.registry.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StuntingConsumerTest extends RegistryTest {
    @Inject
    StuntingConsumer consumer;

    @Inject
    Database database;

    @Test
    void theWorstOfTheChildrenDecidesAndAnOlderStatementDoesNot() {
        UUID family = aFamily();
        UUID one = aChildOf(family);
        UUID two = aChildOf(family);

        told(stunting(one, 1, "STUNTED"), stunting(two, 1, "SEVERELY_STUNTED"));
        assertThat(priority(family)).isEqualTo("HIGHEST because of CHILD_SEVERELY_STUNTED");

        told(stunting(two, 3, "NORMAL"), stunting(two, 2, "SEVERELY_STUNTED"));
        assertThat(priority(family)).isEqualTo("HIGH because of CHILD_STUNTED");

        told(stunting(two, 2, "SEVERELY_STUNTED"), stunting(UUID.randomUUID(), 1, "STUNTED"));
        assertThat(priority(family)).isEqualTo("HIGH because of CHILD_STUNTED");

        as("tpps", "36.04")
                .get("/v1/families?area=36.04.20.2006&priority=HIGH&limit=1000")
                .then()
                .body("id", hasItem(family.toString()))
                .body("find { it.id == '%s' }.priorityReason".formatted(family), equalTo("CHILD_STUNTED"));

        told(stunting(one, 2, "NORMAL"));
        assertThat(priority(family)).isEqualTo("null because of null");
        assertThat(tables.announced(family)).containsExactly("family-registered", "family-changed");
    }

    private String priority(UUID family) {
        var row = tables.row("select priority, priority_reason from family where id = ?", family);
        return row.get("priority") + " because of " + row.get("priority_reason");
    }

    private void told(ReceivedEvent... events) {
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, List.of(events));
            return true;
        });
    }

    private static ReceivedEvent stunting(UUID child, long version, String stunting) {
        String body = """
                {"childId":"%s","version":%d,"familyId":"%s","areaCode":"36.04.20.2006","sex":"P","stunting":"%s"}""".formatted(child, version, UUID.randomUUID(), stunting);
        return new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.measurement.child-became-stunted.v1",
                "measurement.children",
                0,
                version,
                child.toString(),
                version,
                Instant.parse("2026-02-10T02:00:00Z"),
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}

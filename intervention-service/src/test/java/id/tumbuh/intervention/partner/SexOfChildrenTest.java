package id.tumbuh.intervention.partner;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class SexOfChildrenTest {
    @Inject
    SexOfChildren consumer;

    @Inject
    Database transactions;

    @Inject
    TestDatabase database;

    private final UUID child = UUID.randomUUID();

    @Test
    void theNewestVersionCountsInWhateverOrderItComes() {
        apply(event(2, "L"), event(1, "P"));
        apply(event(1, "P"));
        assertThat(sex()).isEqualTo("L");

        apply(event(3, "P"));
        apply(event(3, "P"));
        assertThat(sex()).isEqualTo("P");
    }

    @Test
    void whoWasErasedStaysAway() {
        database.write("insert into erased_person (id, erasure_id) values (?, ?)", child, UUID.randomUUID());

        apply(event(1, "L"));

        assertThat(database.rows("select 1 from child_sex where child_id = ?", child))
                .isEmpty();
    }

    @Test
    void whatRegistryTellsOfAChildIsUnderstood() throws IOException {
        String example = Files.readString(Path.of(
                System.getProperty("tumbuh.root"), "contracts", "registry", "child-registered.v1", "example.json"));

        apply(received(1, example.replace("0198c1a0-0000-7000-8000-000000000002", child.toString())));

        assertThat(sex()).isEqualTo("P");
    }

    private String sex() {
        return TestDatabase.text(database.row("select sex from child_sex where child_id = ?", child), "sex");
    }

    private void apply(ReceivedEvent... events) {
        transactions.<@Nullable Object>write(Scope.everywhere(), tx -> {
            consumer.apply(tx, Arrays.asList(events));
            return null;
        });
    }

    private ReceivedEvent event(long version, String sex) {
        return received(version, """
                {"childId":"%s","version":%d,"familyId":"%s","areaCode":"87.02.01.2001","sex":"%s","birthDate":"2025-01-01",
                 "active":true}""".formatted(child, version, UUID.randomUUID(), sex));
    }

    private ReceivedEvent received(long version, String body) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.registry.child-changed.v1",
                "registry.children",
                0,
                0,
                child.toString(),
                version,
                Instant.EPOCH,
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}

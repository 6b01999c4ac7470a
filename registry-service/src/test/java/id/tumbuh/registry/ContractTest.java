package id.tumbuh.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders under {@code contracts/registry}: each example satisfies its schema and names nobody. */
class ContractTest {
    static List<String> events() throws IOException {
        try (Stream<Path> folders = Files.list(Contracts.REGISTRY)) {
            return folders.map(folder -> folder.getFileName().toString().replace(".v1", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyEventOfTheRegistryHasAContract() throws IOException {
        assertThat(new TreeSet<>(events()))
                .containsExactly(
                        "area-changed",
                        "areas-published",
                        "child-changed",
                        "child-erased",
                        "child-registered",
                        "companion-assigned",
                        "companion-released",
                        "companion-visited",
                        "consent-given",
                        "consent-withdrawn",
                        "couple-called-off",
                        "couple-changed",
                        "couple-married",
                        "couple-registered",
                        "family-changed",
                        "family-erased",
                        "family-flagged-at-risk",
                        "family-merge-undone",
                        "family-merged",
                        "family-moved",
                        "family-registered",
                        "family-risk-changed",
                        "family-risk-cleared",
                        "family-split",
                        "growth-record-received",
                        "pregnancy-changed",
                        "pregnancy-confirmed",
                        "pregnancy-ended");
    }

    @ParameterizedTest
    @MethodSource("events")
    void theExampleSatisfiesItsSchema(String event) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(
                        Contracts.REGISTRY.resolve(event + ".v1").resolve("schema.json")));

        assertThat(schema.validate(Contracts.example(event).toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void noIdentityIsInAnyContract(String event) throws IOException {
        String schema =
                Files.readString(Contracts.REGISTRY.resolve(event + ".v1").resolve("schema.json"));

        assertThat(schema)
                .doesNotContainIgnoringCase("\"nik")
                .doesNotContainIgnoringCase("motherName")
                .doesNotContainIgnoringCase("address\"")
                .doesNotContainIgnoringCase("phone")
                .doesNotContainIgnoringCase("card");
    }
}

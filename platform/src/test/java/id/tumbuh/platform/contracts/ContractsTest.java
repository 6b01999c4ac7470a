package id.tumbuh.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("tumbuh.root"), "contracts");
    /** Sixteen digits in a row are a NIK or a family card number, whoever invented them. */
    private static final Pattern IDENTITY =
            Pattern.compile("\\d{16}|\"(nik|name|motherName|fatherName|address|phone)\"");

    static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(CONTRACTS)) {
            return files.filter(file -> file.endsWith("schema.json"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theExampleSatisfiesTheSchema(Path folder) throws IOException {
        List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(folder.resolve("schema.json")))
                .validate(Files.readString(folder.resolve("example.json")), InputFormat.JSON);

        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void noEventAboutPersonsHasRoomForAnIdentity(Path folder) throws IOException {
        if (folder.endsWith("areas-published.v1")) {
            return; // names of places
        }
        assertThat(Files.readString(folder.resolve("schema.json"))).doesNotContainPattern(IDENTITY);
        assertThat(Files.readString(folder.resolve("example.json"))).doesNotContainPattern(IDENTITY);
    }

    @Test
    void theAsyncApiDocumentAndItsPageNameEveryEventAndNoOther() throws IOException {
        Set<String> events = folders().stream()
                .map(folder ->
                        "id.tumbuh." + CONTRACTS.relativize(folder).toString().replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));

        for (String document : List.of("asyncapi.yaml", "index.html")) {
            Set<String> named = Pattern.compile("id\\.tumbuh\\.[a-z]+\\.[a-z-]+\\.v\\d+")
                    .matcher(Files.readString(CONTRACTS.resolve(document)))
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named).as(document).isEqualTo(events);
        }
    }
}

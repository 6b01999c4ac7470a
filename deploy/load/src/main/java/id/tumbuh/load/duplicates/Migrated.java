package id.tumbuh.load.duplicates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.registry.sameperson.MatchingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The matching rules as the registry's migration brings them, so that what is measured is what runs. */
final class Migrated {
    private static final String FILE = "/db/migration/V1120__same_person_rules.sql";
    private static final Pattern ROW = Pattern.compile(
            "\\('(sameperson\\.[a-z-]+)', (\\d+), date '[0-9-]+', (?:null|date '[0-9-]+'),\\s*'((?:[^']++|'')*+)'",
            Pattern.DOTALL);

    private Migrated() {}

    static MatchingModel model() {
        return model(Map.of());
    }

    /** With some rules in place of the migration's. */
    static MatchingModel model(Map<String, JsonNode> instead) {
        Map<String, JsonNode> rules = new TreeMap<>();
        Matcher row = ROW.matcher(read());
        while (row.find()) {
            rules.put(row.group(1), json(row.group(3).replace("''", "'")));
        }
        rules.putAll(instead);
        return new MatchingModel(code -> Objects.requireNonNull(rules.get(code), code), "migrated");
    }

    static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a rule is no JSON", broken);
        }
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(Migrated.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

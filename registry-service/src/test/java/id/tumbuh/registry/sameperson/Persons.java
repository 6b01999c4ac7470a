package id.tumbuh.registry.sameperson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.identity.Sex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Invented records, and the model of the migration. */
final class Persons {
    static final MatchingModel MODEL = model();
    static final Persons MELATI = new Persons();

    private @Nullable String nik;
    private @Nullable String name = "Melati Zulaikha";
    private @Nullable String mother = "Rukmini Contohwati";
    private @Nullable String father = "Sarjono Teladan";
    private @Nullable String spouse;
    private LocalDate born = LocalDate.of(2024, 3, 7);
    private Sex sex = Sex.P;
    private String desa = "36.04.20.2006";
    private @Nullable Integer order;
    private @Nullable Integer grams;

    Persons named(@Nullable String written) {
        Persons other = copy();
        other.name = written;
        return other;
    }

    Persons of(@Nullable String itsMother, @Nullable String itsFather) {
        Persons other = copy();
        other.mother = itsMother;
        other.father = itsFather;
        return other;
    }

    Persons bornOn(String date) {
        Persons other = copy();
        other.born = LocalDate.parse(date);
        return other;
    }

    Persons withNik(String index) {
        Persons other = copy();
        other.nik = index;
        return other;
    }

    Persons boy() {
        Persons other = copy();
        other.sex = Sex.L;
        return other;
    }

    Persons in(String village) {
        Persons other = copy();
        other.desa = village;
        return other;
    }

    Persons weighing(int birthGrams, int birthOrder) {
        Persons other = copy();
        other.grams = birthGrams;
        other.order = birthOrder;
        return other;
    }

    Persons marriedTo(String partner) {
        Persons other = copy();
        other.spouse = partner;
        return other;
    }

    Resemblance beside(Persons other) {
        return MODEL.compare(read(), other.read());
    }

    ReadPerson read() {
        return MODEL.read(new Person(
                UUID.randomUUID(),
                nik,
                new Person.Names(name, mother, father, spouse),
                born,
                sex,
                new AreaCode(desa),
                order,
                grams));
    }

    private Persons copy() {
        Persons copy = new Persons();
        copy.nik = nik;
        copy.name = name;
        copy.mother = mother;
        copy.father = father;
        copy.spouse = spouse;
        copy.born = born;
        copy.sex = sex;
        copy.desa = desa;
        copy.order = order;
        copy.grams = grams;
        return copy;
    }

    /** The figures that the migration brings are those that are tested. */
    private static MatchingModel model() {
        Map<String, JsonNode> rules = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(
                Persons.class.getResourceAsStream("/db/migration/V1120__same_person_rules.sql"))) {
            Matcher row = Pattern.compile(
                            "\\('(sameperson\\.[a-z-]+)', 1, date '[0-9-]+', null,\\s*'((?:[^']++|'')*+)'",
                            Pattern.DOTALL)
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            while (row.find()) {
                rules.put(row.group(1), json(row.group(2).replace("''", "'")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new MatchingModel(code -> Objects.requireNonNull(rules.get(code), code), "test");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JsonMapper.builder().build().readTree(text);
    }
}

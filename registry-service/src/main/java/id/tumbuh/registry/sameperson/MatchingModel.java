package id.tumbuh.registry.sameperson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of one day: how often fields agree among records of one person (m) and by chance (u), and the thresholds. */
public final class MatchingModel {
    /** The rules a model is made of, in the order of their versions in {@link #version}: append only. */
    public static final List<String> CODES = List.of(
            "sameperson.weights",
            "sameperson.thresholds",
            "sameperson.titles",
            "sameperson.degrees",
            "sameperson.muhammad",
            "sameperson.siti",
            "sameperson.newborn",
            "sameperson.child-of",
            "sameperson.spelling",
            "sameperson.common-words",
            "sameperson.usual-word");

    private final String version;
    private final Map<Field, Map<Likeness, Odds>> odds = new EnumMap<>(Field.class);
    private final NameRules names;
    private final double automaticFrom;
    private final double toDecideFrom;
    private final double wordLikeness;
    private final double likeWord;
    private final int largestBlock;

    private record Odds(double among, double chance) {}

    /**
     * @param rules the value of each of {@link #CODES}
     * @param version of the rules, stored with every decision
     */
    public MatchingModel(Function<String, JsonNode> rules, String version) {
        this.version = version;
        JsonNode weights = rules.apply("sameperson.weights");
        for (Field field : Field.values()) {
            Map<Likeness, Odds> ofField = new EnumMap<>(Likeness.class);
            weights.path(field.name())
                    .properties()
                    .forEach(level -> ofField.put(
                            Likeness.valueOf(level.getKey()),
                            new Odds(
                                    level.getValue().get(0).asDouble(),
                                    level.getValue().get(1).asDouble())));
            odds.put(field, ofField);
        }
        this.names = new NameRules(rules);
        JsonNode thresholds = rules.apply("sameperson.thresholds");
        this.automaticFrom = thresholds.get("automatic").asDouble();
        this.toDecideFrom = thresholds.get("decide").asDouble();
        this.wordLikeness = thresholds.get("wordLikeness").asDouble();
        this.likeWord = thresholds.get("likeWord").asDouble();
        this.largestBlock = thresholds.get("largestBlock").asInt();
    }

    public String version() {
        return version;
    }

    public ReadPerson read(Person person) {
        return new ReadPerson(person, names);
    }

    /** The telling words of a name as they sound, each once; spellings of one sound are one. */
    public List<String> sounds(@Nullable String written) {
        WrittenName name = names.ofAdult(written);
        return name == null
                ? List.of()
                : name.words().stream().map(WrittenName.Word::sound).distinct().toList();
    }

    public Resemblance compare(ReadPerson one, ReadPerson other) {
        return new Comparison(this, one, other).result();
    }

    /** A key that more records share than this is too common to find anybody by. */
    public int largestBlock() {
        return largestBlock;
    }

    double frequency(WrittenName.Word word) {
        return names.frequency(word);
    }

    double wordLikeness() {
        return wordLikeness;
    }

    /** How often a word is like another by chance. */
    double likeWord() {
        return likeWord;
    }

    double automaticFrom() {
        return automaticFrom;
    }

    double toDecideFrom() {
        return toDecideFrom;
    }

    /**
     * @param byChance how often the two would agree so by chance, if the table's figure is less: common names are told apart
     *     by it
     */
    Evidence weigh(Field field, Likeness likeness, double byChance) {
        if (likeness == Likeness.UNKNOWN) {
            return new Evidence(field, likeness, 0);
        }
        Odds level = odds.getOrDefault(field, Map.of()).get(likeness);
        if (level == null) {
            throw new IllegalStateException("sameperson.weights lacks " + field + "/" + likeness);
        }
        double chance = Math.min(1, Math.max(level.chance(), byChance));
        return new Evidence(field, likeness, Math.log(level.among() / chance) / Math.log(2));
    }
}

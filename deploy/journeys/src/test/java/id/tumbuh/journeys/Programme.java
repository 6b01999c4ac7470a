package id.tumbuh.journeys;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.journeys.CivilServants.CivilServant;
import id.tumbuh.local.Component;
import id.tumbuh.local.demo.StuntedChildren;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who takes part in the programme, and who has a sponsor since the plan was made. */
final class Programme {
    static final String KABUPATEN = "36.04";
    static final String KIBIN = "36.04.16";
    static final Duration SOON = Duration.ofMinutes(4);
    static final int SHORT_DAYS = 60;
    private static final long SEED = 5;

    final Tumbuh.Running tumbuh;
    final ProgrammeDays days = ProgrammeDays.now();
    final SerangTruth truth;
    final Api team;
    final List<CivilServant> servants;

    private final Map<String, SerangChild> byId;
    private final Map<SerangChild, JsonNode> placed = new HashMap<>();
    private final Set<SerangChild> shortly = new HashSet<>();

    Programme(Tumbuh.Running tumbuh) {
        this.tumbuh = tumbuh;
        this.team = tumbuh.as("tpps", KABUPATEN);
        this.truth = new SerangTruth(StuntedChildren.of(SEED, days.weighing(0)).stream()
                .map(child -> SerangChild.of(child, days))
                .toList());
        this.byId = truth.children().stream()
                .collect(Collectors.toMap(child -> child.id().toString(), Function.identity()));
        this.servants = CivilServants.of(kecamatan());
    }

    List<String> kecamatan() {
        return List.copyOf(truth.count(_ -> true).keySet());
    }

    int places() {
        return servants.stream().mapToInt(CivilServant::capacity).sum();
    }

    /** The child that an answer is about. */
    SerangChild child(JsonNode answer) {
        SerangChild child = byId.get(answer.get("childId").asText());
        if (child == null) {
            throw new AssertionError("a child that nobody registered: " + answer);
        }
        return child;
    }

    /** From now on these grow as children with a sponsor. */
    void place(List<JsonNode> placements) {
        placements.forEach(one -> placed.put(child(one), one));
        truth.helped(placed.keySet().stream().map(SerangChild::id).collect(toSet()));
    }

    void promiseShortly(Set<SerangChild> some) {
        shortly.addAll(some);
    }

    Map<SerangChild, JsonNode> placed() {
        return Map.copyOf(placed);
    }

    Set<SerangChild> shortly() {
        return Set.copyOf(shortly);
    }

    int promisedDays(SerangChild child) {
        return shortly.contains(child) ? SHORT_DAYS : ProgrammeDays.PROMISED_DAYS;
    }

    /** The last day of help up to now. */
    LocalDate helpedUntil(SerangChild child) {
        LocalDate last = days.helpBegins().plusDays(promisedDays(child) - 1L);
        return last.isBefore(days.today()) ? last : days.today();
    }

    /** Whether a sponsor's promise stands after the weighing of a month. */
    boolean isPromised(SerangChild child, int month) {
        return placed.containsKey(child) && !shortly.contains(child) && truth.isInNeed(child, month);
    }

    List<JsonNode> placements(String state) {
        return list("/v1/placements?state=" + state);
    }

    List<JsonNode> referrals(String field) {
        return list("/v1/referrals?field=" + field);
    }

    /** Everything in the kabupaten that intervention-service lists at a path with a question. */
    List<JsonNode> list(String path) {
        return team.all(Component.INTERVENTION, path + "&limit=1000&area=" + KABUPATEN);
    }

    static Map<String, Long> rows(JsonNode answer, String key, String value) {
        Map<String, Long> rows = new TreeMap<>();
        answer.get("rows")
                .forEach(row -> rows.put(row.get(key).asText(), row.get(value).asLong()));
        return rows;
    }
}

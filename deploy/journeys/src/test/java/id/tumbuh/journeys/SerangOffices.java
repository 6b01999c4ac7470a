package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the offices, posyandu and kitchens of the kabupaten send, each with its own token. */
final class SerangOffices {
    private final Tumbuh.Running tumbuh;
    private final Api system;
    private final Api team;

    SerangOffices(Tumbuh.Running tumbuh) {
        this.tumbuh = tumbuh;
        this.system = tumbuh.as("system", Programme.KABUPATEN);
        this.team = tumbuh.as("tpps", Programme.KABUPATEN);
    }

    void register(List<SerangChild> children) {
        Map<UUID, String> posyandu = new LinkedHashMap<>();
        Map<UUID, String> families = new LinkedHashMap<>();
        children.forEach(child -> {
            posyandu.put(
                    child.posyanduId(),
                    "{\"id\":\"%s\",\"area\":\"%s\",\"name\":\"%s\"}"
                            .formatted(
                                    child.posyanduId(),
                                    child.told().home().desa(),
                                    child.told().home().posyandu()));
            families.put(child.familyId(), family(child));
        });
        created(Component.REGISTRY, "/v1/posyandu:batch", posyandu.values());
        created(Component.REGISTRY, "/v1/families:batch", families.values());
        created(
                Component.REGISTRY,
                "/v1/children:batch",
                children.stream().map(SerangOffices::child).toList());
    }

    /** A measurement of a child that measurement-service was not told of yet waits there. */
    void weigh(List<String> rows) {
        assertThat(Batches.send(system, Component.MEASUREMENT, "/v1/measurements:batch", rows))
                .isNotEmpty()
                .allMatch(outcome -> List.of("CREATED", "PENDING_CHILD").contains(outcome));
    }

    /** Mothers who agree, one after the other as their papers come in. */
    void agree(List<SerangChild> children, LocalDate today) {
        List<Integer> answers = Batches.together(
                children,
                child -> team.post(Component.REGISTRY, "/v1/consents", """
                                {"id":"%s","childId":"%s","purpose":"FOSTER_PARENT","legalBasis":"CONSENT","givenBy":"MOTHER",
                                 "evidence":{"kind":"SIGNED_FORM","reference":"TPPS/%d"},"validFrom":"%s","validUntil":"%s"}""".formatted(
                                        child.consentId(),
                                        child.id(),
                                        child.told().number(),
                                        today.minusMonths(4),
                                        today.plusMonths(8)))
                        .status());
        assertThat(answers).isNotEmpty().containsOnly(201);
    }

    static UUID kitchen(String kecamatan) {
        return SerangChild.named("kitchen " + kecamatan);
    }

    /** A dapur sehat, what it cooks in the first week, and what it has to cook with. */
    void openKitchen(String kecamatan, LocalDate monday, int eggs) {
        String path = "/v1/providers/" + kitchen(kecamatan);
        assertThat(team.put(Component.INTERVENTION, path, """
                        {"kind":"DASHAT","name":"Dapur Sehat %s","area":"%s","mealsPerDay":200}""".formatted(kecamatan, kecamatan))
                        .status())
                .isEqualTo(201);
        Api kader = tumbuh.as("kader", kecamatan);
        for (int day = 0; day < 7; day++) {
            assertThat(kader.put(
                                    Component.INTERVENTION,
                                    path + "/menus/" + monday.plusDays(day),
                                    day == 0
                                            ? "{\"fullMeal\":true,\"dishes\":[{\"name\":\"Nasi tim ayam telur\",\"animalProteins\":[\"CHICKEN\",\"EGG\"]}]}"
                                            : "{\"fullMeal\":false,\"dishes\":[{\"name\":\"Puding telur\",\"animalProteins\":[\"EGG\"]}]}")
                            .status())
                    .isIn(200, 201);
        }
        assertThat(kader.get(Component.INTERVENTION, path + "/menus?from=" + monday + "&to=" + monday.plusDays(6))
                        .body()
                        .get("warnings"))
                .isEmpty();
        assertThat(Batches.send(kader, Component.INTERVENTION, path + "/stock-movements:batch", List.of("""
                        {"id":"%s","direction":"IN","item":"EGG","unit":"PIECE","quantity":%d,"day":"%s"}""".formatted(
                                SerangChild.named("eggs " + kecamatan), eggs, monday))))
                .containsExactly("CREATED");
    }

    /** What became of deliveries, as kader of a kecamatan tell it. */
    List<String> tellDeliveries(String kecamatan, List<String> rows) {
        return Batches.send(tumbuh.as("kader", kecamatan), Component.INTERVENTION, "/v1/deliveries:batch", rows);
    }

    /** Eggs that are left in a kitchen. */
    int eggsLeft(String kecamatan) {
        JsonNode stock = tumbuh.as("kader", kecamatan)
                .get(Component.INTERVENTION, "/v1/providers/" + kitchen(kecamatan) + "/stock")
                .body();
        return stock.get(0).get("left").asInt();
    }

    private void created(Component service, String path, Collection<String> rows) {
        assertThat(Batches.send(system, service, path, List.copyOf(rows)))
                .as(path)
                .containsOnly("CREATED");
    }

    private static String family(SerangChild child) {
        SerangChild.House house = child.house();
        String seen = house.seen()
                ? ",\"conditions\":{\"drinkingWater\":\"%s\",\"latrine\":\"%s\"}"
                        .formatted(
                                house.safeWater() ? "PIPED" : "UNPROTECTED_WELL",
                                house.safeLatrine() ? "SEPTIC_TANK" : "NONE")
                : "";
        return "{\"id\":\"%s\",\"area\":\"%s\",\"rw\":\"%s\",\"rt\":\"%s\",\"headName\":\"%s\",\"welfareRank\":%d%s}"
                .formatted(
                        child.familyId(),
                        child.told().home().desa(),
                        child.told().home().rw(),
                        child.told().home().rt(),
                        child.told().name().mother(),
                        house.welfare(),
                        seen);
    }

    private static String child(SerangChild child) {
        return "{\"id\":\"%s\",\"familyId\":\"%s\",\"area\":\"%s\",\"posyanduId\":\"%s\",\"sex\":\"%s\",\"birthDate\":\"%s\",\"name\":\"%s\",\"motherName\":\"%s\"}"
                .formatted(
                        child.id(),
                        child.familyId(),
                        child.told().home().desa(),
                        child.posyanduId(),
                        child.told().sex(),
                        child.told().born(),
                        child.told().name().child(),
                        child.told().name().mother());
    }
}

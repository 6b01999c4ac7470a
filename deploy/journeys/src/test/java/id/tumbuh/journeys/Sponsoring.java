package id.tumbuh.journeys;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.journeys.CivilServants.CivilServant;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Mothers agree, civil servants promise, and plans bring them together, across kecamatan. */
final class Sponsoring {
    private static final int SHORT_PROMISES = 40;
    private static final int RENEWED = 50;

    private final Programme programme;
    private final Api team;
    private final SerangTruth truth;

    Sponsoring(Programme programme) {
        this.programme = programme;
        this.team = programme.team;
        this.truth = programme.truth;
    }

    /** The same list again changes nothing. */
    void civilServantsPromise(Path list) throws IOException {
        CivilServants.write(list, programme.servants, programme.days.today());
        assertThat(imported(list, true).get("created").asInt()).isEqualTo(CivilServants.MANY);
        JsonNode kept = imported(list, false);
        assertThat(kept.get("created").asInt()).isEqualTo(CivilServants.MANY);
        assertThat(kept.get("refused").asInt()).isZero();
        assertThat(imported(list, false).get("unchanged").asInt()).isEqualTo(CivilServants.MANY);
    }

    private JsonNode imported(Path list, boolean dryRun) {
        Api.Answer answer = team.upload(Component.INTERVENTION, "/v1/sponsors:import", dryRun, list);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    void aPlanCoversTheKabupaten() {
        long agreed = truth.children().stream().filter(SerangChild::agrees).count();
        assertThat(agreed).isGreaterThan(programme.places());
        JsonNode[] plan = new JsonNode[1];
        // until the last consent has come over, a plan sees fewer
        await().atMost(Programme.SOON).until(() -> {
            plan[0] = plan(4);
            return plan[0].get("needs").asLong() == agreed;
        });
        assertThat(plan[0].get("sponsors").asInt()).isEqualTo(CivilServants.MANY);
        assertThat(plan[0].get("places").asInt()).isEqualTo(programme.places());
        assertThat(plan[0].get("placed").asInt()).isEqualTo(programme.places());
        assertThat(plan[0].get("gapPercent").asDouble()).isLessThanOrEqualTo(2);
        List<JsonNode> proposals = team.all(
                Component.INTERVENTION, "/v1/matchings/" + plan[0].get("id").asText() + "/proposals?limit=1000");
        assertThat(proposals)
                .hasSize(programme.places())
                .allSatisfy(one -> assertThat(one.get("sentence").asText()).startsWith("Diusulkan karena peringkat"));
        hold(plan[0], programme.places());
        System.out.printf(
                "%d of %d children whose mothers agreed have a sponsor, %s %% from the bound at most%n",
                programme.places(), agreed, plan[0].get("gapPercent").asText());
        everyPairIsAllowed(programme.placements("HELD"), proposals);
    }

    private void everyPairIsAllowed(List<JsonNode> held, List<JsonNode> proposals) {
        Map<String, CivilServant> servants = servantsBySponsor();
        assertThat(held.stream().map(programme::child)).doesNotHaveDuplicates().allMatch(SerangChild::agrees);
        held.stream()
                .collect(groupingBy(one -> sponsor(one, servants), counting()))
                .forEach((servant, many) -> assertThat(many).isLessThanOrEqualTo(servant.capacity()));
        long ofKibinElsewhere = held.stream()
                .filter(one -> sponsor(one, servants).kecamatan().equals(Programme.KIBIN))
                .filter(one -> !programme.child(one).kecamatan().equals(Programme.KIBIN))
                .count();
        int placesOfKibin = programme.servants.stream()
                .filter(one -> one.kecamatan().equals(Programme.KIBIN))
                .mapToInt(CivilServant::capacity)
                .sum();
        assertThat(ofKibinElsewhere).isGreaterThanOrEqualTo(placesOfKibin - 10L);
        long across = held.stream()
                .filter(one -> !sponsor(one, servants)
                        .kecamatan()
                        .equals(programme.child(one).kecamatan()))
                .count();
        assertThat(proposals.stream()
                        .filter(one -> one.get("sentence").asText().contains("lintas kecamatan"))
                        .count())
                .isEqualTo(across);
        System.out.printf(
                "%d pairs across kecamatan; civil servants of Kibin help %d children elsewhere%n",
                across, ofKibinElsewhere);
        programme.place(held);
    }

    private static CivilServant sponsor(JsonNode placement, Map<String, CivilServant> servants) {
        return Objects.requireNonNull(
                servants.get(placement.get("sponsorId").asText()), "a sponsor whom no list names");
    }

    private Map<String, CivilServant> servantsBySponsor() {
        Map<String, CivilServant> byCode =
                programme.servants.stream().collect(toMap(CivilServant::code, Function.identity()));
        Map<String, CivilServant> bySponsor = programme.list("/v1/sponsors?kind=ASN").stream()
                .collect(toMap(
                        one -> one.get("id").asText(),
                        one -> Objects.requireNonNull(
                                byCode.get(one.get("reference").asText()))));
        assertThat(bySponsor).hasSize(CivilServants.MANY);
        return bySponsor;
    }

    /**
     * From a week after the baseline on. A few promise for a shorter time, which is over by now: for children who would not have been
     * visited meanwhile.
     */
    void promisesAreMade() {
        programme.promiseShortly(programme.placed().keySet().stream()
                .filter(child -> child.sponsored().stream().noneMatch(Visit::isNotGainedTwice)
                        && truth.isInNeed(child, programme.days.months()))
                .sorted(Comparator.comparingInt(child -> child.told().number()))
                .limit(SHORT_PROMISES)
                .collect(toSet()));
        List<Integer> answers =
                Batches.together(programme.placed().entrySet(), one -> commit(one.getKey(), one.getValue()));
        assertThat(answers).containsOnly(200);
        await().atMost(Programme.SOON)
                .untilAsserted(() ->
                        assertThat(programme.placements("COMMITTED")).hasSize(programme.places() - SHORT_PROMISES));
        LocalDate over = programme.days.helpBegins().plusDays(Programme.SHORT_DAYS - 1L);
        assertThat(programme.placements("ENDED")).hasSize(SHORT_PROMISES).allSatisfy(one -> {
            assertThat(one.get("reason").asText()).isEqualTo("PERIOD_OVER");
            assertThat(one.get("endedOn").asText()).isEqualTo(over.toString());
        });
    }

    private int commit(SerangChild child, JsonNode placement) {
        return team.change(
                        Component.INTERVENTION,
                        "/v1/placements/" + placement.get("id").asText() + ":commit",
                        "\"1\"",
                        "{\"from\":\"%s\",\"days\":%d}"
                                .formatted(programme.days.helpBegins(), programme.promisedDays(child)))
                .status();
    }

    /** With the need of a child that recovered, or with the time of the promise. */
    void promisesEnd() {
        int last = programme.days.months();
        Set<SerangChild> recovered = programme.placed().keySet().stream()
                .filter(child -> !truth.isInNeed(child, last))
                .collect(toSet());
        assertThat(recovered).isNotEmpty();
        assertThat(programme.placements("ENDED").stream()
                        .collect(groupingBy(one -> one.get("reason").asText(), counting())))
                .isEqualTo(Map.of("NEED_CLOSED", (long) recovered.size(), "PERIOD_OVER", (long) SHORT_PROMISES));
        assertThat(programme.placements("COMMITTED").stream()
                        .map(programme::child)
                        .collect(toSet()))
                .isEqualTo(programme.placed().keySet().stream()
                        .filter(child -> programme.isPromised(child, last))
                        .collect(toSet()));
        System.out.printf(
                "%d of %d children with a sponsor are not stunted any more, %d of %d without%n",
                recovered.size(),
                programme.places(),
                truth.children().stream()
                                .filter(child -> !truth.isStunted(child, last))
                                .count()
                        - recovered.size(),
                truth.children().size() - programme.places());
    }

    /** Some sponsors promise again; places of children who recovered, and of promises that are over, go to others. */
    void placesThatAreFreeAreGivenAgain() {
        List<JsonNode> committed = programme.placements("COMMITTED");
        Batches.together(committed.subList(0, RENEWED), this::renewed);
        int free = programme.places() - committed.size();
        JsonNode plan = plan(3);
        assertThat(plan.get("places").asInt()).isEqualTo(free);
        assertThat(plan.get("placed").asInt()).isEqualTo(free);
        hold(plan, free);
        Set<SerangChild> second =
                programme.placements("HELD").stream().map(programme::child).collect(toSet());
        assertThat(second).hasSize(free);
        int last = programme.days.months();
        theGapIs(last, child -> second.contains(child) || programme.isPromised(child, last));
    }

    private JsonNode renewed(JsonNode placement) {
        JsonNode renewed = team.change(
                        Component.INTERVENTION,
                        "/v1/placements/" + placement.get("id").asText() + ":renew",
                        "\"" + placement.get("version").asText() + "\"",
                        "{\"days\":90}")
                .body();
        assertThat(renewed.path("to").asText())
                .as(renewed.toString())
                .isEqualTo(LocalDate.parse(placement.get("to").asText())
                        .plusDays(90)
                        .toString());
        return renewed;
    }

    void theGapIsRight(int month) {
        theGapIs(month, child -> programme.isPromised(child, month));
    }

    /** Needs without a sponsor, in every kecamatan, where they are kept and where they are counted. */
    private void theGapIs(int month, Predicate<SerangChild> isHeld) {
        Map<String, Long> needs = truth.count(child -> truth.isInNeed(child, month));
        Map<String, Long> unmet = truth.count(child -> truth.isInNeed(child, month) && !isHeld.test(child));
        await().atMost(Programme.SOON).untilAsserted(() -> {
            JsonNode gap = team.get(Component.INTERVENTION, "/v1/sponsor-gap?area=" + Programme.KABUPATEN)
                    .body();
            assertThat(Programme.rows(gap, "area", "needs")).isEqualTo(needs);
            assertThat(Programme.rows(gap, "area", "unmet")).isEqualTo(unmet);
            JsonNode figure = team.indicator("foster-gap", Programme.KABUPATEN, YearMonth.from(programme.days.today()));
            assertThat(Programme.rows(figure, "key", "denominator")).isEqualTo(needs);
            assertThat(Programme.rows(figure, "key", "numerator")).isEqualTo(unmet);
        });
    }

    private void hold(JsonNode plan, int all) {
        JsonNode held = team.post(
                        Component.INTERVENTION,
                        "/v1/matchings/" + plan.get("id").asText() + ":hold",
                        "{}")
                .body();
        assertThat(held.path("HELD").asInt()).as(held.toString()).isEqualTo(all);
    }

    /** Begins one and watches it to its end. */
    private JsonNode plan(int seconds) {
        UUID id = UUID.randomUUID();
        assertThat(team.post(
                                Component.INTERVENTION,
                                "/v1/matchings",
                                "{\"id\":\"%s\",\"area\":\"%s\",\"seconds\":%d}"
                                        .formatted(id, Programme.KABUPATEN, seconds))
                        .status())
                .isEqualTo(202);
        List<String> seen = new ArrayList<>();
        JsonNode[] run = new JsonNode[1];
        await().atMost(Programme.SOON).pollInterval(Duration.ofMillis(200)).until(() -> {
            run[0] = team.get(Component.INTERVENTION, "/v1/matchings/" + id).body();
            seen.add(run[0].get("state").asText());
            return !seen.getLast().equals("RUNNING");
        });
        assertThat(seen).startsWith("RUNNING").endsWith("DONE");
        return run[0];
    }
}

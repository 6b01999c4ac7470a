package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.journeys.Visit.Mark;
import id.tumbuh.local.Component;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the services answer of growth, needs, referrals and outcomes, beside the truth. */
final class SerangFigures {
    private final Programme programme;
    private final Api team;
    private final SerangTruth truth;

    SerangFigures(Programme programme) {
        this.programme = programme;
        this.team = programme.team;
        this.truth = programme.truth;
    }

    /** Who was weighed, who is stunted, and who needs what for which reason. */
    void ofAMonthAreRight(int month) {
        YearMonth when = programme.days.month(month);
        Map<SerangChild, Visit> came = truth.cameIn(month);
        await().atMost(Programme.SOON).untilAsserted(() -> {
            JsonNode prevalence = team.indicator("stunting-prevalence", Programme.KABUPATEN, when);
            assertThat(Programme.rows(prevalence, "key", "denominator")).isEqualTo(truth.count(came::containsKey));
            assertThat(Programme.rows(prevalence, "key", "numerator"))
                    .isEqualTo(truth.count(child -> came.containsKey(child) && truth.isStunted(child, month)));
            assertThat(cases()).isEqualTo(stunted(month));
            assertThat(causes()).isEqualTo(truth.causes(month));
        });
        assertThat(team.indicator("weight-gain", Programme.KABUPATEN, when)
                        .get("numerator")
                        .asLong())
                .isEqualTo(came.values().stream()
                        .filter(visit -> visit.mark() == Mark.N)
                        .count());
        System.out.printf("%s: %d weighed, %d cases%n", when, came.size(), stunted(month));
    }

    private long cases() {
        return team.get(Component.REPORTING, "/v1/cases/summary?area=" + Programme.KABUPATEN)
                .body()
                .get("stunted")
                .asLong();
    }

    private long stunted(int month) {
        return truth.children().stream()
                .filter(child -> truth.isStunted(child, month))
                .count();
    }

    private Map<String, Long> causes() {
        Map<String, Long> causes = new TreeMap<>();
        team.get(Component.INTERVENTION, "/v1/needs/summary?area=" + Programme.KABUPATEN)
                .body()
                .get("causes")
                .properties()
                .forEach(cause -> causes.put(cause.getKey(), cause.getValue().asLong()));
        return causes;
    }

    /** Exactly for those who are helped and did not gain twice, by the weighing that showed it first; and the OPD of health is asked. */
    void visitsAreAskedFor(int month) {
        Map<String, String> wanted = new TreeMap<>();
        for (SerangChild child : programme.placed().keySet()) {
            child.sponsored().stream()
                    .filter(visit -> visit.month() <= month && visit.isNotGainedTwice())
                    .findFirst()
                    .ifPresent(visit ->
                            wanted.put(child.id().toString(), visit.day().toString()));
        }
        assertThat(wanted.isEmpty()).isEqualTo(month < 2);
        await().atMost(Programme.SOON).untilAsserted(() -> {
            Map<String, String> asked = new TreeMap<>();
            programme
                    .list("/v1/home-visits?")
                    .forEach(one -> asked.put(
                            one.get("childId").asText(), one.get("measuredOn").asText()));
            assertThat(asked).isEqualTo(wanted);
        });
        assertThat(programme.referrals("DINKES").stream()
                        .filter(one -> one.get("riskFactor").asText().equals("HOME_VISIT"))
                        .map(one -> one.get("childId").asText())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(wanted.keySet());
        System.out.printf("%d home visits referred%n", wanted.size());
    }

    /** Water and latrines to the one that builds, poverty to the one that supports; of families with anybody in need. */
    void whatFamiliesLackIsReferred() {
        Map<String, Long> referred = new TreeMap<>();
        for (String field : List.of("PUPR", "DINSOS")) {
            programme
                    .referrals(field)
                    .forEach(one -> referred.merge(one.get("riskFactor").asText(), 1L, Long::sum));
        }
        assertThat(referred).isEqualTo(truth.familiesLacking(programme.days.months()));
    }

    /** How the helped grew, beside their likes whom nobody helped, and that this is no proof. */
    void outcomesAreTold() {
        ProgrammeDays days = programme.days;
        JsonNode told = team.get(
                        Component.INTERVENTION,
                        "/v1/outcomes?area=%s&from=%s&to=%s"
                                .formatted(Programme.KABUPATEN, days.helpBegins(), days.today()))
                .body();
        Set<SerangChild> helped = programme.placed().keySet();
        var expected = new ExpectedGrowth(truth, days.months(), days.helpBegins());
        List<BigDecimal> grown = helped.stream()
                .flatMap(child -> expected.gramsPerMonth(child, programme.helpedUntil(child)).stream())
                .toList();
        assertThat(told.get("placements").asInt()).isEqualTo(helped.size());
        assertThat(told.at("/during/gramsPerMonth/children").asInt()).isEqualTo(grown.size());
        assertThat(told.at("/during/gramsPerMonth/mean").decimalValue())
                .isCloseTo(ExpectedGrowth.mean(grown), within(BigDecimal.ONE));
        long gained = marks(expected, Mark.N);
        assertThat(told.at("/during/gained/numerator").asLong()).isEqualTo(gained);
        assertThat(told.at("/during/gained/denominator").asLong()).isEqualTo(gained + marks(expected, Mark.T));
        comparisonIsRight(told.at("/comparison/gramsPerMonth"), expected, helped);
        assertThat(told.get("caveats").toString())
                .contains("perbedaan angka bukan bukti bahwa bantuan itu penyebabnya", "regresi ke rata-rata");
    }

    private void comparisonIsRight(JsonNode told, ExpectedGrowth expected, Set<SerangChild> helped) {
        Set<SerangChild> others = new HashSet<>(truth.children());
        others.removeAll(helped);
        ExpectedGrowth.Compared compared = expected.compare(helped, others, programme.days.today());
        BigDecimal withSponsor = told.at("/helped/mean").decimalValue();
        BigDecimal without = told.at("/compared/mean").decimalValue();
        assertThat(told.at("/helped/children").asInt()).isEqualTo(compared.many());
        assertThat(told.at("/compared/children").asInt()).isEqualTo(compared.others());
        assertThat(withSponsor).isCloseTo(compared.helped(), within(BigDecimal.ONE));
        assertThat(without)
                .isCloseTo(compared.counterparts(), within(BigDecimal.ONE))
                .isLessThan(withSponsor);
        System.out.printf(
                "%d helped children gained %s g a month, their likes without help %s g%n",
                compared.many(), withSponsor, without);
    }

    private long marks(ExpectedGrowth expected, Mark mark) {
        return programme.placed().keySet().stream()
                .mapToLong(child -> expected.marks(child, programme.helpedUntil(child), mark))
                .sum();
    }

    void nothingIsSetAsideAndCountersAreRight() {
        Api admin = programme.tumbuh.as("admin");
        for (Component service : Component.SERVICES) {
            assertThat(admin.get(service, "/v1/quarantine").body())
                    .as(service.label())
                    .isEmpty();
        }
        List<String> compared = new ArrayList<>();
        admin.post(Component.REPORTING, "/v1/figures:verify", "")
                .body()
                .properties()
                .forEach(table -> {
                    if (table.getValue().has("different")) {
                        compared.add(table.getKey());
                        assertThat(table.getValue().get("different").asLong())
                                .as(table.getKey())
                                .isZero();
                    }
                });
        assertThat(compared).contains("growth", "population", "cases");
        System.out.println("counters equal a recomputation: " + compared);
    }
}

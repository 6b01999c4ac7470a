package id.tumbuh.journeys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.journeys.CivilServants.CivilServant;
import id.tumbuh.journeys.Visit.Mark;
import id.tumbuh.local.Component;
import id.tumbuh.local.demo.StuntedChildren;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programme of Kabupaten Serang (2024): 5,408 stunted children, 1,300 civil servants who become orang tua asuh of any child of the
 * kabupaten, food from dapur sehat for three months. On an installation of its own, over HTTP alone; every answer is compared with
 * {@link SerangTruth}, which counts the same children without the services.
 *
 * <p>All of it happens today, with the days of the last four months. What the services date by the clock is dated today: needs are opened
 * and closed, placements ended. The months come one after the other, as they would: a month's weighings are sent when everything that
 * follows from the month before has arrived, since only the newest weighing asks for a visit. Food comes weekly, as the plan has it. One
 * promise of 40 is for 60 days only, so that it is over before the programme is.
 */
class SerangProgrammeTest {
    private static final String KABUPATEN = SerangOffices.KABUPATEN;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int SHORT_PROMISES = 40;
    private static final int SHORT_DAYS = 60;
    private static final int RENEWED = 50;
    /** After that many days without a word a delivery counts as missed: rule {@code delivery.grace-days}. */
    private static final int GRACE_DAYS = 3;

    private static Tumbuh.Running tumbuh;

    private final ProgrammeDays days = ProgrammeDays.now();
    private final SerangTruth truth = new SerangTruth(StuntedChildren.of(5, days.weighing(0)).stream()
            .map(child -> SerangChild.of(child, days))
            .toList());
    private final Map<String, SerangChild> byId = truth.children().stream()
            .collect(Collectors.toMap(child -> child.id().toString(), Function.identity()));
    private final SerangOffices offices = new SerangOffices(tumbuh);
    private final Api team = tumbuh.as("tpps", KABUPATEN);
    private final List<CivilServant> servants =
            CivilServants.of(List.copyOf(truth.count(_ -> true).keySet()));

    /** By child: whom the plan gave a sponsor, and its placement. */
    private final Map<SerangChild, JsonNode> placed = new HashMap<>();
    /** Of these, whose promise was a short one. */
    private final Set<SerangChild> shortly = new HashSet<>();

    private final List<Ration> rations = new ArrayList<>();
    private long chapterBegun = System.nanoTime();

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        tumbuh = Tumbuh.Running.start();
    }

    @AfterAll
    static void stop() throws IOException {
        tumbuh.close();
    }

    @Test
    void threeMonthsOfHelpComeOutAsCounted() throws IOException {
        chapter("start");
        offices.register(truth.children());
        chapter("register 5,408 children");
        offices.weigh(truth.rows(0));
        figuresOfAMonthAreRight(0);
        theGapIsRight(0);
        chapter("baseline");
        mothersAgreeAndCivilServantsPromise();
        chapter("consents and sponsors");
        aPlanCoversTheKabupaten();
        chapter("plan");
        promisesAreMade();
        theGapIsRight(0);
        chapter("promises");
        kitchensOpen();
        chapter("kitchens");
        for (int month = 1; month <= days.months(); month++) {
            offices.weigh(truth.rows(month));
            foodComes(month);
            figuresOfAMonthAreRight(month);
            visitsAreAskedFor(month);
            chapter("month " + month);
        }
        deliveriesAreCounted();
        promisesEnd();
        theGapIsRight(days.months());
        whatFamiliesLackIsReferred();
        chapter("count");
        outcomesAreTold();
        placesThatAreFreeAreGivenAgain();
        chapter("outcomes, renewals and a second plan");
        pagesShowTheSame();
        nothingIsSetAsideAndCountersAreRight();
        chapter("pages and verification");
    }

    private void mothersAgreeAndCivilServantsPromise() throws IOException {
        offices.agree(truth.children().stream().filter(SerangChild::agrees).toList(), days.today());
        Path list = folder.resolve("korpri.xlsx");
        CivilServants.write(list, servants, days.today());
        JsonNode tried = team.upload(Component.INTERVENTION, "/v1/sponsors:import", true, list)
                .body();
        assertThat(tried.path("created").asInt()).as(tried.toString()).isEqualTo(CivilServants.MANY);
        JsonNode kept = team.upload(Component.INTERVENTION, "/v1/sponsors:import", false, list)
                .body();
        assertThat(kept.get("created").asInt()).isEqualTo(CivilServants.MANY);
        assertThat(kept.get("refused").asInt()).isZero();
        JsonNode again = team.upload(Component.INTERVENTION, "/v1/sponsors:import", false, list)
                .body();
        assertThat(again.get("unchanged").asInt()).isEqualTo(CivilServants.MANY);
    }

    private void aPlanCoversTheKabupaten() {
        long agreed = truth.children().stream().filter(SerangChild::agrees).count();
        int places = servants.stream().mapToInt(CivilServant::capacity).sum();
        assertThat(agreed).isGreaterThan(places);
        JsonNode[] plan = new JsonNode[1];
        // until the last consent has come over, a plan sees fewer
        await().atMost(SOON).until(() -> {
            plan[0] = plan(4);
            return plan[0].get("needs").asLong() == agreed;
        });
        assertThat(plan[0].get("sponsors").asInt()).isEqualTo(CivilServants.MANY);
        assertThat(plan[0].get("places").asInt()).isEqualTo(places);
        assertThat(plan[0].get("placed").asInt()).isEqualTo(places);
        assertThat(plan[0].get("gapPercent").asDouble()).isLessThanOrEqualTo(2);

        String id = plan[0].get("id").asText();
        List<JsonNode> proposals = proposals(id);
        assertThat(proposals).hasSize(places);
        assertThat(proposals)
                .allSatisfy(one -> assertThat(one.get("sentence").asText()).startsWith("Diusulkan karena peringkat"));
        JsonNode held = team.post(Component.INTERVENTION, "/v1/matchings/" + id + ":hold", "{}")
                .body();
        assertThat(held.get("HELD").asInt()).as(held.toString()).isEqualTo(places);
        System.out.printf(
                "%d of %d children whose mothers agreed have a sponsor, %s %% from the bound at most%n",
                places, agreed, plan[0].get("gapPercent").asText());
        everyPairIsAllowed(placements("HELD"), proposals);
    }

    private void everyPairIsAllowed(List<JsonNode> held, List<JsonNode> proposals) {
        Map<String, JsonNode> sponsors =
                team.all(Component.INTERVENTION, "/v1/sponsors?area=" + KABUPATEN + "&limit=1000").stream()
                        .collect(Collectors.toMap(one -> one.get("id").asText(), Function.identity()));
        Map<String, CivilServant> byCode =
                servants.stream().collect(Collectors.toMap(CivilServant::code, Function.identity()));
        assertThat(sponsors).hasSize(CivilServants.MANY);

        assertThat(held.stream().map(one -> one.get("childId").asText())).doesNotHaveDuplicates();
        assertThat(held)
                .allSatisfy(
                        one -> assertThat(byId.get(one.get("childId").asText()).agrees())
                                .isTrue());
        held.stream()
                .collect(groupingBy(one -> one.get("sponsorId").asText(), Collectors.counting()))
                .forEach((sponsor, many) -> assertThat(many)
                        .isLessThanOrEqualTo(byCode.get(
                                        sponsors.get(sponsor).get("reference").asText())
                                .capacity()));
        Map<String, Long> fromKibin = held.stream()
                .filter(one -> sponsors.get(one.get("sponsorId").asText())
                        .get("area")
                        .asText()
                        .equals("36.04.16"))
                .collect(groupingBy(one -> one.get("area").asText().substring(0, 8), Collectors.counting()));
        int ofKibin = CivilServants.capacityByKecamatan(servants).get("36.04.16");
        long elsewhere = fromKibin.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("36.04.16"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(elsewhere).isGreaterThanOrEqualTo(ofKibin - 10);
        assertThat(proposals.stream()
                        .filter(one -> one.get("sentence").asText().contains("lintas kecamatan"))
                        .count())
                .isGreaterThanOrEqualTo(elsewhere);
        System.out.printf(
                "civil servants of Kibin help %d children of %d other kecamatan%n", elsewhere, fromKibin.size());
        held.forEach(one -> placed.put(byId.get(one.get("childId").asText()), one));
        truth.helped(placed.keySet().stream().map(SerangChild::id).collect(toSet()));
    }

    /** Held for a while, then promised from a week after the baseline on; some for a shorter time, and those have nothing to be asked. */
    private void promisesAreMade() {
        placed.keySet().stream()
                .filter(child -> child.sponsored().stream().noneMatch(Visit::isNotGainedTwice)
                        && truth.isInNeed(child, days.months()))
                .sorted(Comparator.comparingInt(child -> child.told().number()))
                .limit(SHORT_PROMISES)
                .forEach(shortly::add);
        assertThat(shortly).hasSize(SHORT_PROMISES);
        List<Integer> answers = Batches.together(
                placed.entrySet(),
                one -> team.change(
                                Component.INTERVENTION,
                                "/v1/placements/" + one.getValue().get("id").asText() + ":commit",
                                "\"1\"",
                                "{\"from\":\"%s\",\"days\":%d}"
                                        .formatted(
                                                days.helpBegins(),
                                                shortly.contains(one.getKey())
                                                        ? SHORT_DAYS
                                                        : ProgrammeDays.PROMISED_DAYS))
                        .status());
        assertThat(answers).containsOnly(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(placements("COMMITTED")).hasSize(placed.size() - SHORT_PROMISES));
        assertThat(placements("ENDED")).hasSize(SHORT_PROMISES).allSatisfy(one -> {
            assertThat(one.get("reason").asText()).isEqualTo("PERIOD_OVER");
            assertThat(one.get("endedOn").asText())
                    .isEqualTo(days.helpBegins().plusDays(SHORT_DAYS - 1).toString());
        });
        planOfDeliveriesIsWeekly();
    }

    private void planOfDeliveriesIsWeekly() {
        team.all(Component.INTERVENTION, "/v1/deliveries?area=" + KABUPATEN + "&limit=1000")
                .forEach(one ->
                        rations.add(Ration.of(one, byId.get(one.get("childId").asText()), days.helpBegins())));
        Set<String> wanted = new HashSet<>();
        placed.keySet().forEach(child -> {
            int promised = shortly.contains(child) ? SHORT_DAYS : ProgrammeDays.PROMISED_DAYS;
            for (int day = 0; day < promised; day += 7) {
                wanted.add(child.id() + " " + days.helpBegins().plusDays(day) + " " + Math.min(7, promised - day));
            }
        });
        assertThat(rations.stream()
                        .map(one -> one.child().id() + " " + one.day() + " " + one.mealDays())
                        .collect(toSet()))
                .isEqualTo(wanted);
        assertThat(rations).hasSameSizeAs(wanted);
    }

    private void kitchensOpen() {
        Map<String, Integer> eggs = rations.stream()
                .collect(groupingBy(one -> one.child().kecamatan(), Collectors.summingInt(Ration::eggs)));
        LocalDate monday = days.helpBegins().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Batches.together(eggs.keySet(), kecamatan -> {
            offices.openKitchen(kecamatan, monday, eggs.get(kecamatan) + 100);
            return kecamatan;
        });
    }

    /** As the kader of each kecamatan send it at the end of the month: in no order, and a part of it twice. */
    private void foodComes(int month) {
        LocalDate until = month == days.months() ? days.today() : days.weighing(month);
        Map<String, List<Ration>> due = rations.stream()
                .filter(one -> one.day().isAfter(days.weighing(month - 1))
                        && !one.day().isAfter(until))
                .filter(one -> one.fate() != Ration.Fate.UNTOLD)
                .collect(groupingBy(one -> one.child().kecamatan(), TreeMap::new, Collectors.toList()));
        Batches.together(due.entrySet(), one -> {
            UUID kitchen = SerangOffices.kitchen(one.getKey());
            List<Ration> shuffled = new ArrayList<>(one.getValue());
            Collections.shuffle(shuffled, new Random(month));
            List<String> rows =
                    shuffled.stream().map(ration -> ration.report(kitchen)).toList();
            Api kader = tumbuh.as("kader", one.getKey());
            assertThat(Batches.send(kader, Component.INTERVENTION, "/v1/deliveries:batch", rows))
                    .containsOnly("CREATED");
            // the network was gone before the answer came
            assertThat(Batches.send(
                            kader,
                            Component.INTERVENTION,
                            "/v1/deliveries:batch",
                            rows.subList(rows.size() / 2, rows.size())))
                    .containsOnly("UNCHANGED");
            return rows.size();
        });
    }

    private void figuresOfAMonthAreRight(int month) {
        YearMonth when = days.month(month);
        Map<SerangChild, Visit> came = truth.cameIn(month);
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode prevalence = team.indicator("stunting-prevalence", KABUPATEN, when);
            assertThat(prevalence.get("denominator").asInt()).isEqualTo(came.size());
            assertThat(prevalence.get("numerator").asLong())
                    .isEqualTo(came.values().stream().filter(Visit::isStunted).count());
            assertThat(team.get(Component.REPORTING, "/v1/cases/summary?area=" + KABUPATEN)
                            .body()
                            .get("stunted")
                            .asLong())
                    .isEqualTo(truth.children().stream()
                            .filter(child -> truth.isStunted(child, month))
                            .count());
            assertThat(causes(team.get(Component.INTERVENTION, "/v1/needs/summary?area=" + KABUPATEN)
                            .body()))
                    .isEqualTo(truth.causes(month));
        });
        JsonNode gained = team.indicator("weight-gain", KABUPATEN, when);
        assertThat(gained.get("numerator").asLong())
                .isEqualTo(came.values().stream()
                        .filter(visit -> visit.mark() == Mark.N)
                        .count());
        Map<String, Long> stunted =
                truth.count(child -> came.containsKey(child) && came.get(child).isStunted());
        assertThat(numerators(team.indicator("stunting-prevalence", KABUPATEN, when)))
                .isEqualTo(stunted);
    }

    /** Exactly those who are helped and did not gain twice, by the weighing that showed it first. */
    private void visitsAreAskedFor(int month) {
        Set<String> wanted = new HashSet<>();
        for (SerangChild child : placed.keySet()) {
            child.sponsored().stream()
                    .filter(visit -> visit.month() <= month && visit.isNotGainedTwice())
                    .findFirst()
                    .ifPresent(visit -> wanted.add(child.id() + " " + visit.day()));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                team
                                        .all(
                                                Component.INTERVENTION,
                                                "/v1/home-visits?area=" + KABUPATEN + "&limit=1000")
                                        .stream()
                                        .map(one -> one.get("childId").asText() + " "
                                                + one.get("measuredOn").asText())
                                        .collect(toSet()))
                        .isEqualTo(wanted));
        if (month < 2) {
            assertThat(wanted).isEmpty();
            return;
        }
        assertThat(wanted).isNotEmpty();
        assertThat(referrals("DINKES").stream()
                        .filter(one -> one.get("riskFactor").asText().equals("HOME_VISIT"))
                        .map(one -> one.get("childId").asText())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(
                        wanted.stream().map(one -> one.substring(0, 36)).toList());
    }

    private void deliveriesAreCounted() {
        List<Ration> due =
                rations.stream().filter(one -> !one.day().isAfter(days.today())).toList();
        Map<YearMonth, List<Ration>> byMonth = due.stream()
                .filter(one -> became(one) != null)
                .collect(groupingBy(one -> YearMonth.from(one.day()), TreeMap::new, Collectors.toList()));
        await().atMost(SOON)
                .untilAsserted(() -> byMonth.forEach((month, all) -> {
                    JsonNode made = team.indicator("deliveries-made", KABUPATEN, month);
                    assertThat(made.get("denominator").asInt())
                            .as(month.toString())
                            .isEqualTo(all.size());
                    assertThat(numerators(made))
                            .as(month.toString())
                            .isEqualTo(truth.count(_ -> false).keySet().stream()
                                    .collect(Collectors.toMap(
                                            Function.identity(),
                                            kecamatan -> all.stream()
                                                    .filter(one -> one.child()
                                                                    .kecamatan()
                                                                    .equals(kecamatan)
                                                            && one.fate().came())
                                                    .count())));
                }));
        JsonNode total = team.get(
                        Component.INTERVENTION, "/v1/deliveries/summary?area=" + KABUPATEN + "&to=" + days.today())
                .body()
                .get("total");
        assertThat(total.get("promised").asInt()).isEqualTo(due.size());
        for (String state : List.of("DELIVERED", "MISSED", "REFUSED")) {
            assertThat(total.get(state.toLowerCase(java.util.Locale.ROOT)).asLong())
                    .as(state)
                    .isEqualTo(due.stream()
                            .filter(one -> state.equals(became(one)))
                            .count());
        }
        truth.count(_ -> true)
                .keySet()
                .forEach(kecamatan -> assertThat(offices.eggsLeft(kecamatan))
                        .as(kecamatan)
                        .isEqualTo(100
                                + rations.stream()
                                        .filter(one -> one.day().isAfter(days.today())
                                                && one.child().kecamatan().equals(kecamatan))
                                        .mapToInt(Ration::eggs)
                                        .sum()));
        System.out.printf("%d deliveries were due, %s%n", due.size(), total);
    }

    /** What time makes of it when nobody tells anything. */
    private @org.jspecify.annotations.Nullable String became(Ration ration) {
        return switch (ration.fate()) {
            case DELIVERED, DELIVERED_SHORT -> "DELIVERED";
            case MISSED -> "MISSED";
            case REFUSED -> "REFUSED";
            case UNTOLD -> ration.day().isBefore(days.today().minusDays(GRACE_DAYS)) ? "MISSED" : null;
        };
    }

    private void promisesEnd() {
        Set<SerangChild> recovered = placed.keySet().stream()
                .filter(child -> !truth.isInNeed(child, days.months()))
                .collect(toSet());
        assertThat(recovered).isNotEmpty();
        Map<String, Long> ended = placements("ENDED").stream()
                .collect(groupingBy(one -> one.get("reason").asText(), Collectors.counting()));
        assertThat(ended)
                .isEqualTo(Map.of("NEED_CLOSED", (long) recovered.size(), "PERIOD_OVER", (long) SHORT_PROMISES));
        assertThat(placements("COMMITTED").stream()
                        .map(one -> byId.get(one.get("childId").asText()))
                        .collect(toSet()))
                .isEqualTo(placed.keySet().stream()
                        .filter(child -> isPromised(child, days.months()))
                        .collect(toSet()));
        System.out.printf(
                "%d of %d children with a sponsor are not stunted any more, %d of %d without%n",
                recovered.size(),
                placed.size(),
                truth.children().stream()
                        .filter(child -> !placed.containsKey(child) && !truth.isStunted(child, days.months()))
                        .count(),
                truth.children().size() - placed.size());
    }

    private boolean isPromised(SerangChild child, int month) {
        return placed.containsKey(child) && !shortly.contains(child) && truth.isInNeed(child, month);
    }

    /** Needs without a sponsor, in every kecamatan, where they are kept and where they are counted. */
    private void theGapIsRight(int month) {
        theGapIs(month, child -> isPromised(child, month));
    }

    private void theGapIs(int month, java.util.function.Predicate<SerangChild> isHeld) {
        Map<String, Long> unmet = truth.count(child -> truth.isInNeed(child, month) && !isHeld.test(child));
        Map<String, Long> needs = truth.count(child -> truth.isInNeed(child, month));
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode gap = team.get(Component.INTERVENTION, "/v1/sponsor-gap?area=" + KABUPATEN)
                    .body();
            assertThat(rows(gap, "area", "unmet")).isEqualTo(unmet);
            assertThat(rows(gap, "area", "needs")).isEqualTo(needs);
            JsonNode figure = team.indicator("foster-gap", KABUPATEN, YearMonth.from(days.today()));
            assertThat(rows(figure, "key", "numerator")).isEqualTo(unmet);
            assertThat(rows(figure, "key", "denominator")).isEqualTo(needs);
        });
    }

    private void whatFamiliesLackIsReferred() {
        Map<String, Long> lacking = truth.familiesLacking(days.months());
        Map<String, Long> referred = new TreeMap<>();
        for (String field : List.of("PUPR", "DINSOS")) {
            referrals(field).forEach(one -> referred.merge(one.get("riskFactor").asText(), 1L, Long::sum));
        }
        assertThat(referred).isEqualTo(lacking);
    }

    private void outcomesAreTold() {
        JsonNode told = team.get(
                        Component.INTERVENTION,
                        "/v1/outcomes?area=%s&from=%s&to=%s".formatted(KABUPATEN, days.helpBegins(), days.today()))
                .body();
        var expected = new ExpectedGrowth(truth, days.months(), days.helpBegins());
        List<BigDecimal> gained = placed.keySet().stream()
                .flatMap(child -> expected.gramsPerMonth(child, helpedUntil(child)).stream())
                .toList();
        assertThat(told.get("placements").asInt()).isEqualTo(placed.size());
        JsonNode during = told.get("during");
        assertThat(during.at("/gramsPerMonth/children").asInt()).isEqualTo(gained.size());
        assertThat(during.at("/gramsPerMonth/mean").decimalValue())
                .isCloseTo(ExpectedGrowth.mean(gained), org.assertj.core.api.Assertions.within(BigDecimal.ONE));
        long n = marks(expected, Mark.N);
        assertThat(during.at("/gained/numerator").asLong()).isEqualTo(n);
        assertThat(during.at("/gained/denominator").asLong()).isEqualTo(n + marks(expected, Mark.T));

        Set<SerangChild> others = new HashSet<>(truth.children());
        others.removeAll(placed.keySet());
        ExpectedGrowth.Compared compared = expected.compare(placed.keySet(), others, days.today());
        JsonNode grams = told.at("/comparison/gramsPerMonth");
        assertThat(grams.at("/helped/children").asInt()).isEqualTo(compared.many());
        assertThat(grams.at("/compared/children").asInt()).isEqualTo(compared.others());
        assertThat(grams.at("/helped/mean").decimalValue())
                .isCloseTo(compared.helped(), org.assertj.core.api.Assertions.within(BigDecimal.ONE));
        assertThat(grams.at("/compared/mean").decimalValue())
                .isCloseTo(compared.counterparts(), org.assertj.core.api.Assertions.within(BigDecimal.ONE))
                .isLessThan(grams.at("/helped/mean").decimalValue());
        assertThat(told.get("caveats").toString())
                .contains("perbedaan angka bukan bukti bahwa bantuan itu penyebabnya", "regresi ke rata-rata");
        System.out.printf(
                "helped children gained %s g a month, their likes without help %s g%n",
                grams.at("/helped/mean"), grams.at("/compared/mean"));
    }

    private LocalDate helpedUntil(SerangChild child) {
        LocalDate promised =
                days.helpBegins().plusDays((shortly.contains(child) ? SHORT_DAYS : ProgrammeDays.PROMISED_DAYS) - 1L);
        return promised.isBefore(days.today()) ? promised : days.today();
    }

    private long marks(ExpectedGrowth expected, Mark mark) {
        return placed.keySet().stream()
                .mapToLong(child -> expected.marks(child, helpedUntil(child), mark))
                .sum();
    }

    /** Some sponsors promise again; places of children who recovered and of promises that are over go to others. */
    private void placesThatAreFreeAreGivenAgain() {
        List<JsonNode> committed = placements("COMMITTED");
        Batches.together(committed.subList(0, RENEWED), one -> {
            JsonNode renewed = team.change(
                            Component.INTERVENTION,
                            "/v1/placements/" + one.get("id").asText() + ":renew",
                            "\"" + one.get("version").asText() + "\"",
                            "{\"days\":90}")
                    .body();
            assertThat(renewed.path("to").asText())
                    .as(renewed.toString())
                    .isEqualTo(
                            LocalDate.parse(one.get("to").asText()).plusDays(90).toString());
            return renewed;
        });
        int free = servants.stream().mapToInt(CivilServant::capacity).sum() - committed.size();
        JsonNode plan = plan(3);
        assertThat(plan.get("places").asInt()).isEqualTo(free);
        assertThat(plan.get("placed").asInt()).isEqualTo(free);
        JsonNode held = team.post(
                        Component.INTERVENTION,
                        "/v1/matchings/" + plan.get("id").asText() + ":hold",
                        "{}")
                .body();
        assertThat(held.get("HELD").asInt()).as(held.toString()).isEqualTo(free);
        Set<SerangChild> second = placements("HELD").stream()
                .map(one -> byId.get(one.get("childId").asText()))
                .collect(toSet());
        assertThat(second).hasSize(free);
        theGapIs(days.months(), child -> second.contains(child) || isPromised(child, days.months()));
    }

    private void pagesShowTheSame() {
        JsonNode figure = team.indicator("foster-gap", KABUPATEN, YearMonth.from(days.today()));
        String foster = team.page("/foster-parents?area=" + KABUPATEN);
        assertThat(foster).doesNotContain("id=\"sponsors-missing\"");
        assertThat(foster).contains(">" + indonesian(figure.get("numerator").asLong()) + "<");
        for (JsonNode row : figure.get("rows")) {
            assertThat(cells(foster, "/foster-parents?area=" + row.get("key").asText() + "&amp;"))
                    .as(row.toString())
                    .startsWith(
                            indonesian(row.get("denominator").asLong()),
                            indonesian(row.get("numerator").asLong()));
        }
        for (int ago = 0; ago < 3; ago++) {
            YearMonth month = YearMonth.from(days.today()).minusMonths(ago);
            List<Ration> due = rations.stream()
                    .filter(one -> YearMonth.from(one.day()).equals(month)
                            && !one.day().isAfter(days.today())
                            && became(one) != null)
                    .toList();
            assertThat(foster)
                    .as(month.toString())
                    .contains(">" + indonesian(due.size()) + "</td><td class=\"right\" data-label=\"Diterima\">"
                            + indonesian(due.stream()
                                    .filter(one -> one.fate().came())
                                    .count()) + "<");
        }
        String cockpit = team.page("/?area=" + KABUPATEN);
        long stunted = truth.children().stream()
                .filter(child -> truth.isStunted(child, days.months()))
                .count();
        assertThat(cockpit).contains("id=\"cases\">" + indonesian(stunted) + "<");
        truth.count(child -> truth.isStunted(child, days.months()))
                .forEach((kecamatan, many) -> assertThat(cockpit.substring(cockpit.indexOf("id=\"row-" + kecamatan)))
                        .contains("data-count=\"" + many + "\""));
        String gap = cockpit.substring(cockpit.indexOf("data-figure=\"foster-gap\""));
        assertThat(gap.substring(0, gap.indexOf("</tr>")))
                .contains(
                        "data-part=\"numerator\">"
                                + indonesian(figure.get("numerator").asLong()) + "<",
                        "data-part=\"denominator\">"
                                + indonesian(figure.get("denominator").asLong()) + "<");
    }

    private void nothingIsSetAsideAndCountersAreRight() {
        Api admin = tumbuh.as("admin");
        for (Component service : Component.SERVICES) {
            assertThat(admin.get(service, "/v1/quarantine").body())
                    .as(service.label())
                    .isEmpty();
        }
        JsonNode comparison =
                admin.post(Component.REPORTING, "/v1/figures:verify", "").body();
        List<String> compared = new ArrayList<>();
        comparison.properties().forEach(table -> {
            if (table.getValue().has("different")) {
                compared.add(table.getKey());
                assertThat(table.getValue().get("different").asLong())
                        .as(table.getKey())
                        .isZero();
            }
        });
        assertThat(compared).contains("growth", "population", "cases");
        System.out.println("figures verified: " + comparison);
    }

    /** Begins one and watches it to its end. */
    private JsonNode plan(int seconds) {
        UUID id = UUID.randomUUID();
        assertThat(team.post(
                                Component.INTERVENTION,
                                "/v1/matchings",
                                "{\"id\":\"%s\",\"area\":\"%s\",\"seconds\":%d}".formatted(id, KABUPATEN, seconds))
                        .status())
                .isEqualTo(202);
        List<String> seen = new ArrayList<>();
        JsonNode[] run = new JsonNode[1];
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(() -> {
            run[0] = team.get(Component.INTERVENTION, "/v1/matchings/" + id).body();
            seen.add(run[0].get("state").asText());
            return !seen.getLast().equals("RUNNING");
        });
        assertThat(seen).startsWith("RUNNING").endsWith("DONE");
        return run[0];
    }

    private List<JsonNode> proposals(String plan) {
        return team.all(Component.INTERVENTION, "/v1/matchings/" + plan + "/proposals?limit=1000");
    }

    private List<JsonNode> placements(String state) {
        return team.all(Component.INTERVENTION, "/v1/placements?area=" + KABUPATEN + "&limit=1000&state=" + state);
    }

    private List<JsonNode> referrals(String field) {
        return team.all(Component.INTERVENTION, "/v1/referrals?area=" + KABUPATEN + "&limit=1000&field=" + field);
    }

    private static Map<String, Long> causes(JsonNode summary) {
        Map<String, Long> causes = new TreeMap<>();
        summary.get("causes")
                .properties()
                .forEach(cause -> causes.put(cause.getKey(), cause.getValue().asLong()));
        return causes;
    }

    private static Map<String, Long> numerators(JsonNode figure) {
        return rows(figure, "key", "numerator");
    }

    private static Map<String, Long> rows(JsonNode answer, String key, String value) {
        Map<String, Long> rows = new TreeMap<>();
        answer.get("rows")
                .forEach(row -> rows.put(row.get(key).asText(), row.get(value).asLong()));
        return rows;
    }

    private static List<String> cells(String html, String link) {
        String row = html.substring(html.indexOf(link));
        return java.util.regex.Pattern.compile("<td class=\"right[^>]*>([^<]*)</td>")
                .matcher(row.substring(0, row.indexOf("</tr>")))
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }

    private static String indonesian(long number) {
        return java.text.NumberFormat.getIntegerInstance(java.util.Locale.of("id", "ID"))
                .format(number);
    }

    private void chapter(String over) {
        System.out.printf("%s: %.1f s%n", over, (System.nanoTime() - chapterBegun) / 1e9);
        chapterBegun = System.nanoTime();
    }
}

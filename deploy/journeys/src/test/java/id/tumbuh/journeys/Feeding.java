package id.tumbuh.journeys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Kitchens open, and bring every week what sponsors promised; or don't. */
final class Feeding {
    /** Eggs that no delivery needs. */
    private static final int SPARE_EGGS = 100;

    private final Programme programme;
    private final SerangOffices offices;
    private final List<Ration> rations = new ArrayList<>();

    Feeding(Programme programme, SerangOffices offices) {
        this.programme = programme;
        this.offices = offices;
    }

    /** Food for every day of each promise, brought once a week. */
    void thePlanIsWeekly() {
        programme
                .list("/v1/deliveries?from=" + programme.days.helpBegins())
                .forEach(one -> rations.add(Ration.of(one, programme.child(one), programme.days.helpBegins())));
        Set<String> wanted = new HashSet<>();
        programme.placed().keySet().forEach(child -> {
            int promised = programme.promisedDays(child);
            for (int day = 0; day < promised; day += 7) {
                LocalDate due = programme.days.helpBegins().plusDays(day);
                wanted.add(child.id() + " " + due + " " + Math.min(7, promised - day));
            }
        });
        assertThat(rations.stream()
                        .map(one -> one.child().id() + " " + one.day() + " " + one.mealDays())
                        .collect(toSet()))
                .isEqualTo(wanted);
        assertThat(rations).hasSameSizeAs(wanted);
    }

    void kitchensOpen() {
        Map<String, Integer> eggs =
                rations.stream().collect(groupingBy(one -> one.child().kecamatan(), summingInt(Ration::eggs)));
        LocalDate monday = programme.days.helpBegins().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Batches.together(programme.kecamatan(), kecamatan -> {
            offices.openKitchen(kecamatan, monday, eggs.getOrDefault(kecamatan, 0) + SPARE_EGGS);
            return kecamatan;
        });
    }

    /** As the kader of each kecamatan send it at the end of a month: in no order, and a part of it twice. */
    void foodComes(int month) {
        LocalDate after = programme.days.weighing(month - 1);
        LocalDate until = month == programme.days.months() ? programme.days.today() : programme.days.weighing(month);
        Map<String, List<Ration>> told = rations.stream()
                .filter(one ->
                        one.day().isAfter(after) && !one.day().isAfter(until) && one.fate() != Ration.Fate.UNTOLD)
                .collect(groupingBy(one -> one.child().kecamatan(), TreeMap::new, toList()));
        Batches.together(told.entrySet(), one -> {
            UUID kitchen = SerangOffices.kitchen(one.getKey());
            List<Ration> shuffled = new ArrayList<>(one.getValue());
            Collections.shuffle(shuffled, new Random(month));
            List<String> rows =
                    shuffled.stream().map(ration -> ration.report(kitchen)).toList();
            assertThat(offices.tellDeliveries(one.getKey(), rows)).containsOnly("CREATED");
            // the network was gone before the second half of the answer came
            assertThat(offices.tellDeliveries(one.getKey(), rows.subList(rows.size() / 2, rows.size())))
                    .containsOnly("UNCHANGED");
            return rows.size();
        });
    }

    /** Of each month and kecamatan, where they are kept and where they are counted; and the eggs are gone. */
    void deliveriesAreCounted() {
        List<Ration> due = dueBy(programme.days.today());
        Map<YearMonth, List<Ration>> over = due.stream()
                .filter(one -> became(one).isPresent())
                .collect(groupingBy(one -> YearMonth.from(one.day()), TreeMap::new, toList()));
        await().atMost(Programme.SOON)
                .untilAsserted(() -> over.forEach((month, all) -> {
                    JsonNode made = programme.team.indicator("deliveries-made", Programme.KABUPATEN, month);
                    assertThat(Programme.rows(made, "key", "denominator"))
                            .as(month.toString())
                            .isEqualTo(byKecamatan(all));
                    assertThat(Programme.rows(made, "key", "numerator"))
                            .as(month.toString())
                            .isEqualTo(byKecamatan(all.stream()
                                    .filter(one -> one.fate().came())
                                    .toList()));
                }));
        JsonNode total = programme
                .team
                .get(
                        Component.INTERVENTION,
                        "/v1/deliveries/summary?area=" + Programme.KABUPATEN + "&to=" + programme.days.today())
                .body()
                .get("total");
        assertThat(total.get("promised").asInt()).isEqualTo(due.size());
        for (String state : List.of("DELIVERED", "MISSED", "REFUSED")) {
            assertThat(total.get(state.toLowerCase(Locale.ROOT)).asLong())
                    .as(state)
                    .isEqualTo(due.stream()
                            .filter(one -> became(one).equals(Optional.of(state)))
                            .count());
        }
        System.out.println("deliveries: " + total);
        eggsAreGone(due);
    }

    private void eggsAreGone(List<Ration> due) {
        int bought = SPARE_EGGS * programme.kecamatan().size()
                + rations.stream().mapToInt(Ration::eggs).sum();
        int left = programme.kecamatan().stream().mapToInt(offices::eggsLeft).sum();
        assertThat(left).isEqualTo(bought - due.stream().mapToInt(Ration::eggs).sum());
    }

    private Map<String, Long> byKecamatan(List<Ration> some) {
        return programme.kecamatan().stream()
                .collect(toMap(
                        Function.identity(),
                        kecamatan -> some.stream()
                                .filter(one -> one.child().kecamatan().equals(kecamatan))
                                .count()));
    }

    private List<Ration> dueBy(LocalDate day) {
        return rations.stream().filter(one -> !one.day().isAfter(day)).toList();
    }

    private Optional<String> became(Ration ration) {
        return ration.became(programme.days.today());
    }

    /** Of a month, those of which something became; and how many of them came. */
    int[] overIn(YearMonth month) {
        List<Ration> over = dueBy(programme.days.today()).stream()
                .filter(one ->
                        YearMonth.from(one.day()).equals(month) && became(one).isPresent())
                .toList();
        return new int[] {
            over.size(), (int) over.stream().filter(one -> one.fate().came()).count()
        };
    }
}

package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A posyandu with invented children of every age under five, brought in as a kabupaten's system would. */
record SyntheticPosyandu(UUID id, LocalDate today, List<Child> children) {
    /** Ciboleger in Kabupaten Lebak, which no other story counts. */
    static final String DESA = "36.02.06.2008";

    private static final String[] FIRST = {
        "Aisyah", "Bagus", "Citra", "Damar", "Elok", "Fajar", "Gita", "Hasan", "Intan", "Joko"
    };
    private static final String[] LAST = {"Contoh", "Teladan", "Umpama", "Misal", "Tiruan", "Rekaan"};
    /** A child, born so many days ago, with what it weighed in the two months before. */
    record Child(UUID id, String name, String sex, LocalDate born, int ageDays, double weightBefore) {
        /** What such a child may weigh and measure now; every fourth gains too little. */
        double weight() {
            return rounded(weightBefore + (number() % 4 == 3 ? 0.1 : 0.9));
        }

        double length() {
            double months = ageDays / 30.4;
            return rounded(months < 12 ? 50 + 2.1 * months : 75.2 + 0.85 * (months - 12));
        }

        int number() {
            return Integer.parseInt(name.substring(name.length() - 2));
        }
    }

    /** Registers the posyandu and its children, weighs them in the two months before, and waits until they can be weighed. */
    static SyntheticPosyandu register(Tumbuh.Running tumbuh, String name, int size) {
        Api system = tumbuh.as("system", "36.02");
        UUID id = UUID.randomUUID();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        List<Child> children = IntStream.range(0, size)
                .mapToObj(at -> child(id, at, size, today))
                .toList();
        post(system, Component.REGISTRY, "/v1/posyandu:batch", List.of("""
                {"id":"%s","area":"%s","name":"%s"}""".formatted(id, DESA, name)));
        List<String> families = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (Child child : children) {
            UUID family = UUID.randomUUID();
            families.add("""
                    {"id":"%s","area":"%s","rw":"0%d","rt":"00%d","headName":"Kepala Contoh"}""".formatted(family, DESA, child.number() % 3 + 1, child.number() % 5 + 1));
            rows.add("""
                    {"id":"%s","familyId":"%s","area":"%s","posyanduId":"%s","sex":"%s","birthDate":"%s","name":"%s",
                     "motherName":"%s"}""".formatted(
                    child.id(),
                    family,
                    DESA,
                    id,
                    child.sex(),
                    child.born(),
                    child.name(),
                    FIRST[(child.number() * 3 + 1) % FIRST.length] + " Contoh " + word("mother of " + child.id())));
        }
        post(system, Component.REGISTRY, "/v1/families:batch", families);
        post(system, Component.REGISTRY, "/v1/children:batch", rows);
        SyntheticPosyandu posyandu = new SyntheticPosyandu(id, today, children);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> posyandu.roster(tumbuh).path("children").size() == size);
        posyandu.weighBefore(system);
        return posyandu;
    }

    JsonNode roster(Tumbuh.Running tumbuh) {
        return tumbuh.as("kader", DESA)
                .get(Component.MEASUREMENT, "/v1/roster?posyandu=" + id)
                .body();
    }

    /** Every sixth child is new, every fifth missed the month before. */
    private void weighBefore(Api system) {
        List<String> rows = new ArrayList<>();
        for (Child child : children) {
            for (int ago = 2; ago >= 1; ago--) {
                LocalDate day = YearMonth.from(today).minusMonths(ago).atDay(15);
                boolean missed = child.number() % 6 == 5 || (ago == 1 && child.number() % 5 == 4);
                if (!missed && !day.isBefore(child.born())) {
                    rows.add("""
                            {"id":"%s","childId":"%s","measuredOn":"%s","posyanduId":"%s","weightKg":%s}""".formatted(
                                    UUID.randomUUID(),
                                    child.id(),
                                    day,
                                    id,
                                    ago == 1
                                            ? child.weightBefore()
                                            : rounded(child.weightBefore() - (child.number() % 8 == 3 ? 0.9 : 0.1))));
                }
            }
        }
        post(system, Component.MEASUREMENT, "/v1/measurements:batch", rows);
    }

    /** A name of its own for everybody: children of two stories who shared all names would be found to be one. */
    private static String word(String of) {
        StringBuilder word = new StringBuilder();
        for (char digit : UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8)
                .toCharArray()) {
            word.append("badekilomunaperi".charAt(Character.digit(digit, 16)));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static Child child(UUID posyandu, int at, int size, LocalDate today) {
        int ageDays = 20 + at * 1_780 / size;
        double months = ageDays / 30.4;
        double weight = rounded(months < 6 ? 3.4 + 0.72 * months : 7.7 + 0.19 * (months - 6));
        String name = "%s %s %s %02d"
                .formatted(FIRST[at % FIRST.length], LAST[at % LAST.length], word(posyandu + " " + at), at);
        return new Child(UUID.randomUUID(), name, at % 2 == 0 ? "L" : "P", today.minusDays(ageDays), ageDays, weight);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static String written(double value, char separator) {
        return String.format(Locale.ROOT, "%.1f", value).replace('.', separator);
    }

    private static void post(Api api, Component service, String path, List<String> rows) {
        Api.Answer answer = api.post(service, path, rows.stream().collect(Collectors.joining(",", "[", "]")));
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.body())
                .as(path)
                .hasSize(rows.size())
                .allSatisfy(row -> assertThat(row.get("outcome").asText()).isEqualTo("CREATED"));
    }
}

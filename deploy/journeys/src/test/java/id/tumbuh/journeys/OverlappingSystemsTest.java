package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The systems of two kabupaten, Pandeglang and Lebak, send the same family; each has it from where it lives part of the year. The
 * province sees it once, a person finds that it was a mistake after all, and the family moves. Nobody else of these two kabupaten
 * is in the figures.
 */
@ExtendWith(Tumbuh.class)
class OverlappingSystemsTest {
    private static final String PANDEGLANG = "36.01";
    private static final String LEBAK = "36.02";
    private static final String DESA_IN_PANDEGLANG = "36.01.01.2001";
    private static final String DESA_IN_LEBAK = "36.02.01.2002";
    private static final YearMonth MONTH = YearMonth.of(2025, 8);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final UUID theirs = UUID.randomUUID();
    private final UUID alsoTheirs = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();
    private final UUID again = UUID.randomUUID();

    @Test
    void theProvinceSeesAFamilyOnceUntilTheMergeIsUndoneAndFollowsItsMove(Tumbuh.Running tumbuh) {
        Api province = tumbuh.as("tpps", "36");
        twoSystemsSendTheSameFamily(tumbuh);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(mergedInto(province)).isNotNull();
            assertThat(children(province, DESA_IN_PANDEGLANG) + children(province, DESA_IN_LEBAK))
                    .isEqualTo(1);
        });
        UUID survivor = Objects.requireNonNull(mergedInto(province));
        UUID duplicate = survivor.equals(child) ? again : child;
        bothSystemsGoOnAndTheChildHasAllOfIt(tumbuh, survivor);
        theFamiliesAreOneToo(province);

        assertThat(province.change("/v1/families/" + alsoTheirs + ":unmerge", version(province, alsoTheirs), "{}")
                        .status())
                .isEqualTo(204);
        assertThat(province.post(Component.REGISTRY, "/v1/children/" + duplicate + ":unmerge", "{}")
                        .status())
                .isBetween(200, 204);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(children(province, DESA_IN_PANDEGLANG)).isEqualTo(1);
            assertThat(children(province, DESA_IN_LEBAK)).isEqualTo(1);
            assertThat(measured(tumbuh, child)).isEqualTo(1);
            assertThat(measured(tumbuh, again)).isEqualTo(1);
        });

        move(province);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(children(province, DESA_IN_PANDEGLANG)).isZero();
            assertThat(children(province, DESA_IN_LEBAK)).isEqualTo(2);
        });
        assertThat(tumbuh.as("admin").get(Component.REPORTING, "/v1/quarantine").body())
                .isEmpty();
        assertThat(tumbuh.as("admin")
                        .post(Component.REPORTING, "/v1/figures:verify", "")
                        .body()
                        .findValuesAsText("different"))
                .allMatch("0"::equals);
    }

    private void twoSystemsSendTheSameFamily(Tumbuh.Running tumbuh) {
        register(tumbuh.as("system", PANDEGLANG), theirs, DESA_IN_PANDEGLANG, child, "Muhammad Lintang Wiradiguna");
        register(tumbuh.as("system", LEBAK), alsoTheirs, DESA_IN_LEBAK, again, "Moh. Lintang Wiradiguna");
    }

    private static void register(Api system, UUID family, String desa, UUID child, String name) {
        assertThat(system.post(Component.REGISTRY, "/v1/families:batch", """
                        [{"id":"%s","area":"%s","headName":"Baskara Wiradiguna","cardNumber":"3601211203210007",
                          "conditions":{"drinkingWater":"PIPED","latrine":"SEPTIC_TANK","wifeBirthDate":"1996-04-12"}}]""".formatted(family, desa))
                        .body()
                        .findValuesAsText("outcome"))
                .containsExactly("CREATED");
        assertThat(system.post(Component.REGISTRY, "/v1/children:batch", """
                        [{"id":"%s","familyId":"%s","sex":"L","birthDate":"2024-03-17","name":"%s",
                          "motherName":"Sekar Kinanthi","fatherName":"Baskara Wiradiguna"}]""".formatted(child, family, name))
                        .body()
                        .findValuesAsText("outcome"))
                .containsExactly("CREATED");
    }

    /** The one of the two that stands for both, once somebody or something has said so. */
    private @Nullable UUID mergedInto(Api province) {
        for (JsonNode pair : province.get(Component.REGISTRY, "/v1/duplicates?area=36&state=MERGED&limit=1000")
                .body()) {
            if (pair.toString().contains(child.toString()) && pair.toString().contains(again.toString())) {
                boolean childIsFollowed = province.get(Component.REGISTRY, "/v1/children/" + child)
                        .body()
                        .get("active")
                        .asBoolean();
                return childIsFollowed ? child : again;
            }
        }
        return null;
    }

    /** A system that knows only its own id may use it: what it sends is the child's. */
    private void bothSystemsGoOnAndTheChildHasAllOfIt(Tumbuh.Running tumbuh, UUID survivor) {
        measure(tumbuh.as("puskesmas", PANDEGLANG), child, "2025-07-10");
        measure(tumbuh.as("puskesmas", LEBAK), again, "2025-08-10");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(measured(tumbuh, survivor)).isEqualTo(2));
    }

    private static void measure(Api puskesmas, UUID child, String day) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(puskesmas
                                .post(Component.MEASUREMENT, "/v1/measurements:batch", """
                                        [{"id":"%s","childId":"%s","measuredOn":"%s","weightKg":9.1,"lengthHeightCm":77.0,
                                          "position":"LYING","source":"POSYANDU"}]""".formatted(
                                                UUID.randomUUID(), child, day))
                                .body()
                                .findValuesAsText("outcome"))
                        .containsExactly("CREATED"));
    }

    private static int measured(Tumbuh.Running tumbuh, UUID child) {
        return tumbuh.as("tpps", "36")
                .get(Component.MEASUREMENT, "/v1/children/" + child + "/measurements")
                .body()
                .findValues("measuredOn")
                .size();
    }

    private void theFamiliesAreOneToo(Api province) {
        assertThat(province.get(Component.REGISTRY, "/v1/family-duplicates?area=36")
                        .body()
                        .toString())
                .contains(theirs.toString(), alsoTheirs.toString());
        assertThat(province.change(
                                "/v1/families/" + alsoTheirs + ":merge", version(province, alsoTheirs), """
                        {"into":"%s","effectiveOn":"%s","reason":"SAME_CARD"}""".formatted(
                                                theirs, today()))
                        .status())
                .isEqualTo(204);
        List<String> members = province.get(Component.REGISTRY, "/v1/families/" + theirs + "/members")
                .body()
                .findValuesAsText("id");
        assertThat(members).containsExactlyInAnyOrder(child.toString(), again.toString());
    }

    private void move(Api province) {
        assertThat(province.change("/v1/families/" + theirs + ":move", version(province, theirs), """
                        {"area":"%s","rw":"01","rt":"002","effectiveOn":"%s"}""".formatted(
                                        DESA_IN_LEBAK, today()))
                        .status())
                .isEqualTo(204);
    }

    private static String version(Api api, UUID family) {
        return "\""
                + api.get(Component.REGISTRY, "/v1/families/" + family)
                        .body()
                        .get("version")
                        .asLong() + "\"";
    }

    private static int children(Api province, String desa) {
        return province.indicator("weighing-coverage", desa, MONTH)
                .get("denominator")
                .asInt();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Jakarta"));
    }
}

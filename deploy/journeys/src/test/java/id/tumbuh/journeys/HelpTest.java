package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A posyandu weighs a child of a poor family without a latrine: within seconds somebody is wanted who helps, the OPD whose field it is
 * is asked, a plan finds a sponsor, and when the mother takes her consent back the sponsor is gone.
 */
@ExtendWith(Tumbuh.class)
class HelpTest {
    private static final String KABUPATEN = "36.02";
    private static final String DESA = "36.02.01.2003";
    private static final Duration SOON = Duration.ofMinutes(1);

    private final UUID family = UUID.randomUUID();
    private final UUID child = UUID.randomUUID();
    private final UUID consent = UUID.randomUUID();
    private final UUID sponsor = UUID.randomUUID();

    @Test
    void helpArrivesAndLeavesWithTheConsent(Tumbuh.Running tumbuh) {
        Api tpps = tumbuh.as("tpps", KABUPATEN);
        aStuntedChildOfAPoorFamily(tumbuh);

        JsonNode need = needOf(tpps);
        assertThat(need.get("causes").toString()).contains("SEVERELY_STUNTED", "UNSAFE_SANITATION", "POOR");
        assertThat(need.get("items").toString()).contains("FOOD", "LATRINE", "ECONOMIC_SUPPORT");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tpps.get(Component.INTERVENTION, "/v1/referrals?area=" + DESA)
                                .body()
                                .findValuesAsText("field"))
                        .containsExactlyInAnyOrder("PUPR", "DINSOS"));

        consentIsGiven(tpps);
        UUID placement = aPlanFindsASponsor(tpps, need.get("id").asText());
        assertThat(tpps.change(
                                Component.INTERVENTION,
                                "/v1/placements/" + placement + ":commit",
                                "\"1\"",
                                "{\"days\":90}")
                        .body()
                        .get("state")
                        .asText())
                .isEqualTo("COMMITTED");
        assertThat(tpps.get(Component.INTERVENTION, "/v1/sponsor-gap?area=" + DESA)
                        .body()
                        .get("unmet")
                        .asInt())
                .isZero();

        long begun = System.nanoTime();
        assertThat(tpps.post(Component.REGISTRY, "/v1/consents/" + consent + ":withdraw", "{\"by\":\"MOTHER\"}")
                        .status())
                .isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                placement(tpps, placement).path("reason").asText())
                        .isEqualTo("CONSENT_WITHDRAWN"));
        System.out.printf("a withdrawn consent ended a placement in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        assertThat(tumbuh.as("admin")
                        .get(Component.INTERVENTION, "/v1/quarantine")
                        .body())
                .isEmpty();
    }

    private void aStuntedChildOfAPoorFamily(Tumbuh.Running tumbuh) {
        Api system = tumbuh.as("system", KABUPATEN);
        assertThat(system.post(Component.REGISTRY, "/v1/families:batch", """
                        [{"id":"%s","area":"%s","headName":"Jatmika Wulung","welfareRank":1,
                          "conditions":{"drinkingWater":"PIPED","latrine":"NONE","contraception":"INJECTION",
                            "wifeBirthDate":"1996-04-12"}}]""".formatted(family, DESA))
                        .body()
                        .findValuesAsText("outcome"))
                .containsExactly("CREATED");
        assertThat(system.post(Component.REGISTRY, "/v1/children:batch", """
                        [{"id":"%s","familyId":"%s","sex":"L","birthDate":"2024-03-17","name":"Raksa Jatmika"}]""".formatted(child, family))
                        .body()
                        .findValuesAsText("outcome"))
                .containsExactly("CREATED");
        Api puskesmas = tumbuh.as("puskesmas", KABUPATEN);
        UUID measurement = UUID.randomUUID();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(puskesmas
                                .post(Component.MEASUREMENT, "/v1/measurements:batch", """
                                [{"id":"%s","childId":"%s","measuredOn":"2025-07-10","weightKg":8.2,"lengthHeightCm":69.0,
                                  "position":"LYING","source":"POSYANDU"}]""".formatted(
                                                measurement, child))
                                .body()
                                .findValuesAsText("outcome"))
                        .containsAnyOf("CREATED", "UNCHANGED"));
    }

    private JsonNode needOf(Api tpps) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(needs(tpps).toString()).contains(child.toString(), "UNSAFE_SANITATION", "POOR"));
        return needs(tpps).get(0);
    }

    private static JsonNode needs(Api tpps) {
        return tpps.get(Component.INTERVENTION, "/v1/needs?area=" + DESA).body();
    }

    private void consentIsGiven(Api tpps) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        assertThat(tpps.post(Component.REGISTRY, "/v1/consents", """
                        {"id":"%s","childId":"%s","purpose":"FOSTER_PARENT","legalBasis":"CONSENT","givenBy":"MOTHER",
                         "evidence":{"kind":"SIGNED_FORM","reference":"A-2"},"validFrom":"%s","validUntil":"%s"}""".formatted(
                                        consent, child, today, today.plusDays(90)))
                        .status())
                .isEqualTo(201);
    }

    /** Until the consent has come over, the plan sees nobody to help. */
    private UUID aPlanFindsASponsor(Api tpps, String need) {
        assertThat(tpps.put(Component.INTERVENTION, "/v1/sponsors/" + sponsor, """
                        {"kind":"ASN","institution":"Dinas Contoh","area":"%s","capacity":1,"from":"2020-01-01",
                         "until":"2099-12-31"}""".formatted(KABUPATEN))
                        .status())
                .isEqualTo(201);
        UUID[] plan = new UUID[1];
        await().atMost(SOON).until(() -> {
            plan[0] = plan(tpps);
            return proposals(tpps, plan[0]).toString().contains(need);
        });
        assertThat(tpps.post(Component.INTERVENTION, "/v1/matchings/" + plan[0] + ":hold", "{}")
                        .body()
                        .get("HELD")
                        .asInt())
                .isEqualTo(1);
        return UUID.fromString(tpps.get(Component.INTERVENTION, "/v1/placements?area=" + DESA)
                .body()
                .get(0)
                .get("id")
                .asText());
    }

    private static UUID plan(Api tpps) {
        UUID plan = UUID.randomUUID();
        assertThat(tpps.post(Component.INTERVENTION, "/v1/matchings", """
                        {"id":"%s","area":"%s","seconds":1}""".formatted(plan, KABUPATEN))
                        .status())
                .isEqualTo(202);
        await().atMost(SOON)
                .until(() -> tpps.get(Component.INTERVENTION, "/v1/matchings/" + plan)
                        .body()
                        .get("state")
                        .asText()
                        .equals("DONE"));
        return plan;
    }

    private static JsonNode proposals(Api tpps, UUID plan) {
        return tpps.get(Component.INTERVENTION, "/v1/matchings/" + plan + "/proposals")
                .body();
    }

    private static JsonNode placement(Api tpps, UUID placement) {
        return tpps.get(Component.INTERVENTION, "/v1/placements/" + placement).body();
    }
}

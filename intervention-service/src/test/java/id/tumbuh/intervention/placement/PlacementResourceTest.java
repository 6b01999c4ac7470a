package id.tumbuh.intervention.placement;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.permission.ConsentTelling;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a province of its own (94); a kecamatan for each test. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PlacementResourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final String FOREVER = "2099-12-31";
    private static int kecamatan = 10;

    @Inject
    Telling telling;

    @Inject
    ConsentTelling consents;

    @Inject
    TestDatabase database;

    @Inject
    ClaimNeed claim;

    @Inject
    ClaimMany claimMany;

    @Inject
    EndInTime endInTime;

    @Inject
    EndWithoutConsent endWithoutConsent;

    private final String area = "94.04." + kecamatan++ + ".2001";
    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(area));
    private final ConsentTelling.Consent consent =
            new ConsentTelling.Consent(UUID.randomUUID(), child, home.familyId(), area, null, FOREVER);

    @Test
    void aNeedIsHeldCommittedRenewedAndEndsWithIt() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID sponsor = sponsor(1, null);
        UUID id = UUID.randomUUID();

        hold(id, need, sponsor)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("HELD"))
                .body("items", contains("FOOD"))
                .body("childId", equalTo(child.toString()));
        hold(id, need, sponsor).then().statusCode(200);
        move(id, "commit", 1, "{\"from\":\"2026-08-15\",\"days\":90}")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMMITTED"))
                .body("heldUntil", nullValue())
                .body("to", equalTo("2026-11-12"));
        move(id, "renew", 2, "{\"days\":30}").then().statusCode(200).body("to", equalTo("2026-12-12"));
        telling.tell(new Fact.Growth(child, 2, DAY.plusDays(100), home, Stunting.NORMAL, 30, true));

        tpps().get("/v1/placements/{id}", id)
                .then()
                .body("state", equalTo("ENDED"))
                .body("reason", equalTo("NEED_CLOSED"))
                .body("endedOn", equalTo("2026-09-23"))
                .body("from", equalTo("2026-08-15"));
        assertThat(placed(sponsor)).isZero();
        assertThat(database.announced(home.familyId()))
                .containsExactly(
                        "need-opened 1",
                        "placement-held 1",
                        "placement-committed 2",
                        "placement-renewed 3",
                        "need-closed 2",
                        "placement-ended 4");
    }

    @Test
    void ofTwoSponsorsTheSecondIsToldThatItIsTaken() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID first = sponsor(1, null);
        UUID second = sponsor(1, null);

        hold(UUID.randomUUID(), need, first).then().statusCode(201);
        hold(UUID.randomUUID(), need, second).then().statusCode(409).body("code", equalTo("NEED_TAKEN"));

        assertThat(placed(second)).isZero();
    }

    @Test
    void whoEndsAPlacementNeedNotSeeItsSponsor() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID sponsor = sponsor(1, null); // of the kabupaten
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor).then().statusCode(201);

        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, area.substring(0, 8)))
                .header("If-Match", "\"1\"")
                .post("/v1/placements/{id}:release", id)
                .then()
                .statusCode(200);
        assertThat(placed(sponsor)).isZero();
    }

    @Test
    void anIdOfAnotherClaimIsTaken() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor(1, null)).then().statusCode(201);

        hold(id, need, sponsor(1, null)).then().statusCode(409).body("code", equalTo("CONFLICT"));
    }

    @Test
    void aSponsorHasNoMoreThanItPromised() {
        consents.tell(consent, 1, false);
        UUID sponsor = sponsor(1, null);
        UUID need = need(child, home);
        UUID other = UUID.randomUUID();
        Home next = new Home(UUID.randomUUID(), new AreaCode(area));
        UUID otherNeed = need(other, next);
        consents.tell(
                new ConsentTelling.Consent(UUID.randomUUID(), other, next.familyId(), area, null, FOREVER), 1, false);

        hold(UUID.randomUUID(), need, sponsor).then().statusCode(201);
        hold(UUID.randomUUID(), otherNeed, sponsor).then().statusCode(409).body("code", equalTo("NO_PLACE_LEFT"));
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "94.04"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(promise(0, null))
                .put("/v1/sponsors/{id}", sponsor)
                .then()
                .statusCode(409)
                .body("code", equalTo("CAPACITY_IN_USE"));
    }

    @Test
    void withoutConsentNobodyIsPlaced() {
        UUID need = need(child, home);
        UUID sponsor = sponsor(1, null);

        hold(UUID.randomUUID(), need, sponsor).then().statusCode(409).body("code", equalTo("CONSENT_MISSING"));
    }

    @Test
    void aConsentForOnePartnerServesItAlone() {
        UUID need = need(child, home);
        consents.tell(
                new ConsentTelling.Consent(UUID.randomUUID(), child, home.familyId(), area, "csr-satu", FOREVER),
                1,
                false);

        hold(UUID.randomUUID(), need, sponsor(1, "csr-dua"))
                .then()
                .statusCode(409)
                .body("code", equalTo("CONSENT_MISSING"));
        hold(UUID.randomUUID(), need, sponsor(1, "csr-satu")).then().statusCode(201);
    }

    @ParameterizedTest(name = "a programme that ends {0} days from now, state {1}: held with {2}")
    @CsvSource({"0, ACTIVE, 409", "-1, ACTIVE, 201", "0, WITHDRAWN, 201"})
    void whatAProgrammePaysForIsNotGivenTwice(int days, String state, int status) {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID opd = UUID.randomUUID();
        UUID programme = UUID.randomUUID();
        database.write("insert into opd values (?, '94.04', 'Dinas Contoh', 'DINKES', 1)", opd);
        database.write(
                "insert into programme (id, opd_id, opd_field, area_code, year, title, kind, unit, target, need_item, state, version)"
                        + " values (?, ?, 'DINKES', '94.04', 2026, 'PMT', 'SPECIFIC', 'anak', 10, 'FOOD', ?, 1)",
                programme,
                opd,
                state);
        LocalDate today = Days.of(Instant.now());
        database.write(
                "insert into programme_beneficiary (programme_id, need_id, child_id, family_id, area_code, item, from_on, to_on)"
                        + " values (?, ?, ?, ?, ?, 'FOOD', ?, ?)",
                programme,
                need,
                child,
                home.familyId(),
                area,
                today.minusDays(30),
                today.plusDays(days));

        hold(UUID.randomUUID(), need, sponsor(1, null)).then().statusCode(status);
    }

    @Test
    void whatAProgrammeGivesByThenIsNotPromised() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor(1, null)).then().statusCode(201);
        LocalDate today = Days.of(Instant.now());
        enrolled(need, today, today.plusDays(13));

        move(id, "commit", 1, "{\"days\":30}").then().statusCode(409).body("code", equalTo("FUNDED_OTHERWISE"));
        move(id, "commit", 1, "{\"from\":\"%s\",\"days\":30}".formatted(today.plusDays(13)))
                .then()
                .statusCode(409);
        move(id, "commit", 1, "{\"from\":\"%s\",\"days\":30}".formatted(today.plusDays(14)))
                .then()
                .statusCode(200);
    }

    @Test
    void ofWhatASponsorGivesOnlyThatIsLeftOutWhichAProgrammeGives() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        LocalDate today = Days.of(Instant.now());
        enrolled(need, today, today.plusDays(200));
        UUID sponsor = UUID.randomUUID();
        tpps().contentType(ContentType.JSON)
                .body(promise(1, null).replace("}", ",\"items\":[\"FOOD\",\"COUNSELLING\"]}"))
                .put("/v1/sponsors/{id}", sponsor)
                .then()
                .statusCode(201);
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor).then().statusCode(201);

        move(id, "commit", 1, "{\"days\":30}").then().statusCode(200).body("items", contains("COUNSELLING"));

        tpps().get("/v1/placements/{id}", id).then().body("items", contains("COUNSELLING"));
        assertThat(database.rows("select distinct item from delivery where placement_id = ?", id))
                .containsExactly(Map.of("item", "COUNSELLING"));
    }

    @Test
    void aPromiseIsNotRenewedIntoATimeThatAProgrammePaysFor() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor(1, null)).then().statusCode(201);
        move(id, "commit", 1, "{\"days\":30}").then().statusCode(200);
        LocalDate next = Days.of(Instant.now()).plusDays(30);
        enrolled(need, next.plusDays(5), next.plusDays(20));

        move(id, "renew", 2, "{\"days\":6}").then().statusCode(409).body("code", equalTo("FUNDED_OTHERWISE"));
        move(id, "renew", 2, "{\"days\":5}").then().statusCode(200);
    }

    /** As if it came at once with what the sponsor does. */
    private void enrolled(UUID need, LocalDate from, LocalDate to) {
        UUID opd = UUID.randomUUID();
        UUID programme = UUID.randomUUID();
        database.write("insert into opd values (?, '94.04', 'Dinas Contoh', 'DINKES', 1)", opd);
        database.write(
                "insert into programme (id, opd_id, opd_field, area_code, year, title, kind, unit, target, need_item, state, version)"
                        + " values (?, ?, 'DINKES', '94.04', 2026, 'PMT', 'SPECIFIC', 'anak', 10, 'FOOD', 'ACTIVE', 1)",
                programme,
                opd);
        database.write(
                "insert into programme_beneficiary (programme_id, need_id, child_id, family_id, area_code, item, from_on, to_on)"
                        + " values (?, ?, ?, ?, ?, 'FOOD', ?, ?)",
                programme,
                need,
                child,
                home.familyId(),
                area,
                from,
                to);
    }

    @Test
    void aWithdrawalEndsWhatRestsOnIt() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID sponsor = sponsor(1, null);
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor).then().statusCode(201);

        consents.tell(consent, 2, true);

        tpps().get("/v1/placements/{id}", id).then().body("reason", equalTo("CONSENT_WITHDRAWN"));
        assertThat(placed(sponsor)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void aConsentThatRanOutEndsThePlacementOnTheDayAfter(long daysAfter) {
        UUID need = need(child, home);
        LocalDate until = Days.of(Instant.now());
        consents.tell(
                new ConsentTelling.Consent(UUID.randomUUID(), child, home.familyId(), area, null, until.toString()),
                1,
                false);
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor(1, null)).then().statusCode(201);

        lookAtConsents(until.plusDays(daysAfter));

        tpps().get("/v1/placements/{id}", id).then().body("state", equalTo(daysAfter == 0 ? "HELD" : "ENDED"));
    }

    @Test
    void aHoldThatRanOutKeepsNobodyOut() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID first = sponsor(1, null);
        UUID id = UUID.randomUUID();
        Instant longAgo = Instant.now().minus(Duration.ofDays(30));
        claim.claim(actor(), new ClaimNeed.Claim(id, need, first), longAgo);

        move(id, "commit", 1, "{}").then().statusCode(409).body("code", equalTo("PLACEMENT_ENDED"));
        hold(UUID.randomUUID(), need, sponsor(1, null)).then().statusCode(201);
        assertThat(placed(first)).isZero();
    }

    @Test
    void theChoreEndsWhatRanOutAndWhatIsOver() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        hold(id, need, sponsor(1, null)).then().statusCode(201);
        move(id, "commit", 1, "{\"days\":90}").then().statusCode(200);

        drain(now.plus(Duration.ofDays(89)));
        tpps().get("/v1/placements/{id}", id).then().body("state", equalTo("COMMITTED"));
        drain(now.plus(Duration.ofDays(91)));
        tpps().get("/v1/placements/{id}", id)
                .then()
                .body("state", equalTo("ENDED"))
                .body("reason", equalTo("PERIOD_OVER"));
    }

    @Test
    void whoCameLaterHasToReadAgain() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor(1, null)).then().statusCode(201);
        move(id, "commit", 1, "{}").then().statusCode(200);

        move(id, "commit", 1, "{}").then().statusCode(412);
        tpps().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/placements/{id}:commit", id)
                .then()
                .statusCode(428);
        move(id, "release", 2, "").then().statusCode(200).body("reason", equalTo("RELEASED"));
        move(id, "release", 3, "").then().statusCode(200);
        move(id, "renew", 3, "{}").then().statusCode(409).body("code", equalTo("PLACEMENT_ENDED"));
    }

    @Test
    void aPlacementMovesWithItsChildAndIsSeenWhereItLives() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID id = UUID.randomUUID();
        hold(id, need, sponsor(1, null)).then().statusCode(201);

        telling.tell(new Fact.Residence(
                child, 1, DAY, new Home(home.familyId(), new AreaCode("94.05.01.2001")), null, true, false));

        tpps().get("/v1/placements/{id}", id).then().statusCode(404);
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "94.05"))
                .get("/v1/placements/{id}", id)
                .then()
                .body("area", equalTo("94.05.01.2001"))
                .body("version", equalTo(2));
    }

    @Test
    void theGapIsWhoHasNoSponsorYet() {
        String kecamatan = area.substring(0, 8);
        UUID need = need(child, home);
        need(UUID.randomUUID(), new Home(UUID.randomUUID(), new AreaCode(area)));
        consents.tell(consent, 1, false);
        hold(UUID.randomUUID(), need, sponsor(1, null)).then().statusCode(201);

        tpps().get("/v1/sponsor-gap?area={area}", kecamatan)
                .then()
                .body("needs", equalTo(2))
                .body("placed", equalTo(1))
                .body("unmet", equalTo(1))
                .body("rows.area", contains(area));
        tpps().get("/v1/placements?area={area}", kecamatan).then().body("$", hasSize(1));
        tpps().get("/v1/placements?area={area}&state=ENDED", kecamatan).then().body("$", empty());
    }

    /** As many as want it at once: one has it, and nobody's place is lost. */
    @Test
    void ofTwoHundredWhoClaimAtOnceEachNeedHasOneSponsor() throws Exception {
        int claimants = 200;
        int needs = 20;
        List<UUID> wanted = new ArrayList<>();
        for (int number = 0; number < needs; number++) {
            UUID one = UUID.randomUUID();
            Home its = new Home(UUID.randomUUID(), new AreaCode(area));
            wanted.add(need(one, its));
            consents.tell(
                    new ConsentTelling.Consent(UUID.randomUUID(), one, its.familyId(), area, null, FOREVER), 1, false);
        }
        List<UUID> sponsors = new ArrayList<>();
        for (int number = 0; number < claimants; number++) {
            sponsors.add(sponsor(1, null));
        }
        CyclicBarrier start = new CyclicBarrier(claimants);
        List<Future<Integer>> won = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (UUID sponsor : sponsors) {
                won.add(threads.submit(() -> {
                    start.await();
                    int held = 0;
                    for (UUID need : wanted) {
                        Placing outcome = claim.claim(
                                actor(), new ClaimNeed.Claim(UUID.randomUUID(), need, sponsor), Instant.now());
                        held += outcome instanceof Placing.Done ? 1 : 0;
                    }
                    return held;
                }));
            }
        }
        int winners = 0;
        for (Future<Integer> one : won) {
            assertThat(one.get()).isBetween(0, 1);
            winners += one.get();
        }

        assertThat(winners).isEqualTo(needs);
        assertThat(database.rows(
                        "select need_id from placement where state = 'HELD' and area_code = ? group by need_id having count(*) = 1",
                        area))
                .hasSize(needs);
        assertThat(database.row("select sum(placed) as placed from sponsor where id = any(?)", (Object)
                        sponsors.toArray(UUID[]::new)))
                .containsEntry("placed", (long) needs);
    }

    /** Each row as it would be alone, in the order of the rows. */
    @Test
    void aBatchAnswersEachClaimAsItWouldBeAlone() {
        UUID need = need(child, home);
        consents.tell(consent, 1, false);
        UUID second = consented();
        UUID third = consented();
        UUID silent = need(UUID.randomUUID(), new Home(UUID.randomUUID(), new AreaCode(area)));
        UUID sponsor = sponsor(2, null);
        UUID other = sponsor(5, null);
        UUID id = UUID.randomUUID();
        String batch = "["
                + String.join(
                        ",",
                        List.of(
                                row(id, need, sponsor),
                                row(UUID.randomUUID(), need, other),
                                row(UUID.randomUUID(), second, sponsor),
                                row(UUID.randomUUID(), third, sponsor),
                                row(UUID.randomUUID(), silent, other),
                                row(UUID.randomUUID(), UUID.randomUUID(), other),
                                row(UUID.randomUUID(), third, UUID.randomUUID()),
                                row(id, third, other),
                                "{\"id\":\"x\"}",
                                row(id, need, sponsor)))
                + "]";

        batch(batch)
                .body(
                        "outcome",
                        contains(
                                "HELD", "REFUSED", "HELD", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED",
                                "INVALID", "HELD"))
                .body(
                        "problem.code.findAll { it != null }",
                        contains(
                                "NEED_TAKEN",
                                "NO_PLACE_LEFT",
                                "CONSENT_MISSING",
                                "NEED_UNKNOWN",
                                "SPONSOR_UNKNOWN",
                                "CONFLICT",
                                "INVALID_REQUEST"));
        batch("[" + row(id, need, sponsor) + "]").body("outcome", contains("UNCHANGED"));

        assertThat(placed(sponsor)).isEqualTo(2);
        assertThat(placed(other)).isZero();
        assertThat(database.announced(home.familyId())).containsExactly("need-opened 1", "placement-held 1");
    }

    /** In other orders and at once, so that each waits for what another has taken. */
    @Test
    void ofManyBatchesAtOnceEachNeedHasOneSponsorAndNobodyMoreThanPromised() throws Exception {
        List<UUID> wanted = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            wanted.add(consented());
        }
        List<UUID> sponsors = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            sponsors.add(sponsor(3, null));
        }
        CyclicBarrier start = new CyclicBarrier(16);
        List<Future<Long>> won = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 16; number++) {
                Random random = new Random(number);
                List<ClaimNeed.Claim> claims = new ArrayList<>();
                wanted.forEach(need -> claims.add(
                        new ClaimNeed.Claim(UUID.randomUUID(), need, sponsors.get(random.nextInt(sponsors.size())))));
                Collections.shuffle(claims, random);
                won.add(threads.submit(() -> {
                    start.await();
                    return claimMany.claim(actor(), claims, Instant.now()).stream()
                            .filter(outcome -> outcome instanceof Placing.Done)
                            .count();
                }));
            }
        }
        long held = 0;
        for (Future<Long> one : won) {
            held += one.get();
        }

        assertThat(held).isBetween(20L, 30L);
        assertThat(database.rows(
                        "select need_id from placement where state = 'HELD' and area_code = ? group by need_id having count(*) = 1",
                        area))
                .hasSize((int) held);
        assertThat(sponsors).allSatisfy(sponsor -> assertThat(placed(sponsor)).isBetween(0, 3));
        assertThat(sponsors.stream().mapToInt(this::placed).sum()).isEqualTo((int) held);
    }

    private UUID consented() {
        UUID one = UUID.randomUUID();
        Home its = new Home(UUID.randomUUID(), new AreaCode(area));
        UUID need = need(one, its);
        consents.tell(
                new ConsentTelling.Consent(UUID.randomUUID(), one, its.familyId(), area, null, FOREVER), 1, false);
        return need;
    }

    private static String row(UUID id, UUID need, UUID sponsor) {
        return "{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}".formatted(id, need, sponsor);
    }

    private static ValidatableResponse batch(String rows) {
        return tpps().contentType(ContentType.JSON)
                .body(rows)
                .post("/v1/placements:batch")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpk", "system", "partner", "auditor", "opd", "puskesmas"})
    void otherRolesAreRefused(String role) {
        given().auth()
                .oauth2(TestTokens.token(role, "94"))
                .get("/v1/placements")
                .then()
                .statusCode(403);
    }

    @Test
    void aClaimThatNamesNothingIsPointedAt() {
        tpps().contentType(ContentType.JSON)
                .body("{\"id\":\"" + UUID.randomUUID() + "\"}")
                .post("/v1/placements")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/needId"));
        hold(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("NEED_UNKNOWN"));
    }

    private void drain(Instant now) {
        while (endInTime.step(now) > 0) {
            // the next portion
        }
    }

    private void lookAtConsents(LocalDate day) {
        UUID place = EndWithoutConsent.START;
        do {
            place = endWithoutConsent.step(day, place);
        } while (!place.equals(EndWithoutConsent.START));
    }

    private UUID need(UUID of, Home place) {
        telling.tell(new Fact.Growth(of, 1, DAY, place, Stunting.STUNTED, 30, true));
        return TestDatabase.id(database.row("select id from need where child_id = ? and state = 'OPEN'", of), "id");
    }

    private UUID sponsor(int capacity, @Nullable String client) {
        UUID id = UUID.randomUUID();
        tpps().contentType(ContentType.JSON)
                .body(promise(capacity, client))
                .put("/v1/sponsors/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    private static String promise(int capacity, @Nullable String client) {
        return """
                {"kind":"COMPANY","institution":"PT Contoh","area":"94.04","capacity":%d,"from":"2020-01-01","until":"2099-12-31"%s}""".formatted(capacity, client == null ? "" : ",\"client\":\"" + client + "\"");
    }

    private int placed(UUID sponsor) {
        return (int) requireNonNull(
                database.row("select placed from sponsor where id = ?", sponsor).get("placed"));
    }

    private static Response hold(UUID id, UUID need, UUID sponsor) {
        return tpps().contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}".formatted(id, need, sponsor))
                .post("/v1/placements");
    }

    private static Response move(UUID id, String action, long version, String body) {
        RequestSpecification request = tpps().header("If-Match", "\"" + version + "\"");
        return (body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body))
                .post("/v1/placements/{id}:" + action, id);
    }

    private static Actor actor() {
        return Actor.system("intervention.test");
    }

    private static RequestSpecification tpps() {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, "94.04"));
    }
}

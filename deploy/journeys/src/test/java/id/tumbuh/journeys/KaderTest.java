package id.tumbuh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.tumbuh.journeys.KaderPhone.choose;
import static id.tumbuh.journeys.KaderPhone.counts;
import static id.tumbuh.journeys.KaderPhone.goTo;
import static id.tumbuh.journeys.KaderPhone.weigh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A morning at a posyandu, with and without a network, in Debian's chromium against the production jars. */
@ExtendWith(Tumbuh.class)
class KaderTest {
    private static final int FIRST_VISIT = 45_000;
    private static final int INSTANT_MS = 100;
    private static Playwright playwright;
    private static Browser browser;
    private static SyntheticPosyandu melati;

    @BeforeAll
    static void open(Tumbuh.Running tumbuh) {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
        melati = SyntheticPosyandu.register(tumbuh, "Posyandu Melati 3", 12);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void firstVisitCostsLittleAndTheSecondAlmostNothing(Tumbuh.Running tumbuh) throws IOException {
        try (CountedLink link = new CountedLink(tumbuh.installation().port(Component.MEASUREMENT));
                KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = phone.signIn(link.uri());
            assertThat(page.locator("[data-posyandu]").first()).isVisible();
            long first = link.received();
            System.out.println("first visit of the kader's page: " + first + " bytes");
            assertThat(first).isBetween(10_000L, (long) FIRST_VISIT);

            choose(page, melati);
            System.out.println("roster of 12 children: " + (link.received() - first) + " bytes");
            long before = link.received();
            page.reload();
            KaderPhone.ready(page);
            assertThat(page.locator("h1")).containsText("dari 12");
            System.out.println("second visit: " + (link.received() - before) + " bytes");
            assertThat(link.received() - before).isLessThan(3_000);
        }
    }

    @Test
    void sixtyChildrenAreWeighedWithoutANetworkAndArriveOnce(Tumbuh.Running tumbuh) throws IOException {
        SyntheticPosyandu mawar = SyntheticPosyandu.register(tumbuh, "Posyandu Mawar 1", 60);
        List<SyntheticPosyandu.Child> children = mawar.children();
        Map<UUID, Map<String, Double>> shown = new HashMap<>();
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page first = choose(phone.signIn(), mawar);

            phone.context().setOffline(true);
            children.subList(0, 20).forEach(child -> shown.put(child.id(), weigh(first, child, ',')));
            counts(first, 20, 0, 0);
            first.reload();
            KaderPhone.ready(first);
            counts(first, 20, 0, 0);
            Page second = phone.open();
            counts(second, 20, 0, 0);
            children.subList(20, 35).forEach(child -> shown.put(child.id(), weigh(second, child, '.')));
            counts(first, 35, 0, 0);

            phone.context().setOffline(false);
            counts(first, 0, 35, 0);
            counts(second, 0, 35, 0);

            phone.context().setOffline(true);
            children.subList(35, 48).forEach(child -> shown.put(child.id(), weigh(first, child, ',')));
            phone.context().setOffline(false);
            children.subList(48, 60).forEach(child -> shown.put(child.id(), weigh(second, child, ',')));
            counts(first, 0, 60, 0);
            assertThat(second.locator("h1")).hasText("60 dari 60 sudah ditimbang");

            assertThat(phone.idsSent()).hasSize(60).doesNotHaveDuplicates();
            assertThat(phone.failures()).isEmpty();
            goTo(first, "tutup");
            assertThat(first.locator("[data-figure=S]")).hasText("60");
            assertThat(first.locator("[data-figure=D]")).hasText("60");
            Chromium.picture(first, "kader-close-full-360");
        }
        Api puskesmas = tumbuh.as("puskesmas", SyntheticPosyandu.DESA);
        for (SyntheticPosyandu.Child child : children) {
            List<JsonNode> today = measuredToday(puskesmas, child);
            assertThat(today).as(child.name()).hasSize(1);
            assertThat(today.getFirst().get("weightKg").asDouble()).isEqualTo(child.weight());
            shown.getOrDefault(child.id(), Map.of())
                    .forEach((index, z) -> assertThat(z)
                            .as(child.name() + " " + index)
                            .isEqualTo(today.getFirst()
                                    .at("/indices/" + index + "/z")
                                    .asDouble()));
            assertThat(shown.get(child.id())).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void marksAndFiguresOfThePhoneAreThoseOfTheServer(Tumbuh.Running tumbuh) throws IOException {
        SyntheticPosyandu kenanga = SyntheticPosyandu.register(tumbuh, "Posyandu Kenanga", 24);
        Map<String, String> told = new HashMap<>();
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), kenanga);
            for (SyntheticPosyandu.Child child : kenanga.children()) {
                KaderPhone.type(page, child, ',');
                told.put(
                        child.id().toString(),
                        page.locator("#result .mark .status").textContent());
                page.locator("#lengthHeightCm").press("Enter");
                assertThat(page.locator("#notice")).containsText(child.name());
            }
            counts(page, 0, 24, 0);
            goTo(page, "tutup");
            for (String letter : List.of("S", "K", "D", "N")) {
                told.put(letter, page.locator("[data-figure=" + letter + "]").textContent());
            }
        }
        Api.Answer skdn = tumbuh.as("puskesmas", SyntheticPosyandu.DESA)
                .get(
                        Component.MEASUREMENT,
                        "/v1/posyandu/" + kenanga.id() + "/skdn?month=" + YearMonth.from(kenanga.today()));
        assertThat(skdn.status()).as(skdn.body().toString()).isEqualTo(200);
        for (String letter : List.of("S", "K", "D", "N")) {
            assertThat(told.get(letter))
                    .as(letter)
                    .isEqualTo(skdn.body()
                            .get("total")
                            .get(letter.toLowerCase(Locale.ROOT))
                            .asText());
        }
        assertThat(told.values())
                .contains(
                        "Naik (N)",
                        "Tidak naik (T)",
                        "Dua kali tidak naik (2T)",
                        "Baru (B)",
                        "Bulan lalu tidak ditimbang (O)");
        for (JsonNode child : kenanga.roster(tumbuh).get("children")) {
            String mark = child.at("/thisMonth/mark").asText();
            boolean twice = mark.equals("T") && child.at("/thisMonth/tInARow").asInt() >= 2;
            assertThat(told.get(child.get("id").asText())).endsWith("(" + (twice ? "2T" : mark) + ")");
        }
    }

    @Test
    void improbableFigureIsAskedForKeptWhenTrueAndMendedWhenRefused(Tumbuh.Running tumbuh) throws IOException {
        SyntheticPosyandu anggrek = SyntheticPosyandu.register(tumbuh, "Posyandu Anggrek", 3);
        SyntheticPosyandu.Child child = anggrek.children().get(2);
        SyntheticPosyandu.Child other = anggrek.children().get(1);
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), anggrek);
            goTo(page, "timbang/" + child.id());
            page.locator("#weightKg").fill("12,5");
            page.locator("#lengthHeightCm").fill("189");
            page.locator("#lengthHeightCm").press("Enter");
            assertThat(page.locator("dialog h2")).hasText("Benar 189 cm?");
            Chromium.picture(page, "kader-ask-360");
            Chromium.accessible(page);
            page.locator("dialog button").getByText("Perbaiki").click();
            assertThat(page.locator("#lengthHeightCm")).isFocused();

            page.locator("#lengthHeightCm").fill("1890");
            page.locator("#lengthHeightCm").press("Enter");
            page.locator("dialog button").getByText("Benar, simpan").click();
            counts(page, 0, 0, 1);
            goTo(page, "kirim");
            assertThat(page.locator("[data-state=failed] .error")).containsText("Di luar batas yang diperbolehkan");
            Chromium.picture(page, "kader-failed-360");
            Chromium.accessible(page);
            page.locator("[data-state=failed] a").click();
            page.locator("#lengthHeightCm").fill("189");
            page.locator("#lengthHeightCm").press("Enter");
            page.locator("dialog button").getByText("Benar, simpan").click();
            counts(page, 0, 1, 0);

            goTo(page, "timbang/" + other.id());
            page.locator("#weightKg").fill("86");
            page.locator("#lengthHeightCm").fill("11,2");
            page.locator("#lengthHeightCm").press("Enter");
            assertThat(page.locator("dialog h2")).hasText("Berat dan tinggi tertukar?");
            page.locator("dialog button").getByText("Tukar").click();
            assertThat(page.locator("#weightKg")).hasValue("11,2");
            page.locator("#lengthHeightCm").press("Enter");
            counts(page, 0, 2, 0);
            assertThat(phone.failures()).isEmpty();
        }
        Api puskesmas = tumbuh.as("puskesmas", SyntheticPosyandu.DESA);
        JsonNode kept = measuredToday(puskesmas, child).getFirst();
        assertThat(kept.get("lengthHeightCm").asDouble()).isEqualTo(189);
        assertThat(kept.at("/indices/lengthHeightForAge/implausible").asBoolean())
                .isTrue();
        assertThat(measuredToday(puskesmas, other)
                        .getFirst()
                        .get("lengthHeightCm")
                        .asDouble())
                .isEqualTo(86);
    }

    @Test
    void endedSessionKeepsEveryRecordUntilTheKaderSignsInAgain(Tumbuh.Running tumbuh) throws IOException {
        SyntheticPosyandu dahlia = SyntheticPosyandu.register(tumbuh, "Posyandu Dahlia", 3);
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), dahlia);
            phone.context().setOffline(true);
            weigh(page, dahlia.children().get(0), ',');
            weigh(page, dahlia.children().get(1), ',');
            phone.context().clearCookies(); // what a browser does with a cookie whose time is over
            phone.context().setOffline(false);
            assertThat(page.locator("#sign-in-again")).containsText("Masuk lagi untuk mengirim. 2 catatan tetap aman");
            Chromium.picture(page, "kader-sign-in-again-360");
            page.reload();
            KaderPhone.ready(page);
            counts(page, 2, 0, 0);

            Page signedIn = phone.signIn();
            counts(signedIn, 0, 2, 0);
        }
    }

    @Test
    void correctionBeforeSendingReplacesAndAfterwardsIsRefused(Tumbuh.Running tumbuh) throws IOException {
        SyntheticPosyandu teratai = SyntheticPosyandu.register(tumbuh, "Posyandu Teratai", 3);
        SyntheticPosyandu.Child child = teratai.children().getFirst();
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), teratai);
            Page other = phone.open();
            phone.context().setOffline(true);
            goTo(other, "timbang/" + child.id());
            weigh(page, child, ',');
            other.locator("#weightKg").fill("4,8"); // a form that was open before the first was saved
            other.locator("#lengthHeightCm").press("Enter");
            counts(other, 1, 0, 0);
            phone.context().setOffline(false);
            counts(page, 0, 1, 0);

            goTo(page, "timbang/" + child.id());
            assertThat(page.locator("main")).containsText("Perbaikannya lewat puskesmas");
            assertThat(page.locator("#weightKg")).hasCount(0);
            Chromium.picture(page, "kader-sent-360");
            assertThat(phone.idsSent()).hasSize(1);
        }
        assertThat(measuredToday(tumbuh.as("puskesmas", SyntheticPosyandu.DESA), child))
                .singleElement()
                .satisfies(row -> assertThat(row.get("weightKg").asDouble()).isEqualTo(4.8));
    }

    @Test
    void backupIsWhatTheServerTakes(Tumbuh.Running tumbuh) throws IOException {
        SyntheticPosyandu flamboyan = SyntheticPosyandu.register(tumbuh, "Posyandu Flamboyan", 4);
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), flamboyan);
            phone.context().setOffline(true);
            flamboyan.children().forEach(child -> weigh(page, child, ','));
            goTo(page, "kirim");
            Download file = page.waitForDownload(() -> page.locator("#export").click());
            String backup = Files.readString(file.path());
            assertThat(backup).doesNotContain("Contoh", "Aisyah", "state");

            Api puskesmas = tumbuh.as("puskesmas", SyntheticPosyandu.DESA);
            assertThat(puskesmas
                            .post(Component.MEASUREMENT, "/v1/measurements:batch", backup)
                            .body())
                    .hasSize(4)
                    .allSatisfy(row -> assertThat(row.get("outcome").asText()).isEqualTo("CREATED"));
            phone.context().setOffline(false);
            counts(page, 0, 4, 0);
            flamboyan
                    .children()
                    .forEach(
                            child -> assertThat(measuredToday(puskesmas, child)).hasSize(1));
        }
    }

    @Test
    void namesLeaveThePhoneWithTheDayAndAtTheSignOut(Tumbuh.Running tumbuh) throws IOException {
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), melati);
            assertThat(stored(page)).contains("Teladan");
            phone.context().setOffline(true);
            weigh(page, melati.children().getLast(), ',');
            goTo(page, "kirim");
            page.locator("#sign-out").click();
            assertThat(page.locator("#notice")).containsText("1 catatan yang belum terkirim tetap ada, tanpa nama");
            assertThat(stored(page)).doesNotContain("Contoh", "Teladan", "Umpama", "Misal", "Tiruan", "Rekaan");
            counts(page, 1, 0, 0);
        }
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), melati);
            page.clock().setFixedTime(System.currentTimeMillis() + 86_400_000L);
            page.reload();
            KaderPhone.ready(page);
            assertThat(page.locator("#notice")).containsText("Hari berganti");
            assertThat(stored(page)).doesNotContain("Contoh", "Teladan");
        }
    }

    @Test
    void resultIsThereAtOnceOnASlowPhone(Tumbuh.Running tumbuh) throws IOException {
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), melati);
            slowed(phone, page);
            KaderPhone.type(page, melati.children().get(5), ',');
            double worst = ((Number) page.evaluate("""
                    async () => {
                      let worst = 0;
                      const input = document.getElementById('weightKg');
                      for (const weight of ['9', '9,', '9,4', '9,41', '11', '11,', '11,7']) {
                        const begun = performance.now();
                        input.value = weight;
                        input.dispatchEvent(new Event('input', { bubbles: true }));
                        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
                        worst = Math.max(worst, performance.now() - begun);
                      }
                      return worst;
                    }""")).doubleValue();
            System.out.println("slowest result at a sixth of the speed: " + Math.round(worst) + " ms");
            assertThat(worst).isLessThan(INSTANT_MS);
        }
    }

    /** 400 kbit/s, 300 ms away, a sixth of this machine's speed. */
    @Test
    void firstScreenIsThereSoonOnASlowNetworkAndNothingJumps(Tumbuh.Running tumbuh) throws IOException {
        List<Seen> first = List.of(firstScreen(tumbuh), firstScreen(tumbuh), firstScreen(tumbuh));

        System.out.println("first screens: " + first);
        // of three phones the one in the middle: what else the machine does in these seconds may delay one of them
        assertThat(first.stream()
                        .sorted(Comparator.comparingDouble(Seen::lcp))
                        .toList()
                        .get(1)
                        .lcp())
                .isBetween(1.0, 2_500.0);
        assertThat(first).allSatisfy(seen -> assertThat(seen.cls()).isLessThanOrEqualTo(0.05));
    }

    /**
     * What a phone that was never here saw.
     *
     * @param lcp milliseconds until the largest paint
     * @param cls the sum of layout shifts
     */
    private record Seen(double lcp, double cls) {}

    private static Seen firstScreen(Tumbuh.Running tumbuh) throws IOException {
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = phone.context().newPage();
            page.addInitScript("""
                    window.seen = { lcp: 0, cls: 0 };
                    new PerformanceObserver((list) => list.getEntries().forEach((it) => { seen.lcp = it.startTime; }))
                      .observe({ type: 'largest-contentful-paint', buffered: true });
                    new PerformanceObserver((list) => list.getEntries().forEach((it) => { seen.cls += it.value; }))
                      .observe({ type: 'layout-shift', buffered: true });""");
            CDPSession cdp = slowed(phone, page);
            JsonObject network = new JsonObject();
            network.addProperty("offline", false);
            network.addProperty("latency", 300);
            network.addProperty("downloadThroughput", 51_200);
            network.addProperty("uploadThroughput", 51_200);
            cdp.send("Network.emulateNetworkConditions", network);
            page.navigate(tumbuh.installation()
                    .kaderSignInLink(SyntheticPosyandu.DESA)
                    .toString());
            assertThat(page.locator("[data-posyandu]").first()).isVisible();
            return new Seen(
                    ((Number) page.evaluate("seen.lcp")).doubleValue(),
                    ((Number) page.evaluate("seen.cls")).doubleValue());
        }
    }

    @Test
    void dashboardAndFormInOneBrowserDoNotSignEachOtherOut(Tumbuh.Running tumbuh) throws IOException {
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 1366)) {
            Page form = phone.signIn();
            Page dashboard = phone.context().newPage();
            dashboard.navigate(tumbuh.installation().signInLink().toString());
            assertThat(dashboard.locator("h1")).containsText("Kokpit stunting");
            form.reload();
            KaderPhone.ready(form);
            assertThat(form.locator("[data-posyandu]").first()).isVisible();
            dashboard.reload();
            assertThat(dashboard.locator("h1")).containsText("Kokpit stunting");
        }
    }

    @Test
    void rosterComesWithoutNamesWhileTheRegistryIsAway(Tumbuh.Running tumbuh) throws Exception {
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), melati);
            assertThat(page.locator(".list")).containsText("Aisyah");
            tumbuh.installation().kill(Component.REGISTRY);
            page.locator("#refresh").click();
            assertThat(page.locator("main .warning")).containsText("Nama sedang tidak dapat diambil dari registry");
            assertThat(page.locator(".list a")).hasCount(12);
            held(page, "kader-nameless-360");
            tumbuh.installation().awaitReady();
            page.locator("#refresh").click();
            assertThat(page.locator(".list")).containsText("Aisyah");
        }
    }

    @Test
    void serviceThatDiesWhileRecordsArriveKeepsEachOnce(Tumbuh.Running tumbuh) throws Exception {
        SyntheticPosyandu cempaka = SyntheticPosyandu.register(tumbuh, "Posyandu Cempaka", 10);
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = choose(phone.signIn(), cempaka);
            cempaka.children().subList(0, 5).forEach(child -> weigh(page, child, ','));
            tumbuh.installation().kill(Component.MEASUREMENT);
            cempaka.children().subList(5, 10).forEach(child -> weigh(page, child, ','));
            tumbuh.installation().awaitReady();
            counts(page, 0, 10, 0);
        }
        Api puskesmas = tumbuh.as("puskesmas", SyntheticPosyandu.DESA);
        cempaka.children()
                .forEach(child -> assertThat(measuredToday(puskesmas, child)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1366})
    void everyScreenFitsAndIsAccessible(int width, Tumbuh.Running tumbuh) throws IOException {
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, width)) {
            Page page = phone.signIn();
            assertThat(page.locator("[data-posyandu]").first()).isVisible();
            held(page, "kader-choose-" + width);
            choose(page, melati);
            held(page, "kader-day-" + width);
            phone.context().setOffline(true);
            weigh(page, melati.children().get(3), ',');
            weigh(page, melati.children().get(7), ',');
            KaderPhone.type(page, melati.children().get(2), ',');
            page.locator("input[value=STANDING]").check();
            page.locator("summary").click();
            held(page, "kader-weigh-" + width);
            for (String screen : List.of("tutup", "kirim", "hari")) {
                goTo(page, screen);
                page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
                held(page, "kader-" + screen + "-" + width);
            }
            page.locator("#language").click();
            assertThat(page.locator("h1")).hasText("2 of 12 weighed");
            held(page, "kader-day-en-" + width);
            goTo(page, "masuk/lama");
            held(page, "kader-sign-in-" + width);
            assertThat(phone.failures()).isEmpty();
        }
    }

    @Test
    void keyboardAloneWeighsAChild(Tumbuh.Running tumbuh) throws IOException {
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 1366)) {
            Page page = choose(phone.signIn(), melati);
            phone.context().setOffline(true);
            page.locator("#search").focus();
            page.keyboard().type("citra");
            for (int stop = 0; stop < 3; stop++) { // two tabs of the list, then the first child of it
                page.keyboard().press("Tab");
                assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .isNotEqualTo("none");
            }
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("Citra");
            page.keyboard().type("9,1");
            page.keyboard().press("Enter");
            assertThat(page.locator("#lengthHeightCm")).isFocused();
            page.keyboard().press("Enter");
            counts(page, 1, 0, 0);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyWordIsThereInBothLanguages(Tumbuh.Running tumbuh) throws IOException {
        try (KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Map<String, List<String>> keys =
                    (Map<String, List<String>>) phone.signIn().evaluate("""
                    async () => {
                      const { words } = await import(document.querySelector('script').src.replace('app.js', 'words.js'));
                      const told = (list) => Object.entries(list).map(([key, text]) => key + [...text.matchAll(/\\{\\w+\\}/g)].sort());
                      return { id: told(words.id), en: told(words.en) };
                    }""");
            assertThat(keys.get("id")).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(keys.get("en"));
        }
    }

    /** As a cheap phone is beside this machine. */
    private static CDPSession slowed(KaderPhone phone, Page page) {
        CDPSession cdp = phone.context().newCDPSession(page);
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", 6);
        cdp.send("Emulation.setCPUThrottlingRate", rate);
        return cdp;
    }

    private static void held(Page page, String name) {
        Chromium.picture(page, name);
        Chromium.fits(page);
        Chromium.accessible(page);
        assertThat((List<?>) page.evaluate("""
                [...document.querySelectorAll('a[href], button, summary, .choice, input:not([type=radio], [type=checkbox])')]
                  .filter((it) => !it.matches('.skip') && it.checkVisibility())
                  .map((it) => [it.getBoundingClientRect(), it.outerHTML.slice(0, 90)])
                  .filter(([box]) => box.width < 44 || box.height < 44).map(([, html]) => html)""")).isEmpty();
    }

    private static String stored(Page page) {
        return (String) page.evaluate("""
                () => new Promise((resolve) => {
                  const opening = indexedDB.open('tumbuh-kader');
                  opening.onsuccess = () => {
                    const reading = opening.result.transaction(['meta', 'records']);
                    const all = [reading.objectStore('meta').getAll(), reading.objectStore('records').getAll()];
                    reading.oncomplete = () => { opening.result.close(); resolve(JSON.stringify(all.map((one) => one.result))); };
                  };
                })""");
    }

    private static List<JsonNode> measuredToday(Api api, SyntheticPosyandu.Child child) {
        return api.get(Component.MEASUREMENT, "/v1/children/" + child.id() + "/measurements")
                .body()
                .valueStream()
                .filter(row ->
                        row.get("measuredOn").asText().equals(melati.today().toString()))
                .toList();
    }
}

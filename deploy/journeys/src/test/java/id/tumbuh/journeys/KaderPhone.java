package id.tumbuh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kader's phone: one browser with its storage, signed in, with one tab or more. */
final class KaderPhone implements AutoCloseable {
    private static final int PATIENCE = 30_000;
    private static final Pattern RECORD = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final Tumbuh.Running tumbuh;
    private final BrowserContext context;
    private final List<String> idsSent = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    KaderPhone(Tumbuh.Running tumbuh, Browser browser, int width) {
        this.tumbuh = tumbuh;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 780)
                .setTimezoneId("Asia/Jakarta")
                .setLocale("id-ID"));
        context.onRequest(this::note);
        context.onWebError(error -> failures.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                failures.add(message.text());
            }
        });
    }

    private void note(Request request) {
        if (request.url().endsWith("/v1/measurements:batch")) {
            Matcher ids = RECORD.matcher(String.valueOf(request.postData()));
            while (ids.find()) {
                idsSent.add(ids.group(1));
            }
        }
    }

    /** The id of every row of every request, in the order they left. */
    List<String> idsSent() {
        return idsSent;
    }

    /** Exceptions of scripts, and what the content policy stopped. */
    List<String> failures() {
        return failures;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens the page by a new sign-in link. */
    Page signIn() throws IOException {
        return signIn(tumbuh.installation().uri(Component.MEASUREMENT));
    }

    /** The same by another way to the service. */
    Page signIn(URI service) throws IOException {
        URI link = tumbuh.installation().kaderSignInLink(SyntheticPosyandu.DESA);
        Page page = context.newPage();
        page.navigate(service + link.getPath() + "?" + link.getQuery());
        ready(page);
        return page;
    }

    /** Another tab, or the first after the phone was put away. */
    Page open() {
        Page page = context.newPage();
        page.navigate(tumbuh.installation().uri(Component.MEASUREMENT) + "/kader");
        ready(page);
        return page;
    }

    static void ready(Page page) {
        page.waitForSelector("body[data-ready]");
        // The worker has everything it needs to open the page without a network.
        page.evaluate("navigator.serviceWorker.ready.then((it) => it.active.state)");
        page.evaluate("""
                () => Boolean(navigator.serviceWorker.controller) || new Promise((taken) => {
                  navigator.serviceWorker.addEventListener('controllerchange', () => taken(true), { once: true });
                  if (navigator.serviceWorker.controller) taken(true);
                }).then(() => true)""");
    }

    static Page choose(Page page, SyntheticPosyandu posyandu) {
        page.locator("[data-posyandu='" + posyandu.id() + "']").click();
        assertThat(page.locator("h1"))
                .containsText("dari " + posyandu.children().size());
        return page;
    }

    static void goTo(Page page, String screen) {
        page.evaluate("(screen) => { location.hash = screen; }", screen);
        assertThat(page.locator("body[data-screen=" + screen.split("/", -1)[0] + "]"))
                .hasCount(1);
    }

    /** Types a child's figures and returns the z-scores the page shows. */
    static Map<String, Double> type(Page page, SyntheticPosyandu.Child child, char separator) {
        goTo(page, "timbang/" + child.id());
        page.locator("#weightKg").fill(SyntheticPosyandu.written(child.weight(), separator));
        page.locator("#lengthHeightCm").fill(SyntheticPosyandu.written(child.length(), separator));
        return shown(page);
    }

    static Map<String, Double> weigh(Page page, SyntheticPosyandu.Child child, char separator) {
        Map<String, Double> shown = type(page, child, separator);
        page.locator("#lengthHeightCm").press("Enter");
        assertThat(page.locator("#notice")).containsText(child.name());
        return shown;
    }

    static Map<String, Double> shown(Page page) {
        Map<String, Double> scores = new HashMap<>();
        for (Locator index : page.locator("[data-index]").all()) {
            String text = index.textContent().replace(',', '.').replace('\u2212', '-');
            scores.put(index.getAttribute("data-index"), Double.valueOf(text));
        }
        return scores;
    }

    static void counts(Page page, int onPhone, int sent, int failed) {
        var patience = new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
        assertThat(page.locator("[data-count=failed]")).hasText("Gagal: " + failed, patience);
        assertThat(page.locator("[data-count=onPhone]")).hasText("Di HP: " + onPhone, patience);
        assertThat(page.locator("[data-count=sent]")).hasText("Sudah terkirim: " + sent, patience);
    }

    @Override
    public void close() {
        context.close();
    }
}

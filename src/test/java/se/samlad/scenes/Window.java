package se.samlad.scenes;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samlad.Awaited;

/** A real browser window of somebody who has signed in; what it shouts on its console is kept. */
final class Window implements AutoCloseable {

    static final String PHONE = "390x844";
    static final String DESKTOP = "1440x900";

    private static final double SMALL = 0.05;

    /** The middle of an element in the window, or what keeps a mouse from it. */
    private static final String MIDDLE = """
            wanted => {
              wanted.scrollIntoView({ block: "center", behavior: "instant" });
              const box = [...wanted.getClientRects()].find(each => each.width && each.height);
              if (!box || wanted.disabled) return "it is hidden or disabled: " + wanted.outerHTML.slice(0, 160);
              const x = box.x + box.width / 2, y = box.y + box.height / 2, hit = document.elementFromPoint(x, y);
              return wanted.contains(hit) ? [x, y] : "it lies under " + hit?.outerHTML.slice(0, 160);
            }""";

    private static final String AXE = axeItself();
    /** The browser says that a policy was broken; this says by what. */
    private static final String WHERE = "document.addEventListener('securitypolicyviolation', e => console.error("
            + "'Content Security Policy: ' + e.violatedDirective + ' at ' + e.sourceFile + ':' + e.lineNumber + ' on '"
            + " + (e.target.outerHTML ?? '').slice(0, 200)))";

    private static Browser browser;

    private final String url;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private @Nullable CDPSession drawing;

    private Window(String url, String size, String language, ColorScheme scheme, boolean script) {
        this.url = url;
        var wide = size.split("x");
        context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(url)
                        .setViewportSize(Integer.parseInt(wide[0]), Integer.parseInt(wide[1]))
                        .setLocale(language)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(Awaited.PATIENCE.toMillis());
        page = context.newPage();
        page.addInitScript(WHERE);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy"))
                complaints.add(message.text());
        });
    }

    /** Run in the page itself: the library's own way opens another page each time. */
    private static String axeItself() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    java.util.Objects.requireNonNull(script).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installed())
                            .setChromiumSandbox(false)
                            .setEnv(inOneLanguage())
                            .setArgs(List.of(
                                    "--disable-gpu",
                                    "--in-process-gpu",
                                    // a page lives for a second, so optimising axe on each costs more than it gives
                                    "--js-flags=--always-sparkplug,--no-maglev,--no-opt",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Ground.here().atEnd(playwright::close);
        }
        return browser;
    }

    /** The one without a window of its own where it is there: the same engine, at a fraction of the work for each page. */
    private static Path installed() {
        var small = Path.of("/usr/bin/chromium-headless-shell");
        return Files.isExecutable(small) ? small : Path.of("/usr/bin/chromium");
    }

    /** The browser's own fields of day and time look the same on every machine. */
    private static Map<String, String> inOneLanguage() {
        var env = new java.util.HashMap<>(System.getenv());
        env.put("LANGUAGE", "en_US");
        return env;
    }

    /** Nobody has signed in there, and it asks by name: a passkey belongs to a name, not to an address. */
    static Window ofNobody(Running server, String size, String language, ColorScheme scheme) {
        return new Window(server.url().replace("127.0.0.1", "localhost"), size, language, scheme, true);
    }

    /** A browser that nobody has signed in to, which asks by name: a passkey belongs to a name, not to an address. */
    static BrowserContext byName() {
        return browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(Running.server().url().replace("127.0.0.1", "localhost"))
                        .setLocale("sv-SE"));
    }

    /** Signed in as an account of the demo, in Swedish. */
    static Window of(String account, String size) {
        return of(account, size, "sv-SE", ColorScheme.LIGHT, true);
    }

    static Window withoutScript(String account) {
        return of(account, DESKTOP, "sv-SE", ColorScheme.LIGHT, false);
    }

    static Window of(String account, String size, String language, ColorScheme scheme, boolean script) {
        return signedIn(new Window(Running.server().url(), size, language, scheme, script), account);
    }

    /** On a server of one's own, at its address. */
    static Window at(String url, String account, String size) {
        return signedIn(new Window(url, size, "sv-SE", ColorScheme.LIGHT, true), account);
    }

    /** Nobody has signed in there. */
    static Window ofNobodyAt(String url, String size) {
        return new Window(url, size, "sv-SE", ColorScheme.LIGHT, true);
    }

    /** By what the form of the sign-in page sends: two pages less to draw for each window. */
    private static Window signedIn(Window window, String account) {
        var form = FormData.create()
                .set("account", account)
                .set("password", "samlad")
                .set("to", "/");
        var answer = window.context
                .request()
                .post(
                        "/sign-in",
                        RequestOptions.create()
                                .setForm(form)
                                .setHeader("Origin", window.url)
                                .setMaxRedirects(0));
        if (answer.status() != 302 || answer.headers().get("location").contains("/sign-in"))
            throw new AssertionError(account + " is not let in: " + answer.status() + " " + answer.headers());
        return window;
    }

    /**
     * Nobody looks at it: pages are laid out in full and drawn at a twentieth of their size, for drawing takes half the
     * browser's work. A mouse is then led by {@link #click}.
     */
    Window drawnSmall() {
        var size = page.viewportSize();
        drawing = context.newCDPSession(page);
        return resize(size.width, size.height);
    }

    Window resize(int width, int height) {
        if (drawing == null) {
            page.setViewportSize(width, height);
            return this;
        }
        var metrics = new JsonObject();
        metrics.addProperty("width", width);
        metrics.addProperty("height", height);
        metrics.addProperty("deviceScaleFactor", 1);
        metrics.addProperty("mobile", false);
        metrics.addProperty("scale", SMALL);
        drawing.send("Emulation.setDeviceMetricsOverride", metrics);
        return this;
    }

    /** By mouse, in the middle of what is there. */
    void click(Locator wanted) {
        wanted.waitFor();
        var middle = wanted.evaluate(MIDDLE);
        if (!(middle instanceof List<?> at)) throw new AssertionError(wanted + " can't be pressed: " + middle);
        double drawn = drawing == null ? 1 : SMALL;
        page.mouse().click(((Number) at.get(0)).doubleValue() * drawn, ((Number) at.get(1)).doubleValue() * drawn);
    }

    Window open(String path) {
        page.navigate(path);
        return this;
    }

    /** Until the page's stream is open, so that what happens next is seen live. */
    Window live() {
        page.waitForFunction("() => document.body.dataset.listening === 'yes'");
        return this;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Waits until the text is seen there; fails where it does not come. */
    void sees(String selector, String text) {
        page.locator(selector)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .waitFor();
    }

    void press(String name) {
        button(name).click();
    }

    Locator button(String name) {
        return page.locator("button, a.button")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    /** Each page that is opened from now on has axe in it, sent to the browser once. */
    Window withAxe() {
        page.addInitScript(AXE);
        return this;
    }

    /** What axe finds against WCAG 2.1 AA, a line a rule. */
    String axe() {
        return said("{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }");
    }

    /** After {@link #axe}: only what another colour scheme can change. */
    String axeOnColours() {
        return said("{ type: 'rule', values: ['color-contrast'] }");
    }

    /** Nothing is loaded once more for it: it would write into the page what the page's own policy refuses. */
    private String said(String which) {
        return (String)
                page.evaluate("() => axe.run(document, { preload: false, resultTypes: ['violations'], runOnly: " + which
                        + " }).then(found => found.violations.map(rule => rule.id + ': '"
                        + " + rule.nodes.slice(0, 3).map(node => node.html).join(' | ')).join('\\n'))");
    }

    /** What it has complained of since last asked, also what was on its way. */
    List<String> complaints() {
        page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions()
                        .setPredicate(message -> message.text().equals("no more")),
                () -> page.evaluate("() => requestAnimationFrame(() => console.info('no more'))"));
        var since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    @Override
    public void close() {
        context.close();
    }
}

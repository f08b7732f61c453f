package se.samlad.scenes;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.samlad.scenes.Running.Answer;

/** A browser without script, as far as forms need one: cookies, where a form came from, and following to where it leads. */
public final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private final Running server;
    private final CookieManager cookies;
    private final HttpClient http;

    private Visitor(Running server) {
        this(server, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Visitor(Running server, CookieManager cookies) {
        this.server = server;
        this.cookies = cookies;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** The same browser, with its cookies, sent to another node. */
    public Visitor at(Running node) {
        return new Visitor(node, cookies);
    }

    public static Visitor of(String account) {
        return of(Running.server(), account);
    }

    /** On a server of one's own. */
    public static Visitor of(Running server, String account) {
        var visitor = new Visitor(server);
        visitor.signIn(account, Map.of("to", "/")).expect(200);
        return visitor;
    }

    /** Who has not signed in yet. */
    public static Visitor stranger() {
        return stranger(Running.server());
    }

    public static Visitor stranger(Running server) {
        return new Visitor(server);
    }

    /** @param along what the sign-in page's form carries */
    public Answer signIn(String account, Map<String, String> along) {
        var fields = new LinkedHashMap<>(along);
        fields.put("account", account);
        fields.put("password", "samlad");
        return post("/sign-in", fields);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** From a page of ours. */
    public Answer post(String path, Map<String, String> fields) {
        return post(path, fields, "Origin", server.url());
    }

    /** @param header where it came from, as the browser says */
    public Answer post(String path, Map<String, String> fields, String header, String origin) {
        var body = fields.entrySet().stream()
                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header(header, origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A form with a file. @param boundary of its parts */
    public Answer send(String path, String boundary, byte[] body) {
        return send(request(path)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** A stream, opened as this browser does. */
    public HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    }

    /** The cookie as the server gave it; empty: none. */
    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** As when it is one that this node does not know. */
    void sessionIsForgotten() {
        var store = cookies.getCookieStore();
        var old = cookie("samlad").orElseThrow();
        sessionEnds();
        var other = new HttpCookie(
                "samlad",
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)));
        other.setPath(old.getPath());
        other.setVersion(0);
        store.add(URI.create(server.url()), other);
    }

    /** As when the session has ended meanwhile; the other cookies stay. */
    public void sessionEnds() {
        var store = cookies.getCookieStore();
        store.getCookies().stream()
                .filter(cookie -> cookie.getName().equals("samlad"))
                .toList()
                .forEach(cookie -> store.remove(URI.create(server.url()), cookie));
    }

    /** The hidden fields of the form that the text stands in or before. @param mark a text of the form's first tag */
    public static Map<String, String> hidden(String page, String mark) {
        int from = page.indexOf(mark);
        if (from < 0) throw new AssertionError("there is no " + mark + " in " + page);
        var form = page.substring(from, page.indexOf("</form>", from));
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form).results().forEach(f -> fields.put(f.group(1), plain(f.group(2))));
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&#34;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "sv");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError("the server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

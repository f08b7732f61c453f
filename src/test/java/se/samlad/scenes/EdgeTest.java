package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What meets programs, monitors and proxies before anything of ours is done. */
class EdgeTest {

    private static final String ASKED =
            "POST /api/incidents HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n%s\r\n\r\n{}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: a",
                "Origin: https://evil.example",
                "Sec-Fetch-Site: cross-site",
                "Origin: null",
                "Sec-Fetch-Site: same-origin",
                "Cookie: samlad=YQ",
                "Authorization: Basic YTph",
                "Authorization: Bearer no-such"
            })
    void aCallWithoutATokenIsAskedForOne(String header) throws IOException {
        var answer = raw(ASKED.formatted(header));
        assertThat(answer).startsWith("HTTP/1.1 401").contains("WWW-Authenticate: Bearer", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void aTokenIsReadHoweverItsSchemeIsWritten(String scheme) {
        var asking = new Running.Account(Running.server(), scheme + "demo-taby.tib");
        asking.get("/api/incidents").expect(200);
        asking.post("/api/incidents", "{\"title\":\"Med liten bokstav\"}").expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/yaml", "application/xml", "application/cbor", "text/yaml", "application/x-yaml"})
    void onlyJsonIsRead(String type) {
        long before = Running.server().position();
        var asking = Running.as("lst.tib");
        var answer = asking.send(asking.request("/api/incidents", "application/json")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("title: a\ntitle: b\nunknown: c\n")));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(Running.server().position()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"/public/, /public", "/health/, /health"})
    void aMonitorIsNeverLedToTheSignInPage(String asked, String led) {
        var answer = Running.anybody().page(asked);
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.response().headers().firstValue("Location")).contains(led);
        assertThat(Running.anybody().page("/health/live").status()).isEqualTo(404);
    }

    @Test
    void publicMessagesMayBeShownByAnySite() {
        assertThat(Running.anybody()
                        .get("/public/messages.json")
                        .expect(200)
                        .response()
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(Running.as("lst.tib")
                        .get("/api/incidents")
                        .response()
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/live", "/live"})
    void askingForTheHeadersOfAStreamOpensNone(String path) throws IOException {
        var headers = "Host: localhost\r\nAuthorization: Bearer demo-lst.tib\r\n";
        var answer = raw("HEAD " + path + " HTTP/1.1\r\n" + headers + "\r\nGET /health HTTP/1.1\r\n" + headers
                + "Connection: close\r\n\r\n");
        assertThat(answer).contains("text/event-stream", "{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/search?q=a&actor=lst%00",
                "/api/search?q=a&kind=%01",
                "/api/watch?area=%7f",
                "/api/incidents/%00",
                "/api/%00"
            })
    void controlCharactersAreRefusedAsAMistake(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo-lst.tib\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void behindATrustedProxyThatEndsTlsCookiesAreSecure() throws Exception {
        var database = Ground.here().database();
        var settings = Map.of("samlad.data", "", "samlad.trusted-proxy", "127.0.0.1", "samlad.host", "samlad.example");
        try (var node = Running.apart(database, settings)) {
            var tls = documented();
            var form = "account=lst.tib&password=samlad&to=/";
            var answer = raw(node, "POST /sign-in", tls, form);
            assertThat(cookies(answer)).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
            assertThat(answer).contains("Strict-Transport-Security: ", "Location: /");
            assertThat(cookies(raw(node, "GET /language/sv", tls, "")))
                    .isNotEmpty()
                    .allMatch(c -> c.contains("Secure"));
            var plain = raw(node, "GET /language/sv", List.of("Host: samlad.example"), "");
            assertThat(cookies(plain)).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
            assertThat(plain).doesNotContain("Strict-Transport-Security");

            assertThat(raw(node, "GET /public", List.of("Host: evil.example"), ""))
                    .startsWith("HTTP/1.1 400");
            assertThat(raw(node, "GET /public", List.of("Host: SAMLAD.example:443"), ""))
                    .startsWith("HTTP/1.1 200");
            assertThat(raw(node, "GET /public", List.of("Host: localhost:8080"), ""))
                    .startsWith("HTTP/1.1 200");
            assertThat(raw(node, "GET /health", List.of("Host: 10.0.0.7"), "")).startsWith("HTTP/1.1 200");
        }
        Ground.here().drop(database);
    }

    /** The headers of the proxy in OPERATIONS.md, as it would send them. */
    private static List<String> documented() throws IOException {
        var headers = Pattern.compile("proxy_set_header (\\S+) (\\S+);")
                .matcher(Files.readString(Path.of("docs/OPERATIONS.md")))
                .results()
                .map(header -> header.group(1) + ": " + header.group(2))
                .map(header -> header.replace("$http_host", "samlad.example")
                        .replace("$scheme", "https")
                        .replace("$remote_addr", "203.0.113.9"))
                .toList();
        assertThat(headers).hasSize(3).noneMatch(header -> header.contains("$"));
        return headers;
    }

    @Test
    void nobodyElsesForwardedWordCounts() throws IOException {
        var tls = List.of("X-Forwarded-Proto: https", "Host: localhost");
        assertThat(raw(Running.server(), "GET /language/sv", tls, ""))
                .doesNotContain("Secure", "Strict-Transport-Security");
    }

    private static List<String> cookies(String answer) {
        return answer.lines()
                .filter(line -> line.regionMatches(true, 0, "Set-Cookie:", 0, 11))
                .toList();
    }

    private static String raw(Running node, String asked, List<String> headers, String form) throws IOException {
        return raw(
                node,
                asked + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                        + "\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length() + "\r\nConnection: close\r\n\r\n" + form);
    }

    private static String raw(String request) throws IOException {
        return raw(Running.server(), request);
    }

    /** As it stands, and all that comes back until the server closes. */
    private static String raw(Running node, String request) throws IOException {
        var url = URI.create(node.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
